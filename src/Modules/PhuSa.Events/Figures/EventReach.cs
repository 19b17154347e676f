using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Events;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Events.Figures;

/// <summary>
/// Events are recorded with how many came, not with who: as long as one lies in the period, nobody can be said to have been at none.
/// </summary>
internal sealed class EventReach(AppDbContext db) : IReach
{
    public const string NobodyNamed = "Có sự kiện trong kỳ mới ghi số đơn vị dự, chưa ghi tên từng đơn vị, nên không biết hợp tác xã nào đã dự.";

    public async Task<Reach> InAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var held = await db.Set<Event>().Happened(Enum.GetValues<EventKind>()).AsFacts().ToListAsync(cancellationToken);
        return Reach.Of([], held.Exists(e => request.Covers(e.HeldAt, e.Programme) != Truth.No) ? NobodyNamed : null);
    }
}
