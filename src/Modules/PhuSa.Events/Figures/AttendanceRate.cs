using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Attendance;
using PhuSa.Events.Events;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Events.Figures;

/// <summary>Of the organisations invited to trainings and workshops, how many of a hundred were there.</summary>
internal sealed class AttendanceRate(AppDbContext db, IOrganisations organisations) : IFigure
{
    public const string NoEvent = "Chưa ghi buổi tập huấn hay hội thảo nào trong kỳ được hỏi.";
    public const string CountsMissing = "Có buổi tập huấn, hội thảo chưa ghi số đơn vị được mời hoặc số đơn vị được mời đã có mặt.";
    public const string NobodyInvited = "Các buổi tập huấn, hội thảo trong kỳ không mời đơn vị nào.";

    public FigureDefinition Definition { get; } = new(
        "events.attendance-rate",
        "Tỷ lệ đơn vị được mời đã dự",
        "Số đơn vị được mời đã có mặt chia cho số đơn vị được mời, cộng qua các buổi tập huấn và hội thảo đã tổ chức, làm tròn đến phần trăm; thiếu số của một buổi thì chưa tính được.",
        "%");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var all = await db.Set<Event>().Happened(EventKind.Training, EventKind.Workshop).AsFacts().ToListAsync(cancellationToken);
        var asked = all.Select(e => (Fact: e, Covered: request.Covers(e.HeldAt, e.Programme))).Where(e => e.Covered != Truth.No).ToList();
        var organisers = await organisations.OrganisersOf(asked.Select(e => e.Fact), cancellationToken);
        var events = asked.ConvertAll(e => e.Fact);
        if (asked.Any(e => e.Covered == Truth.Unknown))
        {
            return FigureReading.NotKnown(Counting.UndatedRecords, Shown(events));
        }

        var lacking = events.FindAll(e => Invited(e) is null || Present(e) is null);
        if (events.Count == 0 || lacking.Count > 0)
        {
            return FigureReading.NotKnown(events.Count == 0 ? NoEvent : CountsMissing, Shown(lacking));
        }

        var invited = events.Sum(e => (long)Invited(e)!.Number);
        return invited == 0 ? FigureReading.NotKnown(NobodyInvited, Shown(events)) : new FigureReading
        {
            Value = Percent(events.Sum(e => (long)Present(e)!.Number), invited),
            Evidence = Shown(events),
            Approximate = events.Any(e => Invited(e)!.Approximate || Present(e)!.Approximate),
        };

        IReadOnlyList<Evidence> Shown(IEnumerable<EventFact> facts) =>
            [.. facts.Select(e => EventEvidence.Of(e, organisers, AttendanceGroup.InvitedOrganisations, AttendanceGroup.PresentOrganisations))];
    }

    /// <summary>Whole percent, a half rounded up.</summary>
    internal static long Percent(long part, long whole) => ((part * 200) + whole) / (whole * 2);

    private static CountFact? Invited(EventFact fact) => fact.Count(AttendanceGroup.InvitedOrganisations);

    private static CountFact? Present(EventFact fact) => fact.Count(AttendanceGroup.PresentOrganisations);
}
