using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office.Collective;

/// <summary>A collective mark as the list has it.</summary>
internal sealed record CollectiveLine(CollectiveMark Mark, OrganisationRow Owner, FilingStanding Standing);

/// <summary>All collective marks on a day. A province has some hundred, so all are read and every list and count comes of the same reading.</summary>
internal sealed class CollectiveList(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <returns>In Vietnamese order of the names.</returns>
    public async Task<IReadOnlyList<CollectiveLine>> AllAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        var calendar = await FilingCalendar.ReadAsync(db, cancellationToken);
        var marks = await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        var ids = marks.ConvertAll(mark => mark.OwnerId);
        var owners = await organisations.Rows.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. marks.OrderBy(mark => mark.Name, VietnameseOrder.Instance).ThenBy(mark => mark.Id).Select(mark => new CollectiveLine(mark, owners[mark.OwnerId], calendar.StandingOf(mark, today)))];
    }
}
