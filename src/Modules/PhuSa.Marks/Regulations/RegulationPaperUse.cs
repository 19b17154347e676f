using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Regulations;

/// <summary>Regulations that rest on a paper.</summary>
internal sealed class RegulationPaperUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
        [.. (await db.Set<MarkRegulation>().AsNoTracking().Where(r => r.PaperId == paperId).OrderBy(r => r.ValidFrom).ToListAsync(cancellationToken)).Select(r => $"Quy chế nhãn hiệu có hiệu lực từ {VietnamTime.Written(r.ValidFrom)}")];
}
