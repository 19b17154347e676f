using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Pages.Marks;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Register;

/// <summary>
/// The marks of both kinds and the lists of those that may use them are at home on the Department's site. The check page of a right is not named: its
/// address is on the label, for whoever holds the goods.
/// </summary>
internal sealed class MarkPages(AppDbContext db) : ISitePages
{
    private const string List = "/nhan-hieu";

    public string Theme => SiteThemes.Department;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        // What stands on a mark's page is journaled apart: its rights, its batches, the contracts that support it.
        var parts = new Dictionary<Guid, Guid>();
        foreach (var rows in new[]
        {
            await db.Set<MarkGrant>().Select(grant => new { grant.Id, grant.MarkId }).ToListAsync(cancellationToken),
            await db.Set<GrantBatch>().Select(batch => new { batch.Id, batch.MarkId }).ToListAsync(cancellationToken),
            await db.Set<MarkSupportContract>().Select(contract => new { contract.Id, contract.MarkId }).ToListAsync(cancellationToken),
        })
        {
            rows.ForEach(row => parts[row.Id] = row.MarkId);
        }

        var changed = await db.ChangedAsync([typeof(CertificationMark), typeof(CollectiveMark), typeof(MarkGrant), typeof(GrantBatch), typeof(MarkSupportContract)], parts, cancellationToken);
        var certification = await db.Set<CertificationMark>().OrderBy(mark => mark.Slug).Select(mark => new { mark.Id, mark.Slug }).ToListAsync(cancellationToken);
        var collective = await db.Set<CollectiveMark>().OrderBy(mark => mark.Slug).Select(mark => new { mark.Id, mark.Slug }).ToListAsync(cancellationToken);
        return
        [
            new SitePage(List, Changed: null), new SitePage(RightsModel.Root + RightsModel.Holders, Changed: null), new SitePage(RightsModel.Root + RightsModel.Products, Changed: null),
            .. certification.Concat(collective).Select(mark => new SitePage($"{List}/{mark.Slug}", changed.GetValueOrDefault(mark.Id))),
        ];
    }
}
