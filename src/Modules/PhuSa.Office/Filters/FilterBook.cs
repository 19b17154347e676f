using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Office.Filters;

internal sealed class FilterBook(AppDbContext db, ISignedIn signedIn, TimeProvider clock) : ISavedFilters
{
    public async Task<IReadOnlyList<SavedFilter>> MineAsync(string? path, CancellationToken cancellationToken)
    {
        if (signedIn.Person is not { } person)
        {
            return [];
        }

        return await db.Set<KeptFilter>().AsNoTracking()
            .Where(f => f.PersonId == person.PersonId && (path == null || f.Path == path))
            .OrderBy(f => f.KeptAt).ThenBy(f => f.Id)
            .Select(f => new SavedFilter(f.Id, f.Name, f.Url))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Keeps an address under a name; the same name again takes the new address.</summary>
    public async Task KeepAsync(Guid personId, string name, string url, CancellationToken cancellationToken)
    {
        var kept = await db.Set<KeptFilter>().Where(f => f.PersonId == personId).ToListAsync(cancellationToken);
        if (kept.Find(f => f.Name == name) is { } same)
        {
            db.Remove(same);
        }
        else if (kept.Count >= KeptFilter.Most)
        {
            throw new RefusedException("Bạn đã lưu {0} bộ lọc. Hãy bỏ bớt một bộ lọc rồi lưu lại.", KeptFilter.Most);
        }

        var now = clock.GetUtcNow();
        db.Add(new KeptFilter(Guid.CreateVersion7(now), personId, name, url, now.UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task<int> DropAsync(Guid personId, Guid id, CancellationToken cancellationToken) =>
        db.Set<KeptFilter>().Where(f => f.Id == id && f.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
}
