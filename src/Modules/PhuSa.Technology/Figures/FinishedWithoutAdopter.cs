using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Technology.Processes;

namespace PhuSa.Technology.Figures;

/// <summary>How many finished processes nobody was chosen for.</summary>
internal sealed class FinishedWithoutAdopter(AppDbContext db, IOrganisations organisations) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "technology.finished-without-adopter",
        "Quy trình đã hoàn thiện, chưa có đơn vị tiếp nhận",
        "Đếm các quy trình công nghệ đã hoàn thiện mà nguồn ghi là chưa chọn được đơn vị tiếp nhận trong kỳ; không suy ra từ việc không có thông tin.",
        "quy trình");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<TechnologyProcess>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var processes = await db.Set<TechnologyProcess>()
            .Where(p => p.Status == AdoptionState.WithoutAdopter)
            .InVietnameseOrder(db, p => p.Title)
            .AsFacts()
            .ToListAsync(cancellationToken);
        var owners = await organisations.OfAsync(processes.Select(p => p.OwnerId).OfType<Guid>(), cancellationToken);
        return Counting.Count([.. processes.Select(p => new Countable(Shown(p, owners), Spoken(p, request.Period), p.Programme))], request);
    }

    /// <summary>
    /// The time of which the statement speaks. For a later period it says neither yes nor no: nothing tells whether somebody was found since,
    /// so the span is drawn out into that period and the count becomes unknown, not zero.
    /// </summary>
    private static RecordTime Spoken(ProcessFact process, Period period) =>
        period.From is { } from && process.AdoptionTime.To < from
            ? RecordTime.Stage(process.AdoptionTime.From!.Value, from)
            : process.AdoptionTime;

    private static Evidence Shown(ProcessFact process, IReadOnlyDictionary<Guid, OrganisationFact> owners) => new(
        "technology_processes",
        process.Id,
        process.Title,
        Group: null,
        process.Url,
        [
            new("Đơn vị hoàn thiện", process.OwnerId is { } id ? owners.GetValueOrDefault(id)?.Name : null),
            new("Nơi dự kiến triển khai", process.PlaceText),
            new("Thời gian hoàn thiện", Written(process.FinishedAt)),
            new("Chưa có đơn vị tiếp nhận trong", Written(process.AdoptionTime)),
            new("Lý do", process.Reason),
            new("Nguồn", process.Source),
        ]);

    private static string? Written(RecordTime time) => time.IsKnown ? time.ToString() : null;
}
