using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.CertificationMarks;

/// <summary>A mark with what its list says of it.</summary>
/// <param name="Owner">Null where the owner is not on record.</param>
/// <param name="Grants">How many rights to it are on record, in whatever state.</param>
internal sealed record MarkLine(CertificationMark Mark, string? Owner, MarkRegulation? Regulation, int Grants);

/// <summary>The certification marks, each with the regulation that is in force.</summary>
internal sealed class IndexModel(GrantDesk desk) : PageModel
{
    public IReadOnlyList<MarkLine> Lines { get; private set; } = [];

    public bool MayBegin => desk.Person.May(MarkRights.Keep);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var marks = await desk.Db.Set<CertificationMark>().AsNoTracking().ToListAsync(cancellationToken);
        var owners = await desk.Organisations.OfAsync(marks.Select(mark => mark.OwnerId).OfType<Guid>(), cancellationToken);
        var today = desk.Today;
        var regulations = (await desk.Db.Set<MarkRegulation>().AsNoTracking().Where(r => r.ValidFrom <= today).ToListAsync(cancellationToken)).ToLookup(r => r.MarkId);
        var grants = await desk.Db.Set<MarkGrant>().GroupBy(g => g.MarkId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        Lines =
        [
            .. marks.OrderBy(mark => mark.Name, VietnameseOrder.Instance).ThenBy(mark => mark.Id).Select(mark => new MarkLine(
                mark,
                mark.OwnerId is { } owner ? owners.GetValueOrDefault(owner)?.Name : null,
                regulations[mark.Id].MaxBy(regulation => regulation.ValidFrom),
                grants.GetValueOrDefault(mark.Id))),
        ];
    }
}
