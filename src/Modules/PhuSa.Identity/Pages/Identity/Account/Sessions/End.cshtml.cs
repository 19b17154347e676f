using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.Sessions;

/// <summary>Ends one of one's own sessions; the next request of that browser finds it ended, on whatever instance.</summary>
internal sealed class EndModel(AppDbContext db, SessionBook sessions, ISignedIn signedIn, JournalNotes notes) : PageModel
{
    public SignInSession Session { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var me = signedIn.Person!;
        await sessions.EndAsync(id, cancellationToken);
        notes.Add("identity_people", me.PersonId, me.PersonId.ToString("N"), "EndSession");
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(id == me.SessionId ? PersonalPlaces.SignIn : "/tai-khoan/phien");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = await db.Set<SignInSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.PersonId == signedIn.Person!.PersonId && s.EndedAt == null, cancellationToken);
        Session = session!;
        return session is not null;
    }
}
