using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Office;

internal static class KeptRights
{
    /// <returns>The rights to marks on which this person records.</returns>
    public static async Task<IQueryable<MarkGrant>> KeptRightsAsync(this AppDbContext db, SignedIn person, CancellationToken cancellationToken)
    {
        var marks = (await db.Set<CertificationMark>().Select(m => new { m.Id, m.OwnerId }).ToListAsync(cancellationToken)).Where(m => person.MayKeep(m.OwnerId)).Select(m => m.Id).ToArray();
        return db.Set<MarkGrant>().Where(g => EF.Parameter(marks).Contains(g.MarkId));
    }
}
