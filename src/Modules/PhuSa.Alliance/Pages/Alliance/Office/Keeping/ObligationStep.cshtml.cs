using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>An obligation was met, with what shows it; or is asked for no more, or again, with a reason.</summary>
internal sealed class ObligationStepModel(AllianceDesk desk, Texts text) : MemorandumStepPage(desk, text)
{
    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, ObligationAction> Words { get; } = new Dictionary<string, ObligationAction>(StringComparer.Ordinal)
    {
        ["da-xong"] = ObligationAction.Fulfil,
        ["thoi"] = ObligationAction.Waive,
        ["mo-lai"] = ObligationAction.Resume,
    };

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DeedInput Input { get; set; } = new();

    public Obligation Kept { get; private set; } = null!;

    public ObligationAction Action { get; private set; }

    /// <summary>What the day of the deed is called; null where the step has none.</summary>
    public string? SettlesOn => Action switch
    {
        ObligationAction.Fulfil => "Ngày thực hiện",
        ObligationAction.Waive => "Ngày thôi không yêu cầu",
        _ => null,
    };

    protected override int VersionNow => Kept.Version;

    protected override bool IsNext => ObligationFlow.Table.Next(Kept.Status, Action) is not null;

    protected override string Standing => ObligationFlow.Table[Kept.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Kept.Steps;

    protected override void Begin() => Input.On = Today;

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (SettlesOn is not null)
        {
            CheckDeed(Input.On);
        }

        return Task.CompletedTask;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Kept.Take(Action, Block(Input.Why)!, SettlesOn is null ? null : Input.On, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || !await base.IsFoundAsync(cancellationToken)
            || await Desk.Db.Set<Obligation>().AsSplitQuery().SingleOrDefaultAsync(o => o.Id == Id && o.MemorandumId == Memorandum.Id, cancellationToken) is not { } obligation)
        {
            return false;
        }

        (Kept, Action) = (obligation, action);
        return true;
    }
}
