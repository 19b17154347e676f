using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Office.Filters;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Pages.Office.Filters;

/// <summary>Forgets a saved filter; one that is not there any more, or another person's, changes nothing.</summary>
internal sealed class DropModel(FilterBook book, ISignedIn signedIn) : PageModel
{
    private const string Back = "/quan-tri/bo-loc";

    public IActionResult OnGet() => Redirect(Back);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, CancellationToken cancellationToken) =>
        await book.DropAsync(signedIn.Person!.PersonId, id, cancellationToken) == 1 ? Redirect(Back) : NotFound();
}
