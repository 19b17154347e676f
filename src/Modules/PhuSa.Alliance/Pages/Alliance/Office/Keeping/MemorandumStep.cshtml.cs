using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>A memorandum ends, goes on until another day, or one party has failed; each with a reason.</summary>
internal sealed class MemorandumStepModel(AllianceDesk desk, Texts text) : MemorandumPage(desk, text)
{
    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, MemorandumAction> Words { get; } = new Dictionary<string, MemorandumAction>(StringComparer.Ordinal)
    {
        ["gia-han"] = MemorandumAction.Extend,
        ["vi-pham"] = MemorandumAction.Breach,
        ["ket-thuc"] = MemorandumAction.End,
    };

    [FromRoute(Name = "buoc")]
    public string StepWord { get; set; } = "";

    [BindProperty]
    public MemorandumStepInput Input { get; set; } = new();

    public MemorandumAction Action { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsStepAsync(cancellationToken) || MemorandumFlow.Table.Next(Memorandum.Status, Action) is null)
        {
            return NotFound();
        }

        Version = Memorandum.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsStepAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Action == MemorandumAction.Extend && Input.Until is null)
        {
            Wrong("Input.Until", "Nhập ngày hết hạn mới");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Memorandum).Property(m => m.Version).OriginalValue = Version;
        var why = Block(Input.Why)!;
        switch (Action)
        {
            case MemorandumAction.Extend:
                Memorandum.Extend(Input.Until!.Value, Desk.By, Desk.Now, why);
                break;
            case MemorandumAction.Breach:
                Memorandum.Breach(Desk.By, Desk.Now, why);
                break;
            default:
                Memorandum.End(Desk.By, Desk.Now, why);
                break;
        }

        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsStepAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || !await IsFoundAsync(cancellationToken))
        {
            return false;
        }

        Action = action;
        return true;
    }
}

internal sealed class MemorandumStepInput : ReasonInput
{
    [Display(Name = "Hết hạn mới")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? Until { get; set; }
}
