using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Feedback;

/// <summary>A question with its answer, as the office published them.</summary>
/// <param name="Id">Names its page; the sender's code would open more than is published.</param>
/// <param name="Changes">Those of what readers see, made since it was published, the latest first.</param>
internal sealed record PublishedQuestion(Guid Id, string Question, string Answer, string? Name, DateTime PublishedAt, IReadOnlyList<AnswerChange> Changes)
{
    public string Url => AddressOf(Id);

    /// <param name="id">Of one question; null for all of the site, the newest first.</param>
    public static IQueryable<PublishedQuestion> On(AppDbContext db, string site, Guid? id = null) => db.Set<FeedbackItem>().AsNoTracking()
        .Where(f => f.Site == site && f.Status == FeedbackStatus.Published && (id == null || f.Id == id))
        .OrderByDescending(f => f.PublishedAt).ThenBy(f => f.Id)
        .Select(f => new PublishedQuestion(
            f.Id, f.PublicQuestion!, f.PublicAnswer!, f.ShowsName && f.AllowsName && f.Name != "" ? f.Name : null, f.PublishedAt!.Value,
            f.Steps.Where(s => s.Action == nameof(FeedbackAction.CorrectAnswer) && s.To == nameof(FeedbackStatus.Published) && s.At >= f.PublishedAt)
                .OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => new AnswerChange(s.At, s.Why!)).ToList()));

    public static string AddressOf(Guid id) => $"/hoi-dap/{id:N}";
}
