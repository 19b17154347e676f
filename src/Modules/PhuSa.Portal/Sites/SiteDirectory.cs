using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary>Everything about the sites that any page needs, as it stood at one content stamp. Small, so it is held whole.</summary>
internal sealed class SiteDirectory
{
    private readonly IReadOnlyList<PlacedLink> _allLinks;
    private readonly IReadOnlyList<Category> _allCategories;
    private readonly IReadOnlyList<HomeFigure> _allFigures;
    private readonly ILookup<(string Site, LinkArea Area), PlacedLink> _links;
    private readonly ILookup<string, Category> _categories;
    private readonly ILookup<string, HomeFigure> _figures;
    private readonly Dictionary<string, Site> _byHost;
    private readonly Dictionary<Guid, Category> _byId;
    private readonly ConcurrentDictionary<string, SiteFrame> _frames = new(StringComparer.Ordinal);

    private SiteDirectory(IReadOnlyList<Site> sites, IReadOnlyList<PlacedLink> links, IReadOnlyList<Category> categories, IReadOnlyList<HomeFigure> figures)
    {
        Sites = sites;
        (_allLinks, _allCategories, _allFigures) = (links, categories, figures);
        _links = links.ToLookup(link => (link.Site, link.Area));
        _categories = categories.Where(category => !category.IsRetired).ToLookup(category => category.Site, StringComparer.Ordinal);
        _figures = figures.ToLookup(figure => figure.Site, StringComparer.Ordinal);
        _byId = categories.ToDictionary(category => category.Id);
        _byHost = new Dictionary<string, Site>(StringComparer.OrdinalIgnoreCase);
        foreach (var site in sites)
        {
            foreach (var host in site.HostNames)
            {
                _byHost.TryAdd(host, site);
            }
        }
    }

    public static SiteDirectory Empty { get; } = new([], [], [], []);

    /// <summary>In their order; the first is the default.</summary>
    public IReadOnlyList<Site> Sites { get; }

    /// <summary>Null in an empty house.</summary>
    public Site? Default => Sites is [var first, ..] ? first : null;

    public static async Task<SiteDirectory> LoadAsync(AppDbContext db, CancellationToken cancellationToken) => new(
        await db.Set<Site>().AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Code).ToListAsync(cancellationToken),
        await db.Set<PlacedLink>().AsNoTracking().Where(l => l.Position != null).OrderBy(l => l.Position).ThenBy(l => l.Url).ToListAsync(cancellationToken),
        await db.Set<Category>().AsNoTracking().OrderBy(c => c.Position).ThenBy(c => c.Code).ToListAsync(cancellationToken),
        await db.Set<HomeFigure>().AsNoTracking().Where(f => f.Position != null).OrderBy(f => f.Position).ThenBy(f => f.Figure).ToListAsync(cancellationToken));

    /// <summary>The same with one site as it would be: for a look before saving. Lists that are not given stay.</summary>
    public SiteDirectory With(Site site, IEnumerable<PlacedLink>? links = null, IEnumerable<Category>? categories = null, IEnumerable<HomeFigure>? figures = null) => new(
        [.. Sites.Select(other => other.Code == site.Code ? site : other)],
        links is null ? _allLinks : [.. _allLinks.Where(link => link.Site != site.Code), .. links.Where(link => link.Position is not null).OrderBy(link => link.Position).ThenBy(link => link.Url, StringComparer.Ordinal)],
        categories is null ? _allCategories : [.. _allCategories.Where(category => category.Site != site.Code), .. categories.OrderBy(category => category.Position)],
        figures is null ? _allFigures : [.. _allFigures.Where(figure => figure.Site != site.Code), .. figures.Where(figure => figure.Position is not null).OrderBy(figure => figure.Position)]);

    /// <param name="host">Host name without port.</param>
    public Site? AtHost(string host) => _byHost.GetValueOrDefault(host.TrimEnd('.'));

    public Site? WithCode(string code) => Sites.FirstOrDefault(site => site.Code == code);

    public Site? WithTheme(SiteTheme theme) => Sites.FirstOrDefault(site => site.Theme == theme);

    /// <summary>Where the records of a house are at home: several sites may wear its colours, it is the first; a house without a site is told of on the first of all.</summary>
    /// <param name="theme">A word of <see cref="SiteThemes"/>.</param>
    public Site? HomeOf(string theme) => WithTheme(theme == SiteThemes.Alliance ? SiteTheme.Alliance : SiteTheme.Department) ?? Default;

    /// <summary>What pages show around their content, made once; its address depends on how the reader came and is left empty.</summary>
    public SiteFrame FrameOf(Site site) => _frames.GetOrAdd(site.Code, static (_, of) => of.Directory.MakeFrame(of.Site), (Directory: this, Site: site));

    private SiteFrame MakeFrame(Site site) => new(
        site.Code,
        site.Theme == SiteTheme.Alliance ? "alliance" : "department",
        site.Parent,
        site.Name,
        site.FullName,
        Address: "",
        MenuOf(site.Code, LinkArea.Menu),
        MenuOf(site.Code, LinkArea.Footer),
        site.Contact?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
    {
        Palette = SitePalettes.Of(site.Colours),
        Logo = site.Logo,
        Feedback = FeedbackLines.Read(site.Feedback),
        HasEnglish = site.EnglishName is not null,
    };

    public IEnumerable<PlacedLink> Links(string site, LinkArea area) => _links[(site, area)];

    /// <summary>In two levels. A link under one that is not shown, or under itself, stands at the first level: a slip in a table loses nothing.</summary>
    public IReadOnlyList<SiteLink> MenuOf(string site, LinkArea area)
    {
        var links = Links(site, area).ToList();
        var first = links.Where(link => link.Under is null || link.Under == link.Url || links.TrueForAll(other => other.Url != link.Under || other.Under is not null)).ToList();
        return
        [
            .. first.Select(link => new SiteLink(link.Title, link.Url)
            {
                Children = [.. links.Where(child => child.Under == link.Url && !first.Contains(child)).Select(child => new SiteLink(child.Title, child.Url))],
            }),
        ];
    }

    /// <summary>Both levels in one list.</summary>
    public IReadOnlyList<SiteLink> FlatMenuOf(string site, LinkArea area) => [.. MenuOf(site, area).SelectMany(link => link.Children.Prepend(new SiteLink(link.Title, link.Url)))];

    public IEnumerable<Category> CategoriesOf(string site) => _categories[site];

    /// <summary>Also those that are no longer used: what was withdrawn from them is still the site's.</summary>
    public IEnumerable<Category> EveryCategoryOf(string site) => _allCategories.Where(category => category.Site == site);

    public Category? Category(string site, string slug) => _categories[site].FirstOrDefault(category => category.Slug == slug);

    public Category? Category(Guid id) => _byId.GetValueOrDefault(id);

    public IEnumerable<HomeFigure> FiguresOf(string site) => _figures[site];
}
