using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Tags;

namespace PhuSa.Portal.Feeds;

/// <summary>The newest news of a site or of one category, as RSS 2.0 and Atom 1.0.</summary>
internal static class NewsFeeds
{
    public const string Rss = "rss.xml";
    public const string Atom = "atom.xml";

    private const int Shown = 30;

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        foreach (var format in (string[])[Rss, Atom])
        {
            endpoints.MapGet("/" + format, (HttpContext context, KeptSites sites, SiteNews news, ArticleChanges changes) => OfSiteAsync(format, context, sites, news, changes)).ExcludeFromDescription();
            endpoints.MapGet("/chuyen-muc/{slug}/" + format, (string slug, HttpContext context, KeptSites sites, News news, ArticleChanges changes) => OfCategoryAsync(slug, format, context, sites, news, changes)).ExcludeFromDescription();
            endpoints.MapGet(Tag.Root + "/{slug}/" + format, (string slug, HttpContext context, KeptSites sites, KeptTags tags, TagNews news, ArticleChanges changes) => OfTagAsync(slug, format, context, sites, tags, news, changes)).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> OfSiteAsync(string format, HttpContext context, KeptSites sites, SiteNews news, ArticleChanges changes)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        if (sites.SiteOf(directory, context) is not { } site)
        {
            return TypedResults.NotFound();
        }

        var list = await news.NewestAsync(directory, site.Code, Shown, context.RequestAborted);
        return Answer(format, site.FullName, site.Lead, KeptSites.AddressOf(directory, site, context.Request), "/", await DatedAsync(list, changes, context.RequestAborted));
    }

    private static async Task<IResult> OfCategoryAsync(string slug, string format, HttpContext context, KeptSites sites, News news, ArticleChanges changes)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        if (sites.SiteOf(directory, context) is not { } site || directory.Category(site.Code, slug) is not { } category)
        {
            return TypedResults.NotFound();
        }

        var list = await news.OfAsync(category, skip: 0, Shown, context.RequestAborted);
        return Answer(format, $"{category.Title} – {site.FullName}", site.Lead, KeptSites.AddressOf(directory, site, context.Request), category.Url, await DatedAsync(list.Items, changes, context.RequestAborted));
    }

    private static async Task<IResult> OfTagAsync(string slug, string format, HttpContext context, KeptSites sites, KeptTags tags, TagNews news, ArticleChanges changes)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        if (sites.SiteOf(directory, context) is not { } site || (await tags.OfAsync(site.Code, context.RequestAborted)).Find(slug) is not { } group)
        {
            return TypedResults.NotFound();
        }

        var list = await news.OfAsync(group.Articles, skip: 0, Shown, context.RequestAborted);
        return Answer(format, $"{group.Name} – {site.FullName}", site.Lead, KeptSites.AddressOf(directory, site, context.Request), group.Tags[0].Url, await DatedAsync(list.Items, changes, context.RequestAborted));
    }

    /// <summary>A change that readers are told nothing of does not show the text as new to whoever follows the feed.</summary>
    private static async Task<IReadOnlyList<Entry>> DatedAsync(IReadOnlyList<NewsItem> items, ArticleChanges changes, CancellationToken cancellationToken)
    {
        var told = await changes.ToldAsync(items.Select(item => item.ArticleId).OfType<Guid>(), cancellationToken);
        return [.. items.Select(item => new Entry(item, Updated(item.PublishedOn, item.ArticleId is { } id && told.TryGetValue(id, out var at) ? at : null)))];
    }

    private static DateTimeOffset Updated(DateOnly? publishedOn, DateTime? changedAt)
    {
        var published = publishedOn is { } day ? Moment(day) : DateTimeOffset.UnixEpoch;
        return changedAt is { } at && at > published.UtcDateTime ? VietnamTime.Shown(at) : published;
    }

    private static FileContentHttpResult Answer(string format, string title, string? lead, string root, string page, IReadOnlyList<Entry> entries)
    {
        var newest = entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var self = root + page.TrimEnd('/') + "/" + format;
        var (name, about) = (XmlWords.Of(title), XmlWords.Of(lead ?? title));
        var feed = new SyndicationFeed(name, about, new Uri(root + page), self, newest, entries.Select(entry => Written(entry, root))) { Language = "vi" };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self), format == Rss ? "application/rss+xml" : "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson(email: null, name, root + "/"));
        var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = false }))
        {
            SyndicationFeedFormatter formatter = format == Rss ? new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false) : new Atom10FeedFormatter(feed);
            formatter.WriteTo(writer);
        }

        return TypedResults.Bytes(file.ToArray(), format == Rss ? "application/rss+xml; charset=utf-8" : "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem Written(Entry entry, string root)
    {
        var item = entry.Item;
        var address = new Uri(root + item.Url);
        var written = new SyndicationItem(XmlWords.Of(item.Title), (SyndicationContent?)null, address, address.AbsoluteUri, entry.Updated);
        if (item.Summary is { } summary)
        {
            written.Summary = new TextSyndicationContent(XmlWords.Of(summary));
        }

        if (item.PublishedOn is { } published)
        {
            written.PublishDate = Moment(published);
        }

        return written;
    }

    /// <summary>A day has no hour: its first instant in Việt Nam stands for it.</summary>
    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), VietnamTime.Zone.GetUtcOffset(VietnamTime.Begin(day)));

    private sealed record Entry(NewsItem Item, DateTimeOffset Updated);
}
