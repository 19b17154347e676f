using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>A decision of the kind that an address names.</summary>
/// <param name="Name">Its paper as the office calls it, or what the list is called.</param>
internal sealed record CaseOfAddress(DecisionCase Case, ListedDecision Decision, string Name)
{
    public static async Task<CaseOfAddress?> FindAsync(AllianceDesk desk, IEnumerable<DecisionCase> cases, string word, Guid id, Texts text, CancellationToken cancellationToken)
    {
        if (cases.FirstOrDefault(known => known.Word == word) is not { } kind || await kind.FindAsync(id, cancellationToken) is not { } decision)
        {
            return null;
        }

        var papers = await desk.Papers.OfAsync(decision.PaperId is { } paper ? [paper] : [], cancellationToken);
        return new CaseOfAddress(kind, decision, papers.Values.FirstOrDefault()?.Citation ?? decision.Title ?? text[kind.Title]);
    }
}

/// <summary>A page about one decision of the kind that its address names.</summary>
internal abstract class CasePage(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AlliancePage(desk, text)
{
    private CaseOfAddress _found = null!;

    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public DecisionCase Case => _found.Case;

    public ListedDecision Decision => _found.Decision;

    public string Name => _found.Name;

    public string Address => Case.AddressOf(Id);

    protected async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (_found = (await CaseOfAddress.FindAsync(Desk, cases, Word, Id, Text, cancellationToken))!) is not null;
}

/// <summary>A page that takes one step with a decision.</summary>
internal abstract class CaseStepPage(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text, DecisionAction action) : AllianceStepPage(desk, text)
{
    private CaseOfAddress _found = null!;

    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public DecisionCase Case => _found.Case;

    public ListedDecision Decision => _found.Decision;

    public string Name => _found.Name;

    public override string Address => Case.AddressOf(Id);

    protected override int VersionNow => Decision.Version;

    protected override bool IsNext => DecisionFlow.Table.Next(Decision.Status, action) is not null;

    protected override string Standing => DecisionFlow.Table[Decision.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Decision.Steps;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (_found = (await CaseOfAddress.FindAsync(Desk, cases, Word, Id, Text, cancellationToken))!) is not null;
}
