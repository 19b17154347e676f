using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal.Pages.Portal.Office.Statistics;

/// <summary>What of the agency's sites was read in a period: article by article, by author, by category.</summary>
internal sealed class IndexModel(ArticleViews views, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public ArticleViewFilter Filter { get; private set; } = null!;

    public int Number { get; private set; }

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    public long Views { get; private set; }

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public IReadOnlyList<ArticleViewRow> Rows { get; private set; } = [];

    public IReadOnlyList<ViewsSum> Sums { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        Filter = ArticleViewFilter.Of(Request.Query, VietnamTime.Today(clock));
        Sites = OwnSites.Of(directory, signedIn.Person!);
        Categories = [.. Sites.SelectMany(site => directory.CategoriesOf(site.Code))];
        var rows = await views.RowsAsync(Filter, Sites, cancellationToken);
        var articles = ArticleViews.ByArticle(rows);
        Views = articles.Sum(row => row.Views);
        var sums = Filter.By == ViewsBy.Article ? [] : ArticleViews.Sums(rows, Filter);
        Count = Filter.By == ViewsBy.Article ? articles.Count : sums.Count;
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        Rows = [.. articles.Skip((Number - 1) * Size).Take(Size)];
        Sums = [.. sums.Skip((Number - 1) * Size).Take(Size)];
    }

    public string? NameOfSite(string code) => Sites.FirstOrDefault(site => site.Code == code)?.Name;
}
