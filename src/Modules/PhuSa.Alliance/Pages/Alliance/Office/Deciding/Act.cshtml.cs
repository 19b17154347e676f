using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Deciding;

/// <summary>Records that a member was suspended, restored, let go or excluded, with day, paper and reason.</summary>
internal sealed class ActModel(AllianceDesk desk, MemberBook book, Texts text) : MemberStepPage(desk, book, text)
{
    [BindProperty]
    public ActInput Input { get; set; } = new();

    /// <summary>What may be done from here.</summary>
    public IReadOnlyList<MembershipAction> Next { get; private set; } = [];

    protected override bool IsNext => Next.Count > 0;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!await base.IsFoundAsync(cancellationToken))
        {
            return false;
        }

        var standing = History.On(Today);
        var from = standing.State ?? (standing.IsUnknown ? MembershipState.Member : null);
        Next = from is null ? [] : [.. MembershipFlow.Recorded.Where(action => MembershipFlow.Table.Next(from.Value, action) is not null)];
        return true;
    }

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.On > Today)
        {
            Wrong("Input.On", "Ngày có hiệu lực không thể sau hôm nay");
        }

        return Task.CompletedTask;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        if (Record is null)
        {
            Record = new Membership(Organisation.Id, Organisation.Code);
            Desk.Db.Add(Record);
        }

        Record.Record(History, Organisation.Name, Input.Action!.Value, new MembershipNews(Input.On!.Value, VietnameseText.OnOneLine(Input.Source)!, Block(Input.Why)!), Today, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class ActInput : ReasonInput
{
    [Display(Name = "Việc ghi nhận")]
    [Required(ErrorMessage = "Chọn việc cần ghi nhận")]
    [EnumDataType(typeof(MembershipAction), ErrorMessage = "Chọn việc cần ghi nhận")]
    public MembershipAction? Action { get; set; }

    [Display(Name = "Có hiệu lực từ ngày")]
    [Required(ErrorMessage = "Nhập ngày có hiệu lực")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Theo giấy tờ")]
    [Required(ErrorMessage = "Nhập số, ngày của đơn hoặc quyết định")]
    [StringLength(MembershipAct.SourceMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Source { get; set; }
}
