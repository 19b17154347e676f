using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>For which organisation the person acts in this session; the next one begins with the same.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ActForModel(AppDbContext db, PeopleList list, JournalNotes notes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public Guid? Appointment { get; set; }

    public IReadOnlyList<ActsFor> Acts { get; private set; } = [];

    /// <summary>The one chosen now.</summary>
    public Guid? Present { get; private set; }

    public string Next => LocalAddress.Is(Tiep) ? LocalAddress.Encoded(Tiep!) : PersonalPlaces.Office;

    private SessionState Session => HttpContext.Features.Get<SessionState>()!;

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Acts.FirstOrDefault(acts => acts.AppointmentId == Appointment) is not { } chosen)
        {
            return NotFound();
        }

        var session = Session;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<SignInSession>().Where(s => s.Id == session.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.AppointmentId, chosen.AppointmentId), cancellationToken);
        await db.Set<Person>().Where(p => p.Id == session.PersonId).ExecuteUpdateAsync(set => set.SetProperty(p => p.ActsAsId, chosen.AppointmentId), cancellationToken);
        notes.Add("identity_people", session.PersonId, session.PersonId.ToString("N"), "ActFor");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Redirect(Next);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Acts = [.. (await list.ActsForAsync([Session.PersonId], cancellationToken)).Where(acts => acts.Status == AppointmentStatus.Active)];
        Present = await db.Set<SignInSession>().Where(s => s.Id == Session.SessionId).Select(s => s.AppointmentId).SingleOrDefaultAsync(cancellationToken)
            ?? (Acts.Count == 1 ? Acts[0].AppointmentId : null);
    }
}
