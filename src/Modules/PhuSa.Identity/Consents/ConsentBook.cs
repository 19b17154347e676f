using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Consents;

/// <summary>Which text is in force, and what a person said to it.</summary>
internal sealed class ConsentBook(AppDbContext db, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <returns>Null only where an administrator's database holds none.</returns>
    public Task<ConsentText?> InForceAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        return db.Set<ConsentText>().AsNoTracking().Where(t => t.FromDay <= today).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancellationToken);
    }

    public Task<ConsentText?> LatestAsync(CancellationToken cancellationToken) =>
        db.Set<ConsentText>().AsNoTracking().OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancellationToken);

    /// <returns>The person's agreement that stands; null where there is none.</returns>
    public Task<Consent?> OfAsync(Guid personId, CancellationToken cancellationToken) => db.Set<Consent>()
        .Where(c => c.PersonId == personId && c.Given && c.WithdrawnAt == null).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);
}
