using Microsoft.AspNetCore.Http;
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
    public KeptByContent<string, IReadOnlyList<SitePage>> BySite { get; } = new(watch, clock, most: 100);
}

/// <summary>Every public address of a site, each once.</summary>
internal sealed class SiteAddresses(AppDbContext db, KeptSites sites, SiteNews news, KeptTags tags, Libraries libraries, IEnumerable<ISitePages> others, KeptAddresses kept)
{
    private static readonly string[] Always = ["/luu-tru", "/so-do-trang", "/thong-ke-truy-cap", "/lien-he", "/gop-y", "/hoi-dap"];

    /// <summary>Pages that are always there, then the news and the records that are at home here; what is canonical elsewhere stands in that site's file.</summary>
    public async Task<(string? Root, IReadOnlyList<SitePage> Pages)> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, context) is not { } site)
        {
            return (null, []);
        }

        return (KeptSites.AddressOf(directory, site, context.Request), await kept.BySite.OfAsync(site.Code, () => ReadAsync(directory, site, cancellationToken)));
    }

    private async Task<IReadOnlyList<SitePage>> ReadAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        var all = (await StandingAsync(directory, site, cancellationToken)).Select(url => new SitePage(url, Changed: null))
            .Concat(await news.AtHomeAsync(directory, site.Code, cancellationToken))
            .Concat(await PublishedQuestion.PagesAsync(db, site.Code, cancellationToken));
        foreach (var other in others)
        {
            all = all.Concat(directory.HomeOf(other.Theme)?.Code == site.Code ? await other.AllAsync(cancellationToken) : []).Concat(await other.OnAsync(site.Code, cancellationToken));
        }

        return [.. all.DistinctBy(page => page.Url, StringComparer.Ordinal)];
    }

    /// <summary>The pages that do not come and go with what is published.</summary>
    private async Task<IEnumerable<string>> StandingAsync(SiteDirectory directory, Site site, CancellationToken cancellationToken)
    {
        var filled = await libraries.FilledAsync(directory, site.Code, cancellationToken);
        var groups = (await tags.OfAsync(site.Code, cancellationToken)).Groups;
        return directory.FlatMenuOf(site.Code, LinkArea.Menu).Concat(directory.FlatMenuOf(site.Code, LinkArea.Footer)).Select(link => link.Url)
            // Articles come from what is published, and at their own site: a menu may name one that is withdrawn, or at home elsewhere.
            .Where(url => !ArticleAddress.IsOne(url))
            .Concat(directory.CategoriesOf(site.Code).Select(category => category.Url))
            .Prepend("/").Concat(Always).Concat(filled.Select(list => list.Url))
            .Concat(site.EnglishName is null ? [] : [Language.EnglishPage])
            .Concat(groups.Count > 0 ? groups.Select(group => group.Tags[0].Url).Prepend(Tag.Root) : [])
            .Where(url => url.StartsWith('/') && !url.Contains('?', StringComparison.Ordinal) && !url.Contains('#', StringComparison.Ordinal));
    }
}
