using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.Sessions;

internal sealed class EndOthersModel(AppDbContext db, SessionBook sessions, ISignedIn signedIn, JournalNotes notes) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var me = signedIn.Person!;
        await sessions.EndAllAsync(me.PersonId, me.SessionId, cancellationToken);
        notes.Add("identity_people", me.PersonId, me.PersonId.ToString("N"), "EndSessions");
        await db.SaveChangesAsync(cancellationToken);
        return Redirect("/tai-khoan/phien");
    }
}
