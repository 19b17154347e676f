using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Grants;

/// <summary>For how long nothing new is given to whoever lost a right. What a revocation covers, the regulation of its day says.</summary>
internal sealed class RevocationBans(AppDbContext db, RegulationBook regulations)
{
    /// <returns>The last day of the longest ban that has begun by this day and lasts on it; null where there is none.</returns>
    public async Task<DateOnly?> UntilAsync(Guid markId, Guid holderId, string productKey, DateOnly from, CancellationToken cancellationToken)
    {
        var revoked = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.MarkId == markId && g.HolderId == holderId && g.Acts.Any(act => act.Action == GrantAction.Revoke && act.On <= from && act.Until >= from)).ToListAsync(cancellationToken);
        DateOnly? until = null;
        foreach (var (grant, act) in revoked.SelectMany(grant => grant.Acts.Where(act => act.Action == GrantAction.Revoke && act.On <= from && act.Until >= from).Select(act => (grant, act))))
        {
            if (grant.ProductKey == productKey || await CoversAllAsync(markId, act.On, cancellationToken))
            {
                until = until > act.Until ? until : act.Until;
            }
        }

        return until;
    }

    /// <returns>Whether a revocation of this day keeps the holder from every product; no where the regulation does not say.</returns>
    public async Task<bool> CoversAllAsync(Guid markId, DateOnly revoked, CancellationToken cancellationToken) =>
        (await regulations.OnAsync(markId, revoked, cancellationToken))?.BanCovers == BanCovers.Holder;
}
