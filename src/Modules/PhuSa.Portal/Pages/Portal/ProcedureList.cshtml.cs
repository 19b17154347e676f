using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The administrative procedures of a site by field; what has no field comes last.</summary>
internal sealed class ProcedureListModel(KeptSites sites, Libraries libraries) : PageModel
{
    public const int LongestWords = 200;
    public const int Size = 30;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    public bool IsTyped => !string.IsNullOrWhiteSpace(Words);

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    public ProcedurePage List { get; private set; } = null!;

    public IEnumerable<IGrouping<string?, ProcedureRow>> Fields => List.Rows.GroupBy(procedure => procedure.Field, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site || !ModelState.IsValid || Number is < 1 or > int.MaxValue / Size)
        {
            return NotFound();
        }

        Words = Words is { Length: > LongestWords } ? Words[..LongestWords] : Words;
        List = await libraries.ProceduresAsync(Libraries.CategoriesOf(directory, site.Code), ArticleFilter.Folded(Words), (Number - 1) * Size, Size, cancellationToken);
        return Number > PagingTagHelper.Pages(List.Count, Size) ? NotFound() : Page();
    }
}
