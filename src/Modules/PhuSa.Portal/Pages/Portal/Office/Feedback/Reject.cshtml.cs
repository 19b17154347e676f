using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Not dealt with, and why: the sender reads it by the code.</summary>
internal sealed class RejectModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    [BindProperty]
    public RejectInput Input { get; set; } = new();

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Reject(Input.Reason!, by, now);
        return Task.CompletedTask;
    }
}

internal sealed class RejectInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(FeedbackItem.ReasonMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Reason { get; set; }
}
