using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Identity.DataRequests;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>The person is told of the procedure: within two working days.</summary>
internal sealed class ConfirmModel(AppDbContext db, ISignedIn signedIn, DataRequestNotices notices, TimeProvider clock) : DataRequestMovePage(db, signedIn, notices, clock)
{
    [BindProperty]
    public ConfirmInput Input { get; set; } = new();

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        DataRequest.Confirm(Input.ThirdParties, Input.Note, by, now);
        return Task.CompletedTask;
    }
}

internal sealed class ConfirmInput
{
    public bool ThirdParties { get; set; }

    [Display(Name = "Điều đã báo cho người yêu cầu")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Note { get; set; }
}
