using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Pages.Portal.Office.Articles;
using PhuSa.Portal.Watching;
using PhuSa.Portal.Watching.Alarms;

namespace PhuSa.Portal.Pages.Portal.Office.Watch;

/// <summary>An alarm is known and of no matter, for a reason.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DismissModel(AlarmBook alarms, ISignedIn signedIn, Texts text) : PageModel
{
    /// <summary>Fingerprint of the finding as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public WatchAlarm Alarm { get; private set; } = null!;

    public string Told => text[SiteWatch.SentenceOf(Alarm.Kind), Alarm.Address, Alarm.Detail];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken) || Alarm.ClosedAt is not null || Alarm.IsDismissed)
        {
            return NotFound();
        }

        Seen = Alarm.Fingerprint;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // The page that comes back shows the alarm as it is now.
        var seen = Seen;
        Seen = Alarm.Fingerprint;
        ModelState.Remove(nameof(Seen));
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await alarms.DismissAsync(Alarm, seen ?? "", Input.Why!.Trim(), signedIn.Person!.AsActor(), cancellationToken);
        return Redirect(WatchRights.Office);
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await alarms.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Alarm = found;
        return true;
    }
}
