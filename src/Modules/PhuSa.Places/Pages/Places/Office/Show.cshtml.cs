using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Places.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Places.Pages.Places.Office;

/// <summary>One unit in one version: where its area came from and went to.</summary>
internal sealed class ShowModel(PlaceBook book, ISignedIn signedIn) : PageModel
{
    public PlaceSheet Sheet { get; private set; } = null!;

    public bool MayKeep => signedIn.Person!.May(PlacesRights.Keep);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }
}
