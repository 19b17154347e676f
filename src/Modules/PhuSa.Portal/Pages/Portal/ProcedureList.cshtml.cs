using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The administrative procedures of a site by field; what has no field comes last.</summary>
internal sealed class ProcedureListModel(KeptSites sites, Libraries libraries) : PageModel
{
    public const int LongestWords = 200;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    public bool IsTyped => !string.IsNullOrWhiteSpace(Words);

    public IReadOnlyList<IGrouping<string?, ListedArticle>> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site)
        {
            return NotFound();
        }

        Words = Words is { Length: > LongestWords } ? Words[..LongestWords] : Words;
        var procedures = await libraries.OfAsync(Libraries.CategoriesOf(directory, site.Code), [ArticleKind.Procedure], ArticleFilter.Folded(Words), cancellationToken);
        Fields = [.. procedures.GroupBy(procedure => procedure.Field, StringComparer.Ordinal).OrderBy(field => field.Key is null).ThenBy(field => field.Key ?? "", VietnameseOrder.Instance)];
        return Page();
    }
}
