using Microsoft.AspNetCore.Mvc;
using PhuSa.Identity.DataRequests;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>Settles the request. A deletion is done here and now.</summary>
internal sealed class FinishModel(AppDbContext db, ISignedIn signedIn, DataRequestNotices notices, Erasure erasure, TimeProvider clock) : DataRequestMovePage(db, signedIn, notices, clock)
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        DataRequest.Finish(Input.Answer!, by, now);
        if (DataRequest.Kind == DataRequestKind.Deletion)
        {
            await erasure.EraseAsync(DataRequest.PersonId, by, cancellationToken);
        }
    }
}
