using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>Finds a memorandum by the code of the address.</summary>
internal static class MemorandumOfAddress
{
    public static Task<Memorandum?> MemorandumAsync(this AllianceDesk desk, string code, CancellationToken cancellationToken) =>
        desk.Db.Set<Memorandum>().AsSplitQuery().SingleOrDefaultAsync(m => m.Code == code, cancellationToken);

    public static string AddressOf(Memorandum memorandum) => $"{AllianceRights.Memoranda}/{memorandum.Code}";
}

/// <summary>A page about one memorandum.</summary>
internal abstract class MemorandumPage(AllianceDesk desk, Texts text) : AlliancePage(desk, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    public Memorandum Memorandum { get; private set; } = null!;

    public string Address => MemorandumOfAddress.AddressOf(Memorandum);

    protected async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => (Memorandum = (await Desk.MemorandumAsync(Code, cancellationToken))!) is not null;
}

/// <summary>A page that takes one step with a memorandum or what was promised in it.</summary>
internal abstract class MemorandumStepPage(AllianceDesk desk, Texts text) : AllianceStepPage(desk, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute(Name = "buoc")]
    public string StepWord { get; set; } = "";

    public Memorandum Memorandum { get; private set; } = null!;

    public override string Address => MemorandumOfAddress.AddressOf(Memorandum);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (Memorandum = (await Desk.MemorandumAsync(Code, cancellationToken))!) is not null;

    /// <summary>What happened under a memorandum has a day of its own: since its signing, and not ahead.</summary>
    protected void CheckDeed(DateOnly? on)
    {
        if (on is null && ModelState["Input.On"] is not { Errors.Count: > 0 })
        {
            Wrong("Input.On", "Nhập ngày xảy ra; các con số tính theo ngày này.");
        }
        else if (on < Memorandum.SignedOn.From)
        {
            Wrong("Input.On", "Ngày này không thể trước ngày ký bản ghi nhớ.");
        }
        else
        {
            CheckDay(on, last: null, Today);
        }
    }
}

/// <summary>What was done under a memorandum, and when.</summary>
internal class DeedInput : ReasonInput
{
    [Display(Name = "Ngày")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? On { get; set; }
}
