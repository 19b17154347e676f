using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>One account: how they sign in, for whom they act, and what happened to it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(AppDbContext db, PeopleList list, AccountHistory history, PhoneChange phones, ISignedIn signedIn, Texts text, TimeProvider clock) : PageModel
{
    /// <summary>The journal's pages are another module's; who may read them sees the way there.</summary>
    private const string ReadJournal = "journal.read";

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<ActsFor> Acts { get; private set; } = [];

    /// <summary>A number that waits for its code.</summary>
    public string? NewPhone { get; private set; }

    public IReadOnlyList<AccountEvent> Events { get; private set; } = [];

    public int OpenSessions { get; private set; }

    public bool HasPasskey { get; private set; }

    public bool MayReadJournal => signedIn.Person!.Rights.Contains(ReadJournal);

    public bool IsReviewDue => Person.Status == PersonStatus.Active && (Person.ReviewedAt ?? Person.CreatedAt) < list.ReviewDueBefore;

    public DateTime? LockedUntil => Person.LockoutEnd > clock.GetUtcNow() ? Person.LockoutEnd.Value.UtcDateTime : null;

    public string Moment(DateTime? at) => at is { } utc ? Texts.Moment(utc) : text["chưa lần nào"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Acts = [.. (await list.ActsForAsync([id], cancellationToken)).Where(a => a.Status == AppointmentStatus.Active)];
        NewPhone = (await phones.WaitingAsync(id, cancellationToken))?.Phone;
        Events = await history.OfAsync(person, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        OpenSessions = await db.Set<SignInSession>().CountAsync(s => s.PersonId == id && s.EndedAt == null && s.EndsAt > now, cancellationToken);
        HasPasskey = await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == id, cancellationToken);
        return Page();
    }
}
