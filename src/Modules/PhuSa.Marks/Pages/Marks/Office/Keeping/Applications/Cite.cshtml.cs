using PhuSa.Marks.Applications;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>The record of a field check, the result of a sample or the letter of a refusal that came later.</summary>
internal sealed class CiteModel(ApplicationDesk desk, Texts text) : CitePage(desk.Grants, text)
{
    private readonly ApplicationDesk _desk = desk;

    public override string Address => ApplicationDesk.Of(Id);

    protected override async Task<Uncited?> FindAsync(CancellationToken cancellationToken) =>
        await _desk.FindKeptAsync(Id, cancellationToken) is { } application && application.Acts.FirstOrDefault(act => act.Id == ActId && application.PaperOf(act) is null) is { } act
            ? new Uncited(application, application.JournalTitle, MarkApplicationFlow.Of(act.Action), act.On, paper => application.Cite(ActId, paper))
            : null;
}
