using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.Contact;

/// <summary>Where the mailed link leads: only the person themselves, signed in, confirms.</summary>
internal sealed class ConfirmModel(AppDbContext db, ISignedIn signedIn, ContactChange change) : PageModel
{
    [FromQuery(Name = ContactChange.Key)]
    public string? Ma { get; set; }

    public NewContact? Wanted { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Wanted = change.Read(await PersonAsync(cancellationToken), Ma);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await PersonAsync(cancellationToken);
        Wanted = change.Read(person, Ma);
        if (Wanted is null)
        {
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        await change.ApplyAsync(person, Wanted);
        return Redirect(PersonalPlaces.Account);
    }

    private Task<Person> PersonAsync(CancellationToken cancellationToken) => db.Set<Person>().SingleAsync(p => p.Id == signedIn.Person!.PersonId, cancellationToken);
}
