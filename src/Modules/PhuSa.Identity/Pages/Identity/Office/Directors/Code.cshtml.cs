using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>Issues a one-time code: to print, or through a channel.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodeModel(OutsidePeople outside, CodeHandover handover) : PageModel
{
    public const string Print = "print";

    [BindProperty]
    public string? Way { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<string> Ways => handover.WaysTo(Person);

    public static double PrintedDays => OneTimeCodes.PrintedLasts.TotalDays;

    public static double SentMinutes => OneTimeCodes.SentLasts.TotalMinutes;

    public static string WordOf(string way) => way switch
    {
        "sms" => "Gửi tin nhắn SMS",
        "zalo" => "Gửi qua Zalo",
        _ => "Gửi thư điện tử",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Way is { } way && Ways.Contains(way))
        {
            await handover.SendAsync(Person, way, $"{Request.Scheme}://{Request.Host}{PersonalPlaces.SignIn}/ma", cancellationToken);
            return Redirect($"/quan-tri/dai-dien-htx/{id}?{ShowModel.SentKey}=1");
        }

        ShownOnce.Keep(TempData, id, await handover.PrintAsync(Person, cancellationToken));
        return Redirect($"/quan-tri/dai-dien-htx/{id}/phieu");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await outside.FindAsync(id, cancellationToken) is { } person && (Person = person) is not null;
}
