using PhuSa.Platform;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Feedback;

/// <summary>What the form promises: an answer within ten working days.</summary>
internal static class FeedbackTerms
{
    public const int AnswerWithin = 10;

    public static DateOnly AnswerBy(DateTime createdAt) => WorkingDays.Add(DateOnly.FromDateTime(VietnamTime.Local(createdAt)), AnswerWithin);

    /// <returns>What came before this instant (UTC) is overdue today.</returns>
    public static DateTime OverdueBefore(DateOnly today)
    {
        // Walks back until the term ends today; over Tết that is more than two weeks.
        var day = today.AddDays(-AnswerWithin);
        while (WorkingDays.Add(day, AnswerWithin) >= today)
        {
            day = day.AddDays(-1);
        }

        return VietnamTime.Begin(day.AddDays(1));
    }
}
