using PhuSa.Marks.Attachments;
using PhuSa.Marks.Inspections;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>A photo that was sent by mistake goes again, while the visit is open.</summary>
internal sealed class DetachModel(InspectionDesk desk, IFiles files, Texts text) : DetachPage<InspectionVisit>(files, text, VisitFiles.Attaching)
{
    public override string Address => InspectionDesk.Of(Id);

    protected override async Task<InspectionVisit?> FindAsync(CancellationToken cancellationToken) =>
        await desk.FindKeptAsync(Id, cancellationToken) is { } visit && !InspectionVisitFlow.Table[visit.Status].Final ? visit : null;
}
