using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Awards;

/// <summary>A nomination in the list.</summary>
internal sealed record NominationLine(Guid Id, string Name, string Kind, AwardScope Scope, DateOnly NominatedOn, NominationStatus Status);

/// <summary>Nominations that wait for something, or those of one state; and the decisions.</summary>
internal sealed class IndexModel(AllianceDesk desk, IEnumerable<DecisionCase> cases) : PageModel
{
    public const string StateKey = "tinh-trang";

    public static IReadOnlyDictionary<string, NominationStatus> States { get; } = new Dictionary<string, NominationStatus>(StringComparer.Ordinal)
    {
        ["cho-xet"] = NominationStatus.Nominated,
        ["dong-y"] = NominationStatus.Approved,
        ["khong-dong-y"] = NominationStatus.Declined,
        ["trong-du-thao"] = NominationStatus.Listed,
        ["da-khen"] = NominationStatus.Awarded,
        ["da-rut"] = NominationStatus.TakenBack,
    };

    public NominationStatus? State { get; private set; }

    public IReadOnlyDictionary<NominationStatus, int> Counts { get; private set; } = new Dictionary<NominationStatus, int>();

    public IReadOnlyList<NominationLine> Nominations { get; private set; } = [];

    public IReadOnlyList<CaseLine> Decisions { get; private set; } = [];

    public DecisionCase Case { get; } = cases.First(known => known.Word == "khen-thuong");

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        State = States.TryGetValue(Request.Query[StateKey].ToString(), out var state) ? state : null;
        var nominations = desk.Db.Set<Nomination>().AsNoTracking();
        Counts = await nominations.GroupBy(n => n.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var rows = await nominations.AsSplitQuery()
            .Where(n => State == null ? NominationFlow.Open.Contains(n.Status) : n.Status == State)
            .OrderByDescending(n => n.NominatedOn).ThenBy(n => n.Id).ToListAsync(cancellationToken);
        var named = await desk.Organisations.OfAsync(rows.Select(n => n.OrganisationId).OfType<Guid>(), cancellationToken);
        var kinds = await desk.Db.Set<AwardKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancellationToken);
        Nominations = [.. rows.Select(n => new NominationLine(n.Id, AwardCase.NameOf(n.RecipientName, n.OrganisationId, named), kinds[n.KindId], n.Scope, n.NominatedOn, n.Status))];
        Decisions = await Case.AllAsync(cancellationToken);
    }
}
