using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Events;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;

namespace PhuSa.Events.Figures;

/// <summary>How many supply–demand sessions were held.</summary>
internal sealed class SupplyDemandSessions(AppDbContext db, IOrganisations organisations) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "events.supply-demand-sessions",
        "Buổi kết nối cung cầu đã tổ chức",
        "Đếm các buổi kết nối cung cầu đã tổ chức, mỗi buổi một lần; không đếm buổi sắp tổ chức hay đã huỷ.",
        "buổi");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<Event>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var sessions = await db.Set<Event>().Happened(EventKind.SupplyDemandSession).AsFacts().ToListAsync(cancellationToken);
        var organisers = await organisations.OrganisersOf(sessions, cancellationToken);
        return Counting.Count([.. sessions.Select(s => new Countable(EventEvidence.Of(s, organisers), s.HeldAt, s.Programme))], request);
    }
}
