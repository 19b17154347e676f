using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Visits;

/// <summary>The salt of a Vietnamese day, one for all instances: the first to ask makes it.</summary>
internal static class DaySalt
{
    public static async Task<byte[]> OfAsync(AppDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, day, cancellationToken) is { } there)
        {
            return there;
        }

        var made = new VisitSalt { Day = day, Salt = RandomNumberGenerator.GetBytes(BrowserHash.SaltLength) };
        db.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made.Salt;
        }
        catch (DbUpdateException e)
        {
            db.Entry(made).State = EntityState.Detached;
            return await FindAsync(db, day, cancellationToken) ?? throw new InvalidOperationException($"The salt of {day:O} can neither be written nor read.", e);
        }
    }

    private static Task<byte[]?> FindAsync(AppDbContext db, DateOnly day, CancellationToken cancellationToken) =>
        db.Set<VisitSalt>().AsNoTracking().Where(s => s.Day == day).Select(s => s.Salt).FirstOrDefaultAsync(cancellationToken);
}
