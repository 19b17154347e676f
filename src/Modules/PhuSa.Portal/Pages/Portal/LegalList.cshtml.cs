using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The library of legal documents of a site; every state of it has an address.</summary>
internal sealed class LegalListModel(KeptSites sites, LegalLibrary library) : PageModel
{
    public const int Size = 20;

    public LegalFilter Filter { get; private set; } = new();

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    public LegalPage List { get; private set; } = null!;

    public LegalChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site || !ModelState.IsValid || Number is < 1 or > int.MaxValue / Size)
        {
            return NotFound();
        }

        Filter = LegalFilter.Of(Request.Query);
        var categories = Libraries.CategoriesOf(directory, site.Code);
        Choices = await library.ChoicesAsync(categories, cancellationToken);
        List = await library.OfAsync(categories, Filter, (Number - 1) * Size, Size, cancellationToken);
        return Number > PagingTagHelper.Pages(List.Count, Size) ? NotFound() : Page();
    }
}
