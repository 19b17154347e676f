using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Identity.DataRequests;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>More time, once.</summary>
internal sealed class ExtendModel(AppDbContext db, ISignedIn signedIn, DataRequestNotices notices, TimeProvider clock) : DataRequestMovePage(db, signedIn, notices, clock)
{
    [BindProperty]
    public ExtendInput Input { get; set; } = new();

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        DataRequest.Extend(Input.Days!.Value, Input.Why!, by, now);
        return Task.CompletedTask;
    }
}

internal sealed class ExtendInput
{
    [Display(Name = "Thêm bao nhiêu ngày")]
    [Required(ErrorMessage = "Nhập số ngày gia hạn")]
    [Range(1, DataRequestTerms.MostExtension, ErrorMessage = "Số ngày gia hạn từ {1} đến {2}")]
    public int? Days { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
