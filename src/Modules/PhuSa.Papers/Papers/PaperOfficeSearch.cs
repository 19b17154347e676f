using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Papers.Papers;

/// <summary>Papers by number and title, for those who see every record; the public ones lead to their page.</summary>
internal sealed class PaperOfficeSearch(AppDbContext db) : IOfficeSearch
{
    public async Task<IReadOnlyList<OfficeHit>> FindAsync(IReadOnlyList<string> words, SignedIn person, int most, CancellationToken cancellationToken)
    {
        if (!person.May(HouseRights.ReadRecords))
        {
            return [];
        }

        var rows = await PaperQueries.Public(db).Select(p => new { p.Code, p.Number, p.Title }).ToListAsync(cancellationToken);
        return [.. OfficeMatch.Find(rows, row => $"{row.Number} {row.Title}", words, most)
            .Select(row => new OfficeHit("Văn bản", row.Number ?? row.Title, row.Number is null ? null : row.Title, $"/van-ban/{row.Code}"))];
    }
}
