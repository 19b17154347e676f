using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Documents.Drawing;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Marks.Pages.Marks.Office.Grants;

/// <summary>What is said of one step: its word, its step, and what an officer said of it.</summary>
internal sealed record GrantStep(string Word, Step Step, GrantAct? Act);

/// <summary>One right: what it is, how its label is checked, and what happened to it.</summary>
internal sealed class ShowModel(GrantDesk desk, LabelDesk labels, InspectionDesk inspections, CeremonyDesk ceremonies, ISites sites, IPageViewDays views) : PageModel
{
    public const int CountedDays = 30;
    private IReadOnlyDictionary<Guid, PaperFact> _papers = new Dictionary<Guid, PaperFact>();

    public MarkGrant Grant { get; private set; } = null!;

    public CertificationMark Mark { get; private set; } = null!;

    public OrganisationFact Holder { get; private set; } = null!;

    public GrantStanding Standing { get; private set; } = null!;

    public IReadOnlyList<GrantStep> Steps { get; private set; } = [];

    /// <summary>The moves that its status allows.</summary>
    public IReadOnlyList<GrantAction> Next { get; private set; } = [];

    public LabelLedger Ledger { get; private set; } = null!;

    public bool MayKeep { get; private set; }

    /// <summary>The inspections that looked, or are to look, at it; the latest first.</summary>
    public IReadOnlyList<InspectionVisit> Visits { get; private set; } = [];

    /// <summary>Where its certificate was handed over; null where nowhere.</summary>
    public HandoverCeremony? Ceremony { get; private set; }

    /// <summary>Absolute: it is printed.</summary>
    public string Check { get; private set; } = "";

    public QrDrawing Qr { get; private set; } = null!;

    public IReadOnlyList<PageViewsOfDay> Checks { get; private set; } = [];

    public PaperFact? PaperOf(Guid? id) => id is { } paper ? _papers.GetValueOrDefault(paper) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } grant)
        {
            return NotFound();
        }

        (Grant, Mark) = (grant, await desk.MarkAsync(grant.MarkId, cancellationToken));
        Holder = (await desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId];
        Standing = GrantStanding.On(desk.Today, grant.Status, grant.ExpiresOn, grant.GivenOn.From);
        MayKeep = desk.Person.MayKeep(Mark.OwnerId);
        Next = [.. Enum.GetValues<GrantAction>().Where(action => GrantFlow.Table.Next(grant.Status, action) is not null)];
        Steps =
        [
            .. grant.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Select(step => new GrantStep(
                Enum.TryParse<GrantAction>(step.Action, out var action) ? GrantFlow.Of(action) : "Ghi nhận",
                step,
                grant.Acts.FirstOrDefault(act => act.Id == step.Id))),
        ];
        _papers = await desk.Papers.OfAsync(grant.Acts.Select(act => act.PaperId).Append(grant.DecisionId).OfType<Guid>(), cancellationToken);
        Visits = await inspections.OfGrantAsync(id, cancellationToken);
        Ceremony = (await ceremonies.OfGrantsAsync([id], cancellationToken)).GetValueOrDefault(id);
        Ledger = await labels.LedgerAsync(id, cancellationToken);
        Check = (await sites.OfThemeAsync(SiteThemes.Department, HttpContext, cancellationToken)).Address + CheckAddress.Of(grant.CheckCode);
        Qr = QrDrawing.Of(Check);
        Checks = await views.OfAsync([CheckAddress.Of(grant.CheckCode), CheckAddress.Of(grant.CheckCode, english: true)], desk.Today.AddDays(1 - CountedDays), desk.Today, cancellationToken);
        return Page();
    }
}
