using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Takes a published question off the page.</summary>
internal sealed class WithdrawModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Withdraw(Input.Note, by, now);
        return Task.CompletedTask;
    }
}

internal sealed class WithdrawInput
{
    [Display(Name = "Lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Note { get; set; }
}
