using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Ceremonies;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Ceremonies;

/// <summary>A right that was named by mistake is taken off, with the reason; who did it and when stays on the ceremony's page.</summary>
internal sealed class TakeOffModel(CeremonyDesk desk, Acting acting, Texts text) : EditingPage<ReportStepInput>(desk.Db, text)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "quyen")]
    public Guid GrantId { get; set; }

    public HandoverCeremony Ceremony { get; private set; } = null!;

    public HandedLine Line { get; private set; } = null!;

    public string Address => CeremonyDesk.Of(Id);

    protected override string Home => Address;

    protected override bool MayBegin => Line.Handed.Stands;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Id, cancellationToken) is not { } ceremony
            || (await desk.LinesAsync(ceremony, cancellationToken)).Where(line => line.Grant.Id == GrantId).OrderByDescending(line => line.Handed.Stands).FirstOrDefault() is not { } line)
        {
            return false;
        }

        (Ceremony, Line) = (ceremony, line);
        return true;
    }

    protected override ReportStepInput Stored() => new();

    protected override IEnumerable<(string Label, string? Words)> Told(ReportStepInput input) => [("Tình trạng", Line.Handed.Stands ? "Đang ghi trao" : "Đã bỏ khỏi buổi lễ")];

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var why = GrantForms.Block(Input.Why);
        acting.As(desk.Grants.By, why);
        try
        {
            Ceremony.TakeOff(GrantId, why, desk.Grants.By, desk.Grants.Now);
        }
        catch (RefusedException) when (!Line.Handed.Stands)
        {
            // A form sent twice takes it off once.
            return Task.CompletedTask;
        }

        // The rights are a part's; the ceremony carries the version that keeps two from writing at once.
        desk.Db.Entry(Ceremony).Property(c => c.Version).IsModified = true;
        return Task.CompletedTask;
    }
}
