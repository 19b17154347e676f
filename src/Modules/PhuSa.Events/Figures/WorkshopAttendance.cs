using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Attendance;
using PhuSa.Events.Events;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;

namespace PhuSa.Events.Figures;

/// <summary>A number typed on each workshop, added over the workshops that were held.</summary>
internal abstract class WorkshopAttendance(AppDbContext db, IOrganisations organisations, AttendanceGroup group) : IFigure
{
    public const string NoWorkshop = "Chưa ghi hội thảo nào trong kỳ được hỏi.";

    public abstract FigureDefinition Definition { get; }

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var workshops = await db.Set<Event>().Happened(EventKind.Workshop).AsFacts().ToListAsync(cancellationToken);
        var organisers = await organisations.OrganisersOf(workshops, cancellationToken);
        var records = workshops.Select(w => new Countable(EventEvidence.Of(w, organisers, group), w.HeldAt, w.Programme, w.Count(group)?.Number)).ToList();
        var reading = Counting.Sum(records, request);
        if (reading.Evidence.Count == 0)
        {
            return FigureReading.NotKnown(NoWorkshop, []) with { Origin = FigureOrigin.Manual };
        }

        var shown = reading.Evidence.Select(e => e.RecordId).ToHashSet();
        return reading with
        {
            Origin = FigureOrigin.Manual,
            Approximate = !reading.Unknown && workshops.Any(w => shown.Contains(w.Id) && w.Count(group) is { Approximate: true }),
        };
    }
}

internal sealed class WorkshopDelegates(AppDbContext db, IOrganisations organisations)
    : WorkshopAttendance(db, organisations, AttendanceGroup.Delegates)
{
    public override FigureDefinition Definition { get; } = new(
        "events.workshop-delegates",
        "Đại biểu dự hội thảo",
        "Cộng số đại biểu được nhập cho từng hội thảo đã tổ chức; một người dự hai hội thảo được tính hai lần.",
        "đại biểu");
}

internal sealed class WorkshopBusinessesAndCooperatives(AppDbContext db, IOrganisations organisations)
    : WorkshopAttendance(db, organisations, AttendanceGroup.BusinessesAndCooperatives)
{
    public override FigureDefinition Definition { get; } = new(
        "events.workshop-businesses-and-cooperatives",
        "Đại biểu doanh nghiệp và hợp tác xã dự hội thảo",
        "Cộng số đại biểu là doanh nghiệp và hợp tác xã được nhập cho từng hội thảo đã tổ chức; nguồn có thể chỉ ghi con số ước chừng.",
        "đại biểu");
}
