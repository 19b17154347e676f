using PhuSa.Platform;

namespace PhuSa.Portal.Feedback;

/// <summary>That an answer was corrected after it went out, as its readers are told.</summary>
internal sealed record AnswerChange(DateTime At, string Note)
{
    public DateOnly Day => DateOnly.FromDateTime(VietnamTime.Local(At));

    /// <returns>All of one answer as its sender reads it, the latest first.</returns>
    public static IReadOnlyList<AnswerChange> Of(FeedbackItem item) =>
    [
        .. item.Steps.Where(step => step.Action is nameof(FeedbackAction.CorrectAnswer) or nameof(FeedbackAction.CorrectSentAnswer)).OrderByDescending(step => step.At).ThenByDescending(step => step.Id)
            .Select(step => new AnswerChange(step.At, step.Why!)),
    ];
}
