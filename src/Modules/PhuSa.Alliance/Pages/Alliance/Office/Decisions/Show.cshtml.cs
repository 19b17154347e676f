using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Decisions;

/// <summary>One decision with its list, and what can be done next.</summary>
internal sealed class ShowModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CasePage(desk, cases, text)
{
    public StatusFacts Status => DecisionFlow.Table[Decision.Status];

    public PaperFact? Paper { get; private set; }

    public IReadOnlyList<CaseItem> Rows { get; private set; } = [];

    /// <summary>How many rows stand; one that was taken off is shown and not counted.</summary>
    public int Standing => Rows.Count(row => row.Row is not { IsOff: true });

    public bool MayTakeOff => Desk.MayDecide && DecisionFlow.Table.Counting.Contains(Decision.Status);

    public bool MayKeep => Desk.MayKeep;

    public bool ShowsStanding => MayTakeOff || (MayKeep && Rows.Any(row => row.EditUrl is not null)) || Rows.Any(row => row.Row is { IsOff: true });

    public IReadOnlyList<(string Word, string Url, bool Danger)> Next { get; private set; } = [];

    public IEnumerable<(string Word, Step Step)> Steps => Decision.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .Select(s => (Enum.TryParse<DecisionAction>(s.Action, out var action) ? DecisionFlow.Of(action) : s.To == nameof(DecisionStatus.Preparing) ? "Lập danh sách" : "Ghi nhận", s));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Paper = Decision.PaperId is { } paper ? (await Desk.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        Rows = [.. (await Case.ItemsAsync(Decision, cancellationToken)).Where(row => row.IsPicked)];
        Next = [.. NextOf()];
        return Page();
    }

    private IEnumerable<(string, string, bool)> NextOf()
    {
        if (Decision.Status == DecisionStatus.Preparing && Desk.MayKeep)
        {
            yield return ("Chọn vào danh sách", $"{Address}/danh-sach", false);
            if (Rows.Count > 0)
            {
                yield return ("Soạn văn bản từ danh sách", $"{AllianceRights.Drafting}?mau={Case.TemplateCode}&ho-so={Id}", false);
            }
        }

        foreach (var (action, word, danger) in new[] { (DecisionAction.Sign, "ky", false), (DecisionAction.Announce, "cong-bo", false), (DecisionAction.Retract, "bo-ngay-cong-bo", false), (DecisionAction.Drop, "bo", true), (DecisionAction.Void, "huy-so", true) })
        {
            if (DecisionFlow.Table.Next(Decision.Status, action) is not null && (action == DecisionAction.Drop ? Desk.MayKeep : Desk.MayDecide) && (action != DecisionAction.Sign || Rows.Count > 0))
            {
                yield return (DecisionFlow.Of(action), $"{Address}/{word}", danger);
            }
        }
    }
}
