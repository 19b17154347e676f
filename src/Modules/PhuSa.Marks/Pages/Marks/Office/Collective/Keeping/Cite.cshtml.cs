using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>A step of the filing whose paper came later.</summary>
internal sealed class CiteModel(CollectiveDesk desk, Texts text) : CitePage(desk.Grants, text)
{
    private readonly CollectiveDesk _desk = desk;

    public override string Address => CollectiveRights.Of(Id);

    protected override async Task<Uncited?> FindAsync(CancellationToken cancellationToken) =>
        await _desk.FindAsync(Id, cancellationToken) is { } mark && mark.Acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null) is { } act
            ? new Uncited(mark, mark.Name, FilingFlow.Told(act.Action), act.On, paper => mark.Cite(ActId, paper))
            : null;
}
