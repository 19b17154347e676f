using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective;

/// <summary>What is said of one step: its word, its step, and what an officer said of it.</summary>
internal sealed record FilingStep(string Word, Step Step, FilingAct? Act);

/// <summary>One collective mark: its filing, what comes next and by when, who may use it, and what happened.</summary>
internal sealed class ShowModel(CollectiveDesk desk) : PageModel
{
    private IReadOnlyDictionary<Guid, PaperFact> _papers = new Dictionary<Guid, PaperFact>();

    public CollectiveMark Mark { get; private set; } = null!;

    public OrganisationFact Owner { get; private set; } = null!;

    public FilingStanding Standing { get; private set; } = null!;

    /// <summary>In force on the day of the filing; null where that is not known.</summary>
    public FilingRegime? Regime { get; private set; }

    /// <summary>Of the stage that is waited for.</summary>
    public FilingLimit? Limit { get; private set; }

    public IReadOnlyList<FilingStep> Steps { get; private set; } = [];

    /// <summary>The moves that its stage allows.</summary>
    public IReadOnlyList<FilingAction> Next { get; private set; } = [];

    public IReadOnlyList<(MarkMember Member, string Name)> Members { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public PaperFact? PaperOf(Guid? id) => id is { } paper ? _papers.GetValueOrDefault(paper) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } mark)
        {
            return NotFound();
        }

        Mark = mark;
        Owner = (await desk.Organisations.OfAsync([mark.OwnerId], cancellationToken))[mark.OwnerId];
        var calendar = await desk.CalendarAsync(cancellationToken);
        (Standing, Regime) = (calendar.StandingOf(mark, desk.Today), calendar.On(mark.FiledOn));
        Limit = FilingCalendar.Running(mark.Status) is { } running ? Regime?.Of(running.Term) : null;
        Next = [.. Enum.GetValues<FilingAction>().Where(action => FilingFlow.Table.Next(mark.Status, action) is not null)];
        Steps =
        [
            .. mark.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Select(step => new FilingStep(
                Enum.TryParse<FilingAction>(step.Action, out var action) ? FilingFlow.Told(action) : "Ghi nhận",
                step,
                mark.Acts.FirstOrDefault(act => act.Id == step.Id))),
        ];
        await MembersAsync(cancellationToken);
        _papers = await desk.Papers.OfAsync(mark.Acts.Select(act => act.PaperId).OfType<Guid>().Concat(mark.Regulations.Select(version => version.PaperId)), cancellationToken);
        return Page();
    }

    private async Task MembersAsync(CancellationToken cancellationToken)
    {
        var members = await desk.Db.Set<MarkMember>().AsNoTracking().Where(member => member.MarkId == Mark.Id).ToListAsync(cancellationToken);
        var names = await desk.Organisations.OfAsync(members.Select(member => member.OrganisationId), cancellationToken);
        Members = [.. members.Select(member => (member, Name: names[member.OrganisationId].Name)).OrderBy(told => told.member.Until is not null).ThenBy(told => told.Name, VietnameseOrder.Instance).ThenBy(told => told.member.Id)];
    }
}
