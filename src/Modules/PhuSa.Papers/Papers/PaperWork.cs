using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Papers;

/// <summary>Outgoing papers of the own books that wait for a number, a signature or to be sent, for those who may record it.</summary>
internal sealed class PaperWork(AppDbContext db, Texts text) : IWorkSource
{
    private static readonly PaperStatus[] Waiting = [PaperStatus.Draft, PaperStatus.Numbered, PaperStatus.Signed];

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(PapersRights.Number))
        {
            return [];
        }

        var own = person.OrganisationId;
        var papers = await db.Set<Paper>().AsNoTracking()
            .Where(p => p.IssuedById == own && p.BookId != null && Waiting.Contains(p.Status))
            .Select(p => new { p.Id, p.Title, p.Number, p.Status, Since = p.Steps.Max(step => step.At) })
            .OrderBy(p => p.Since).ThenBy(p => p.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. papers.Select(p => p.Status switch
            {
                PaperStatus.Draft => Item(text["Dự thảo văn bản đi, chờ lấy số"], "Lấy số", p.Id, p.Title, p.Since),
                PaperStatus.Numbered => Item(text["Văn bản đi {0}, đã có số, chờ ký", p.Number!], "Ghi ký", p.Id, p.Title, p.Since),
                _ => Item(text["Văn bản đi {0}, đã ký, chờ phát hành", p.Number!], "Phát hành", p.Id, p.Title, p.Since),
            }),
        ];
    }

    private static WorkItem Item(string detail, string verb, Guid id, string title, DateTime since) => new(title, detail, verb, PapersRights.Of(id), since, Due: null);
}
