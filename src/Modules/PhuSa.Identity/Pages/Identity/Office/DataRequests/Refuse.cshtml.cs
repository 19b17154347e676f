using Microsoft.AspNetCore.Mvc;
using PhuSa.Identity.DataRequests;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>Refuses with the legal reason.</summary>
internal sealed class RefuseModel(AppDbContext db, ISignedIn signedIn, DataRequestNotices notices, TimeProvider clock) : DataRequestMovePage(db, signedIn, notices, clock)
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        DataRequest.Refuse(Input.Answer!, by, now);
        return Task.CompletedTask;
    }
}
