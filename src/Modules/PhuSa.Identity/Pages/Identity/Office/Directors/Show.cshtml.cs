using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>One director or partner, as far as officers look after them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(OutsidePeople outside, PeopleList list, AccountHistory history, PhoneChange phones) : PageModel
{
    /// <summary>Set by the page that sent a code.</summary>
    public const string SentKey = "da-gui";

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<ActsFor> Acts { get; private set; } = [];

    /// <summary>A number that waits for its code.</summary>
    public string? NewPhone { get; private set; }

    public IReadOnlyList<AccountEvent> Events { get; private set; } = [];

    public bool Sent => Request.Query[SentKey] == "1";

    public static double SentMinutes => OneTimeCodes.SentLasts.TotalMinutes;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await outside.FindAsync(id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Acts = [.. (await list.ActsForAsync([id], cancellationToken)).Where(a => a.Status == AppointmentStatus.Active)];
        NewPhone = (await phones.WaitingAsync(id, cancellationToken))?.Phone;
        Events = await history.OfAsync(person, cancellationToken);
        return Page();
    }
}
