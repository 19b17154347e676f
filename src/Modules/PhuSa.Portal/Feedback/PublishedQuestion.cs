using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Feedback;

/// <summary>A question with its answer, as the office published them.</summary>
/// <param name="Id">Names its page; the sender's code would open more than is published.</param>
internal sealed record PublishedQuestion(Guid Id, string Question, string Answer, string? Name, DateTime PublishedAt)
{
    public string Url => AddressOf(Id);

    /// <param name="id">Of one question; null for all of the site, the newest first.</param>
    public static IQueryable<PublishedQuestion> On(AppDbContext db, string site, Guid? id = null) => db.Set<FeedbackItem>().AsNoTracking()
        .Where(f => f.Site == site && f.Status == FeedbackStatus.Published && (id == null || f.Id == id))
        .OrderByDescending(f => f.PublishedAt).ThenBy(f => f.Id)
        .Select(f => new PublishedQuestion(f.Id, f.PublicQuestion!, f.PublicAnswer!, f.ShowsName && f.AllowsName && f.Name != "" ? f.Name : null, f.PublishedAt!.Value));

    public static string AddressOf(Guid id) => $"/hoi-dap/{id:N}";
}
