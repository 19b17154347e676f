using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Pages.Marks.Office.Inspections;

/// <summary>One visit: whom it is to, why, what was found, and what happened to it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(InspectionDesk desk, IFiles files) : PageModel
{
    private IReadOnlyDictionary<Guid, PaperFact> _papers = new Dictionary<Guid, PaperFact>();

    public InspectionVisit Visit { get; private set; } = null!;

    public CertificationMark Mark { get; private set; } = null!;

    public OrganisationFact Holder { get; private set; } = null!;

    public InspectionPlan? Plan { get; private set; }

    public IReadOnlyList<(VisitRight Looked, MarkGrant Grant)> Rights { get; private set; } = [];

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public IReadOnlyList<(string Word, VisitAction Action)> Next { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public bool IsOpen => !InspectionVisitFlow.Table[Visit.Status].Final;

    public DateOnly Today => desk.Grants.Today;

    public IEnumerable<(string Word, Step Step, VisitAct? Act)> Steps => Visit.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id)
        .Select(step => (Enum.TryParse<VisitAction>(step.Action, out var action) ? InspectionVisitFlow.Of(action) : "Lên lịch kiểm tra", step, Visit.Acts.FirstOrDefault(act => act.Id == step.Id)));

    public PaperFact? PaperOf(Guid? id) => id is { } paper ? _papers.GetValueOrDefault(paper) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } visit)
        {
            return NotFound();
        }

        (Visit, Mark) = (visit, await desk.Grants.MarkAsync(visit.MarkId, cancellationToken));
        Holder = (await desk.Grants.Organisations.OfAsync([visit.HolderId], cancellationToken))[visit.HolderId];
        Plan = visit.PlanId is { } plan ? await desk.FindPlanAsync(plan, cancellationToken) : null;
        Rights = await desk.RightsAsync(visit, cancellationToken);
        Files = await files.OfAsync(VisitFiles.Of(id), cancellationToken);
        MayKeep = desk.Grants.Person.MayKeep(Mark.OwnerId);
        Next = [.. InspectionVisitFlow.Words.Where(step => visit.May(step.Value)).Select(step => (step.Key, step.Value))];
        _papers = await desk.Grants.Papers.OfAsync(visit.Acts.Select(act => act.PaperId).OfType<Guid>(), cancellationToken);
        return Page();
    }
}
