using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>One step of a nomination with what the panel said, or why.</summary>
internal sealed class NominationStepModel(AllianceDesk desk, Texts text) : AllianceStepPage(desk, text), IAsksWhy
{
    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, NominationAction> Words { get; } = new Dictionary<string, NominationAction>(StringComparer.Ordinal)
    {
        ["dong-y"] = NominationAction.Approve,
        ["khong-dong-y"] = NominationAction.Decline,
        ["xet-lai"] = NominationAction.Reconsider,
        ["rut"] = NominationAction.TakeBack,
    };

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string StepWord { get; set; } = "";

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public Nomination Kept { get; private set; } = null!;

    public NominationAction Action { get; private set; }

    public override string Address => $"{AllianceRights.Awards}/{Id}";

    public string Name { get; private set; } = "";

    protected override int VersionNow => Kept.Version;

    protected override bool IsNext => NominationFlow.Table.Next(Kept.Status, Action) is not null;

    protected override string Standing => NominationFlow.Table[Kept.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Kept.Steps;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Kept.Consider(Action, Block(Input.Why)!, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || await Desk.Db.Set<Nomination>().AsSplitQuery().SingleOrDefaultAsync(n => n.Id == Id, cancellationToken) is not { } nomination)
        {
            return false;
        }

        (Kept, Action) = (nomination, action);
        Name = AwardCase.NameOf(nomination.RecipientName, nomination.OrganisationId, await Desk.Organisations.OfAsync(nomination.OrganisationId is { } own ? [own] : [], cancellationToken));
        return true;
    }
}
