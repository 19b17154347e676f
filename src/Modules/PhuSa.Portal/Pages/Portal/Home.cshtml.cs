using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Feeds;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>A figure in the river band with the words under it.</summary>
internal sealed record BigFigure(FigureLink Link, string Caption);

/// <summary>The home page of either site; what it says is the site's data.</summary>
internal sealed class HomeModel(KeptSites sites, News news, NamedFigures figures, Scene scene) : PageModel
{
    private const int NewsShown = 5;

    /// <summary>Null in an empty house.</summary>
    public Site? Site { get; private set; }

    public Scene Scene => scene;

    public IHtmlContent Data { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<BigFigure> Figures { get; private set; } = [];

    public IReadOnlyList<PlacedLink> Band { get; private set; } = [];

    public IReadOnlyList<PlacedLink> Buttons { get; private set; } = [];

    public IReadOnlyList<PlacedLink> Tasks { get; private set; } = [];

    public Category? MainCategory { get; private set; }

    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        Site = sites.SiteOf(directory, HttpContext);
        if (Site is null)
        {
            return;
        }

        Data = StructuredData.Home(await sites.OfAsync(HttpContext, cancellationToken));
        Buttons = [.. directory.Links(Site.Code, LinkArea.Hero)];
        Band = [.. directory.Links(Site.Code, LinkArea.Band)];
        Tasks = [.. directory.Links(Site.Code, LinkArea.Home)];
        Figures = await FiguresAsync([.. directory.FiguresOf(Site.Code)], cancellationToken);
        MainCategory = directory.CategoriesOf(Site.Code).FirstOrDefault();
        if (MainCategory is not null)
        {
            News = (await news.OfAsync(MainCategory, skip: 0, NewsShown, cancellationToken)).Items;
        }
    }

    private async Task<IReadOnlyList<BigFigure>> FiguresAsync(IReadOnlyList<HomeFigure> chosen, CancellationToken cancellationToken)
    {
        var links = await figures.OfAsync(chosen.Select(figure => figure.Review), cancellationToken);
        return
        [
            .. from figure in chosen
               let link = links.GetValueOrDefault(figure.Review)?.GetValueOrDefault(figure.Figure)
               where link is not null
               select new BigFigure(link, figure.Caption),
        ];
    }
}
