using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>One line of a news list: an article, or a record that another module publishes.</summary>
internal sealed record NewsItem(string Title, string? Summary, string Url, DateOnly? PublishedOn)
{
    /// <summary>Null for a record of another module.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>It stands first on the home page for a time, and the list says so.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The file of the picture that goes along; null where there is none.</summary>
    public Guid? PictureFile { get; init; }

    /// <summary>That picture in its smallest size, where the list shows pictures (<see cref="NewsPictures"/>).</summary>
    public FilePicture? Picture { get; init; }
}

/// <summary>A window on a news list: what is shown and how many there are in all.</summary>
internal sealed record NewsPage(IReadOnlyList<NewsItem> Items, int Count);

/// <summary>What a category lists: newest first, what has no day of publishing last.</summary>
internal sealed class News(AppDbContext db, Later<IEnumerable<IPublications>> publications, KeptNews kept, TimeProvider clock)
{
    /// <summary>The newest of them: where everything stands first nothing does.</summary>
    private const int MostPinned = 3;

    /// <summary>Read once: a home page shows several categories.</summary>
    private IReadOnlyList<Publication>? _published;

    /// <summary>The newest of a category, as many pages show them.</summary>
    public async Task<IReadOnlyList<NewsItem>> NewestAsync(Category category, int take, CancellationToken cancellationToken) =>
        await kept.Newest.OfAsync((category.Id, take), async () => await NewsWindow.NewestAsync(Articles(category), await OthersAsync(category, cancellationToken), take, cancellationToken));

    /// <summary>What stands first on the home page of a site today.</summary>
    public async Task<IReadOnlyList<NewsItem>> PinnedAsync(SiteDirectory directory, string site, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var own = directory.CategoriesOf(site).Select(category => category.Id).ToList();
        var pinned = await db.Set<Article>().AsNoTracking()
            .ForReaders(clock.GetUtcNow().UtcDateTime)
            .Where(a => a.Kind == ArticleKind.News && a.Pins.Any(pin => pin.Site == site && pin.Until >= today) && a.Places.Any(place => own.Contains(place.CategoryId)))
            .InOrder().Take(MostPinned).AsItems().ToListAsync(cancellationToken);
        return [.. pinned.Select(item => item with { IsPinned = true })];
    }

    public async Task<NewsPage> OfAsync(Category category, int skip, int take, CancellationToken cancellationToken) =>
        await NewsWindow.OfAsync(Articles(category), await OthersAsync(category, cancellationToken), skip, take, cancellationToken);

    private IQueryable<Article> Articles(Category category) => db.Set<Article>().AsNoTracking()
        .ForReaders(clock.GetUtcNow().UtcDateTime)
        .Where(a => a.Kind == ArticleKind.News && a.Places.Any(place => place.CategoryId == category.Id));

    private async Task<IReadOnlyList<NewsItem>> OthersAsync(Category category, CancellationToken cancellationToken)
    {
        _published ??= await publications.Value.AllAsync(cancellationToken);
        return _published.Where(publication => publication.Site == category.Site && publication.Category == category.Slug).AsItems();
    }
}

/// <summary>What many pages show beside their own: the newest of each category.</summary>
internal sealed class KeptNews(IContentWatch watch, TimeProvider clock)
{
    public KeptByContent<(Guid Category, int Count), IReadOnlyList<NewsItem>> Newest { get; } = new(watch, clock, most: 500);
}

/// <summary>A figure as a text names it.</summary>
/// <param name="Review">The slug of the review.</param>
internal readonly record struct NamedFigure(string Review, string Code);

/// <summary>Figures of reviews, from whoever keeps reviews.</summary>
internal sealed class NamedFigures(Later<IEnumerable<IReviewFigures>> keepers, KeptFigures kept)
{
    /// <returns>By review and code; a review that nobody keeps is left out.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>>> OfAsync(IEnumerable<NamedFigure> named, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyDictionary<string, FigureLink>>(StringComparer.Ordinal);
        foreach (var review in named.GroupBy(figure => figure.Review, figure => figure.Code, StringComparer.Ordinal))
        {
            // A figure reads records of many kinds; its words are in the reader's language.
            var key = (CultureInfo.CurrentUICulture.Name, review.Key, string.Join(' ', review.Order(StringComparer.Ordinal)));
            if (await kept.Links.OfAsync(key, () => LinksAsync(review.Key, review.ToHashSet(StringComparer.Ordinal), cancellationToken)) is { } links)
            {
                found[review.Key] = links;
            }
        }

        return found;
    }

    private async Task<IReadOnlyDictionary<string, FigureLink>?> LinksAsync(string review, HashSet<string> codes, CancellationToken cancellationToken)
    {
        foreach (var keeper in keepers.Value)
        {
            if (await keeper.LinksAsync(review, codes, cancellationToken) is { } links)
            {
                return links;
            }
        }

        return null;
    }
}

/// <summary>Links to figures, as long as a page would keep them.</summary>
internal sealed class KeptFigures(IContentWatch watch, TimeProvider clock)
{
    public KeptByContent<(string Language, string Review, string Codes), IReadOnlyDictionary<string, FigureLink>?> Links { get; } = new(watch, clock, most: 2_000);
}
