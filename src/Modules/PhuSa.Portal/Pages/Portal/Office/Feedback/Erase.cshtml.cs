using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>The sender asks to be forgotten before the term ends: the values go with the letters they were in, and with the record's key what the journal told of them.</summary>
internal sealed class EraseModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, IPersonKeys keys, SentLetters letters, Acting acting, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Erase(now);
        acting.As(by, "Xoá dữ liệu cá nhân theo yêu cầu");
        await keys.DestroyAsync(Item.Id, cancellationToken);
        await letters.ForgetAsync(Item.Id, cancellationToken);
    }
}
