using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Files.Pages.Files.Office.Shelf;

/// <summary>Makes a link for somebody without an account. It is shown once, in answer to the form, and kept nowhere.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LinkModel(IFiles files, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LinkInput Input { get; set; } = new();

    public StoredFile? Kept { get; private set; }

    public string? Made { get; private set; }

    public DateTime Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FoundAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !LinkInput.Choices.Contains(Input.Days))
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var lasts = TimeSpan.FromDays(Input.Days);
        Until = clock.GetUtcNow().UtcDateTime + lasts;
        Made = $"{Request.Scheme}://{Request.Host}{await files.LinkAsync(Kept!, lasts, cancellationToken)}";
        return Page();
    }

    private async Task<bool> FoundAsync(CancellationToken cancellationToken)
    {
        Kept = await files.FindAsync(Id, cancellationToken);
        return Kept?.Owner == SharedFiles.Of(signedIn.Person!);
    }
}

internal sealed class LinkInput
{
    [Display(Name = "Dùng được trong")]
    public int Days { get; set; } = 7;

    public static IReadOnlyList<int> Choices { get; } = [1, 7, 30];
}
