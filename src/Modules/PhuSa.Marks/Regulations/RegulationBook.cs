using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Regulations;

/// <summary>The versions of the regulations of marks.</summary>
internal sealed class RegulationBook(AppDbContext db)
{
    /// <returns>The versions of a mark's regulation, the latest first.</returns>
    public async Task<IReadOnlyList<MarkRegulation>> OfAsync(Guid markId, CancellationToken cancellationToken) =>
        await db.Set<MarkRegulation>().AsNoTracking().Where(r => r.MarkId == markId).OrderByDescending(r => r.ValidFrom).ToListAsync(cancellationToken);

    /// <returns>The version that is in force on a day; null where none is on record.</returns>
    public async Task<MarkRegulation?> OnAsync(Guid markId, DateOnly day, CancellationToken cancellationToken) =>
        await db.Set<MarkRegulation>().AsNoTracking().Where(r => r.MarkId == markId && r.ValidFrom <= day).OrderByDescending(r => r.ValidFrom).FirstOrDefaultAsync(cancellationToken);

    public async Task<MarkRegulation?> FindAsync(Guid? id, CancellationToken cancellationToken) =>
        id is null ? null : await db.Set<MarkRegulation>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
}
