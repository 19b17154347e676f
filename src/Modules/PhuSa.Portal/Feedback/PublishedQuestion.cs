using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

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
            f.Steps.Where(s => (s.Action == nameof(FeedbackAction.CorrectAnswer) || s.Action == nameof(FeedbackAction.CorrectPublishedAnswer)) && s.To == nameof(FeedbackStatus.Published) && s.At >= f.PublishedAt)
                .OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => new AnswerChange(s.At, s.Why!)).ToList()));

    /// <summary>Their addresses on a site, each with the day since which it reads as it does; the newest first.</summary>
    public static async Task<IReadOnlyList<SitePage>> PagesAsync(AppDbContext db, string site, CancellationToken cancellationToken)
    {
        var rows = await db.Set<FeedbackItem>().AsNoTracking()
            .Where(f => f.Site == site && f.Status == FeedbackStatus.Published)
            .OrderByDescending(f => f.PublishedAt).ThenBy(f => f.Id)
            .Select(f => new
            {
                f.Id,
                At = f.PublishedAt!.Value,
                Corrected = f.Steps.Where(s => (s.Action == nameof(FeedbackAction.CorrectAnswer) || s.Action == nameof(FeedbackAction.CorrectPublishedAnswer)) && s.To == nameof(FeedbackStatus.Published) && s.At >= f.PublishedAt).Max(s => (DateTime?)s.At),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SitePage(AddressOf(row.Id), DateOnly.FromDateTime(VietnamTime.Local(row.Corrected ?? row.At))))];
    }

    public static string AddressOf(Guid id) => $"/hoi-dap/{id:N}";
}
