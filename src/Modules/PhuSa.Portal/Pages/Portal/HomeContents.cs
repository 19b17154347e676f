using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>A figure in the river band with the words under it.</summary>
internal sealed record BigFigure(FigureLink Link, string Caption);

/// <summary>A category on the home page with its newest.</summary>
internal sealed record HomeNews(Category Category, IReadOnlyList<NewsItem> Items);

/// <summary>What stands on the home page of a site.</summary>
internal sealed record HomeContent(
    Site Site,
    Scene Scene,
    IReadOnlyList<PlacedLink> Buttons,
    IReadOnlyList<BigFigure> Figures,
    IReadOnlyList<PlacedLink> Band,
    IReadOnlyList<PlacedLink> Tasks,
    IReadOnlyList<HomeNews> News)
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
        HomeBlock.News => News.Count > 0,
        _ => Tasks.Count > 0,
    };
}

/// <summary>Puts a home page together, of a site as it is or as it would be.</summary>
internal sealed class HomeContents(News news, NewsPictures pictures, NamedFigures figures, Scene scene)
{
    public async Task<HomeContent> OfAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        return new HomeContent(
            site,
            scene,
            [.. directory.Links(site.Code, LinkArea.Hero)],
            site.ShownBlocks.Contains(HomeBlock.Band) ? await FiguresAsync([.. directory.FiguresOf(site.Code)], cancellationToken) : [],
            [.. directory.Links(site.Code, LinkArea.Band)],
            [.. directory.Links(site.Code, LinkArea.Home)],
            site.ShownBlocks.Contains(HomeBlock.News) ? await NewsAsync(directory, site, cancellationToken) : []);
    }

    /// <summary>What is pinned stands before the first, and not a second time in its category. Of several categories one without news is passed over; of a single one the page says that it has none.</summary>
    private async Task<IReadOnlyList<HomeNews>> NewsAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        var shown = new List<HomeNews>();
        var pinned = await news.PinnedAsync(directory, site.Code, cancellationToken);
        var first = pinned.Select(item => item.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var (category, count) in directory.HomeCategoriesOf(site.Code))
        {
            var newest = (await news.NewestAsync(category, count + pinned.Count, cancellationToken)).Where(item => !first.Contains(item.Url)).Take(count);
            shown.Add(new HomeNews(category, shown.Count == 0 ? [.. pinned, .. newest] : [.. newest]));
        }

        return await PicturedAsync([.. shown.Where(part => shown.Count == 1 || part.Items.Count > 0)], cancellationToken);
    }

    /// <summary>The pictures of all categories in one question.</summary>
    private async Task<IReadOnlyList<HomeNews>> PicturedAsync(List<HomeNews> shown, CancellationToken cancellationToken)
    {
        var all = await pictures.WithAsync([.. shown.SelectMany(part => part.Items)], cancellationToken);
        var at = 0;
        for (var i = 0; i < shown.Count; at += shown[i].Items.Count, i++)
        {
            shown[i] = shown[i] with { Items = [.. all.Skip(at).Take(shown[i].Items.Count)] };
        }

        return shown;
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
