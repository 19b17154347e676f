using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>A memorandum ends, goes on until another day, or one party has failed; each with a reason.</summary>
internal sealed class MemorandumStepModel(AllianceDesk desk, Texts text) : MemorandumStepPage(desk, text)
{
    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, MemorandumAction> Words { get; } = new Dictionary<string, MemorandumAction>(StringComparer.Ordinal)
    {
        ["gia-han"] = MemorandumAction.Extend,
        ["vi-pham"] = MemorandumAction.Breach,
        ["ket-thuc"] = MemorandumAction.End,
        ["mo-lai"] = MemorandumAction.Reopen,
        ["ghi-nham"] = MemorandumAction.Disown,
    };

    [BindProperty]
    public MemorandumStepInput Input { get; set; } = new();

    public MemorandumAction Action { get; private set; }

    /// <summary>What the day of the deed is called; null where the step has none.</summary>
    public string? ClosesOn => Action switch
    {
        MemorandumAction.End => "Ngày kết thúc",
        MemorandumAction.Breach => "Ngày xác định một bên không thực hiện",
        _ => null,
    };

    protected override int VersionNow => Memorandum.Version;

    protected override bool IsNext => MemorandumFlow.Table.Next(Memorandum.Status, Action) is not null;

    protected override string Standing => MemorandumFlow.Table[Memorandum.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Memorandum.Steps;

    protected override void Begin() => Input.On = Today;

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (ClosesOn is not null)
        {
            CheckDeed(Input.On);
        }

        if (Action == MemorandumAction.Extend && Input.Until is null)
        {
            Wrong("Input.Until", "Nhập ngày hết hạn mới");
        }

        return Task.CompletedTask;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        var why = Block(Input.Why)!;
        switch (Action)
        {
            case MemorandumAction.Extend:
                Memorandum.Extend(Input.Until!.Value, Desk.By, Desk.Now, why);
                break;
            case MemorandumAction.Breach:
                Memorandum.Breach(Input.On, Desk.By, Desk.Now, why);
                break;
            case MemorandumAction.Disown:
                Memorandum.Disown(Desk.By, Desk.Now, why);
                break;
            case MemorandumAction.Reopen:
                Memorandum.Reopen(Desk.By, Desk.Now, why);
                break;
            default:
                Memorandum.End(Input.On, Desk.By, Desk.Now, why);
                break;
        }

        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || !await base.IsFoundAsync(cancellationToken))
        {
            return false;
        }

        Action = action;
        return true;
    }
}

internal sealed class MemorandumStepInput : DeedInput
{
    [Display(Name = "Hết hạn mới")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? Until { get; set; }
}
