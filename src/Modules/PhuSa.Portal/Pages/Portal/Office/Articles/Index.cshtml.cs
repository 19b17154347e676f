using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>The articles on the sites of one's own body, the last changed first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(ArticleList list, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    private SiteDirectory _directory = SiteDirectory.Empty;

    public ArticleFilter Filter { get; private set; } = new();

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<ArticleRow> Rows { get; private set; } = [];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public bool MayWrite => signedIn.Person!.May(PublishingRights.Write);

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = PagingTagHelper.Parameter)] string? page, CancellationToken cancellationToken)
    {
        var person = signedIn.Person!;
        Filter = ArticleFilter.Of(Request.Query);
        var articles = await list.OfAsync(person, Filter, cancellationToken);
        Total = await articles.CountAsync(cancellationToken);
        if (!int.TryParse(page ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > PagingTagHelper.Pages(Total, PageSize))
        {
            return NotFound();
        }

        Number = number;
        Rows = await list.RowsAsync(ArticleList.InOrder(articles).Skip((number - 1) * PageSize).Take(PageSize), cancellationToken);
        _directory = await sites.DirectoryAsync(cancellationToken);
        var bodies = PublishingRights.BodiesOf(person, PublishingRights.Read);
        Sites = [.. _directory.Sites.Where(site => bodies.Contains(site.Theme))];
        Categories = [.. Sites.SelectMany(site => _directory.CategoriesOf(site.Code))];
        return Page();
    }

    public IEnumerable<string> NamesOf(IEnumerable<Guid> categories) => categories.Select(_directory.Category).OfType<Category>().Select(category => category.Title);
}
