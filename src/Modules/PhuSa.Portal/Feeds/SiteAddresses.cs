using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Tags;

namespace PhuSa.Portal.Feeds;

/// <summary>Gathering them reads every public record, and anybody may ask as often as they like.</summary>
internal sealed class KeptAddresses(IContentWatch watch, TimeProvider clock)
{
    public KeptByContent<string, IReadOnlyList<(string Url, DateOnly? Changed)>> BySite { get; } = new(watch, clock, most: 100);
}

/// <summary>Every public address of a site, each once.</summary>
internal sealed class SiteAddresses(AppDbContext db, KeptSites sites, SiteNews news, KeptTags tags, Libraries libraries, IEnumerable<ISitePages> others, KeptAddresses kept)
{
    private static readonly string[] Always = ["/luu-tru", "/so-do-trang", "/thong-ke-truy-cap", "/lien-he", "/gop-y", "/hoi-dap"];

    /// <summary>Pages that are always there, then the news and the records that are at home here; what is canonical elsewhere stands in that site's file.</summary>
    public async Task<(string? Root, IReadOnlyList<(string Url, DateOnly? Changed)> Addresses)> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, context) is not { } site)
        {
            return (null, []);
        }

        return (KeptSites.AddressOf(directory, site, context.Request), await kept.BySite.OfAsync(site.Code, () => ReadAsync(directory, site, cancellationToken)));
    }

    private async Task<IReadOnlyList<(string Url, DateOnly? Changed)>> ReadAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        var all = (await StandingAsync(directory, site, cancellationToken)).Select(url => (Url: url, Changed: (DateOnly?)null))
            .Concat((await news.AtHomeAsync(directory, site.Code, cancellationToken)).Select(page => (page.Url, page.Changed)))
            .Concat((await PublishedQuestion.On(db, site.Code).ToListAsync(cancellationToken)).Select(item => (item.Url, Changed: (DateOnly?)DateOnly.FromDateTime(VietnamTime.Local(item.PublishedAt)))));
        foreach (var other in others)
        {
            foreach (var theme in HousesOf(directory, site))
            {
                all = all.Concat((await other.OfAsync(theme, cancellationToken)).Select(page => (page.Url, page.Changed)));
            }

            all = all.Concat((await other.OnAsync(site.Code, cancellationToken)).Select(page => (page.Url, page.Changed)));
        }

        return [.. all.DistinctBy(address => address.Url, StringComparer.Ordinal)];
    }

    /// <summary>Houses whose records are at home here. Several sites may wear the colours of one house: it is the first; a house without a site is told of on the first of all.</summary>
    private static IEnumerable<string> HousesOf(SiteDirectory directory, Site site) =>
        new[] { (Theme: SiteTheme.Alliance, Word: SiteThemes.Alliance), (Theme: SiteTheme.Department, Word: SiteThemes.Department) }
            .Where(house => (directory.WithTheme(house.Theme) ?? directory.Default)?.Code == site.Code)
            .Select(house => house.Word);

    /// <summary>The pages that do not come and go with what is published.</summary>
    private async Task<IEnumerable<string>> StandingAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        var filled = await libraries.FilledAsync(directory, site.Code, cancellationToken);
        var groups = (await tags.OfAsync(site.Code, cancellationToken)).Groups;
        return directory.FlatMenuOf(site.Code, LinkArea.Menu).Concat(directory.FlatMenuOf(site.Code, LinkArea.Footer)).Select(link => link.Url)
            .Concat(directory.CategoriesOf(site.Code).Select(category => category.Url))
            .Prepend("/").Concat(Always).Concat(filled.Select(list => list.Url))
            .Concat(site.EnglishName is null ? [] : [Language.EnglishPage])
            .Concat(groups.Count > 0 ? groups.Select(group => group.Tags[0].Url).Prepend(Tag.Root) : [])
            .Where(url => url.StartsWith('/') && !url.Contains('?', StringComparison.Ordinal) && !url.Contains('#', StringComparison.Ordinal));
    }
}
