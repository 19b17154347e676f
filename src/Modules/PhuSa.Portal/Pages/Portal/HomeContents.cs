using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>A figure in the river band with the words under it.</summary>
internal sealed record BigFigure(FigureLink Link, string Caption);

/// <summary>What stands on the home page of a site.</summary>
internal sealed record HomeContent(
    Site Site,
    Scene Scene,
    IReadOnlyList<PlacedLink> Buttons,
    IReadOnlyList<BigFigure> Figures,
    IReadOnlyList<PlacedLink> Band,
    IReadOnlyList<PlacedLink> Tasks,
    Category? MainCategory,
    IReadOnlyList<NewsItem> News)
{
    /// <summary>The blocks that have something to show, from the top; what stands side by side on a wide screen is together.</summary>
    public IReadOnlyList<IReadOnlyList<HomeBlock>> Rows
    {
        get
        {
            var rows = new List<List<HomeBlock>>();
            foreach (var block in Site.ShownBlocks.Where(IsFilled))
            {
                if (rows is [.., var last] && block != HomeBlock.Band && last[0] != HomeBlock.Band)
                {
                    last.Add(block);
                }
                else
                {
                    rows.Add([block]);
                }
            }

            return rows;
        }
    }

    private bool IsFilled(HomeBlock block) => block switch
    {
        HomeBlock.Band => Figures.Count + Band.Count > 0,
        HomeBlock.News => MainCategory is not null,
        _ => Tasks.Count > 0,
    };
}

/// <summary>Puts a home page together, of a site as it is or as it would be.</summary>
internal sealed class HomeContents(News news, NewsPictures pictures, NamedFigures figures, Scene scene)
{
    private const int NewsShown = 5;

    public async Task<HomeContent> OfAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        var main = site.ShownBlocks.Contains(HomeBlock.News) ? directory.CategoriesOf(site.Code).FirstOrDefault() : null;
        return new HomeContent(
            site,
            scene,
            [.. directory.Links(site.Code, LinkArea.Hero)],
            site.ShownBlocks.Contains(HomeBlock.Band) ? await FiguresAsync([.. directory.FiguresOf(site.Code)], cancellationToken) : [],
            [.. directory.Links(site.Code, LinkArea.Band)],
            [.. directory.Links(site.Code, LinkArea.Home)],
            main,
            main is null ? [] : (await pictures.WithAsync(await news.OfAsync(main, skip: 0, NewsShown, cancellationToken), cancellationToken)).Items);
    }

    private async Task<IReadOnlyList<BigFigure>> FiguresAsync(IReadOnlyList<HomeFigure> chosen, CancellationToken cancellationToken)
    {
        var links = await figures.OfAsync(chosen.Select(figure => new NamedFigure(figure.Review, figure.Figure)), cancellationToken);
        return
        [
            .. from figure in chosen
               let link = links.GetValueOrDefault(figure.Review)?.GetValueOrDefault(figure.Figure)
               where link is not null
               select new BigFigure(link, figure.Caption),
        ];
    }
}
