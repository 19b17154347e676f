using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>The sheet an officer prints and hands over, on A5. The code is on it and nowhere else.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SlipModel(OutsidePeople outside, PeopleList list, TimeProvider clock) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<string> Organisations { get; private set; } = [];

    public string? Code { get; private set; }

    /// <summary>UTC. The page opens right after the code was issued, so at most a moment too late.</summary>
    public DateTime ValidUntil { get; private set; }

    public string SignInAddress => $"{Request.Host}{PersonalPlaces.SignIn}/ma";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await outside.FindAsync(id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Code = ShownOnce.Take(TempData, id);
        ValidUntil = clock.GetUtcNow().UtcDateTime + OneTimeCodes.PrintedLasts;
        Organisations = [.. (await list.ActsForAsync([id], cancellationToken)).Where(a => a.Status == AppointmentStatus.Active).Select(a => a.Organisation).OfType<string>()];
        return Page();
    }
}
