using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.Sessions;

/// <summary>Where one is signed in, the last used first.</summary>
internal sealed class IndexModel(AppDbContext db, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SignInSession> Sessions { get; private set; } = [];

    public Guid This => signedIn.Person!.SessionId;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Sessions = await db.Set<SignInSession>().AsNoTracking()
            .Where(s => s.PersonId == signedIn.Person!.PersonId && s.EndedAt == null && s.EndsAt > now)
            .OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
    }
}
