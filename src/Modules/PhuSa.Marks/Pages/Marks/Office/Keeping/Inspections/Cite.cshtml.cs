using PhuSa.Marks.Inspections;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>The letter of an announcement or the record of a visit that came later.</summary>
internal sealed class CiteModel(InspectionDesk desk, Texts text) : CitePage(desk.Grants, text)
{
    private readonly InspectionDesk _desk = desk;

    public override string Address => InspectionDesk.Of(Id);

    protected override async Task<Uncited?> FindAsync(CancellationToken cancellationToken) =>
        await _desk.FindKeptAsync(Id, cancellationToken) is { } visit && visit.Acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null) is { } act
            ? new Uncited(visit, visit.Code, InspectionVisitFlow.Of(act.Action), act.On, paper => visit.Cite(ActId, paper))
            : null;
}
