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
            endpoints.MapGet("/" + format, (HttpContext context, KeptSites sites, SiteNews news) => OfSiteAsync(format, context, sites, news)).ExcludeFromDescription();
            endpoints.MapGet("/chuyen-muc/{slug}/" + format, (string slug, HttpContext context, KeptSites sites, News news) => OfCategoryAsync(slug, format, context, sites, news)).ExcludeFromDescription();
            endpoints.MapGet(Tag.Root + "/{slug}/" + format, (string slug, HttpContext context, KeptSites sites, KeptTags tags, TagNews news) => OfTagAsync(slug, format, context, sites, tags, news)).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> OfSiteAsync(string format, HttpContext context, KeptSites sites, SiteNews news)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        return sites.SiteOf(directory, context) is { } site
            ? Answer(format, site.FullName, site.Lead, KeptSites.AddressOf(directory, site, context.Request), "/", await news.NewestAsync(directory, site.Code, Shown, context.RequestAborted))
            : TypedResults.NotFound();
    }

    private static async Task<IResult> OfCategoryAsync(string slug, string format, HttpContext context, KeptSites sites, News news)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        if (sites.SiteOf(directory, context) is not { } site || directory.Category(site.Code, slug) is not { } category)
        {
            return TypedResults.NotFound();
        }

        var list = await news.OfAsync(category, skip: 0, Shown, context.RequestAborted);
        return Answer(format, $"{category.Title} – {site.FullName}", site.Lead, KeptSites.AddressOf(directory, site, context.Request), category.Url, list.Items);
    }

    private static async Task<IResult> OfTagAsync(string slug, string format, HttpContext context, KeptSites sites, KeptTags tags, TagNews news)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        if (sites.SiteOf(directory, context) is not { } site || (await tags.OfAsync(site.Code, context.RequestAborted)).Find(slug) is not { } group)
        {
            return TypedResults.NotFound();
        }

        var list = await news.OfAsync(group.Articles, skip: 0, Shown, context.RequestAborted);
        return Answer(format, $"{group.Name} – {site.FullName}", site.Lead, KeptSites.AddressOf(directory, site, context.Request), group.Tags[0].Url, list.Items);
    }

    private static FileContentHttpResult Answer(string format, string title, string? lead, string root, string page, IReadOnlyList<NewsItem> items)
    {
        var newest = items.Select(item => item.PublishedOn).Max() is { } day ? Moment(day) : DateTimeOffset.UnixEpoch;
        var self = root + page.TrimEnd('/') + "/" + format;
        var feed = new SyndicationFeed(title, lead ?? title, new Uri(root + page), self, newest, items.Select(item => Entry(item, root))) { Language = "vi" };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self), format == Rss ? "application/rss+xml" : "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson(email: null, title, root + "/"));
        var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = false }))
        {
            SyndicationFeedFormatter formatter = format == Rss ? new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false) : new Atom10FeedFormatter(feed);
            formatter.WriteTo(writer);
        }

        return TypedResults.Bytes(file.ToArray(), format == Rss ? "application/rss+xml; charset=utf-8" : "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem Entry(NewsItem item, string root)
    {
        var address = new Uri(root + item.Url);
        var entry = new SyndicationItem(XmlWords.Of(item.Title), (SyndicationContent?)null, address, address.AbsoluteUri, item.PublishedOn is { } day ? Moment(day) : DateTimeOffset.UnixEpoch);
        if (item.Summary is { } summary)
        {
            entry.Summary = new TextSyndicationContent(XmlWords.Of(summary));
        }

        if (item.PublishedOn is { } published)
        {
            entry.PublishDate = Moment(published);
        }

        return entry;
    }

    /// <summary>A day has no hour: its first instant in Việt Nam stands for it.</summary>
    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), VietnamTime.Zone.GetUtcOffset(VietnamTime.Begin(day)));
}
