using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Awards;

/// <summary>An award that the nominee has had before.</summary>
internal sealed record EarlierAward(string Form, string Level, string Recipient, string SignedOn, string? Reason, Guid DecisionId);

/// <summary>One nomination, with the awards that the nominee has had: the panel decides with them before its eyes.</summary>
internal sealed class ShowModel(AllianceDesk desk) : PageModel
{
    public Nomination Kept { get; private set; } = null!;

    public AwardKind Kind { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public StatusFacts Status => NominationFlow.Table[Kept.Status];

    public IReadOnlyList<EarlierAward> Earlier { get; private set; } = [];

    public IReadOnlyList<(NominationAction Action, string Word)> Next { get; private set; } = [];

    public IEnumerable<(string Word, Step Step)> Steps => Kept.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .Select(s => (Enum.TryParse<NominationAction>(s.Action, out var action) ? NominationFlow.Of(action) : "Nhận đề nghị", s));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.Db.Set<Nomination>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } nomination)
        {
            return NotFound();
        }

        Kept = nomination;
        Kind = await desk.Db.Set<AwardKind>().AsNoTracking().SingleAsync(k => k.Id == nomination.KindId, cancellationToken);
        Name = AwardCase.NameOf(nomination.RecipientName, nomination.OrganisationId, await desk.Organisations.OfAsync(nomination.OrganisationId is { } own ? [own] : [], cancellationToken));
        Earlier = await EarlierAsync(cancellationToken);
        Next = desk.MayKeep ? [.. Keeping.NominationStepModel.Words.Where(word => NominationFlow.Table.Next(nomination.Status, word.Value) is not null).Select(word => (word.Value, word.Key))] : [];
        return Page();
    }

    /// <summary>Of the organisation itself, or of the person by that name in it.</summary>
    private async Task<IReadOnlyList<EarlierAward>> EarlierAsync(CancellationToken cancellationToken)
    {
        var counting = DecisionFlow.Table.Counting.ToList();
        var (organisation, scope) = (Kept.OrganisationId, Kept.Scope);
        var awards = await desk.Db.Set<Award>().AsNoTracking().Where(a => a.OffAt == null && a.OrganisationId == organisation && a.Scope == scope).ToListAsync(cancellationToken);
        var same = SearchText.Fold(Kept.RecipientName ?? "");
        var own = awards.FindAll(a => SearchText.Fold(a.RecipientName ?? "") == same);
        var ids = own.ConvertAll(a => a.DecisionId).Distinct().ToArray();
        var decisions = await desk.Db.Set<AwardDecision>().AsNoTracking().AsSplitQuery().Where(d => EF.Parameter(ids).Contains(d.Id) && counting.Contains(d.Status)).ToDictionaryAsync(d => d.Id, cancellationToken);
        return
        [
            .. own.Where(a => decisions.ContainsKey(a.DecisionId) && a.DecisionId != Kept.DecisionId).OrderByDescending(a => decisions[a.DecisionId].SignedOn.From).ThenBy(a => a.Id)
                .Select(a => new EarlierAward(Award.Word(a.Form), Award.Word(a.Level), a.RecipientName ?? Name, decisions[a.DecisionId].SignedOn.ToString(), a.Reason, a.DecisionId)),
        ];
    }
}
