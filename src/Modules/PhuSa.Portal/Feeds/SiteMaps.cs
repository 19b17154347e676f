using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feeds;

/// <summary>What programs that read a site ask first: which addresses there are, and which they should leave alone (sitemaps.org 0.9, RFC 9309).</summary>
internal static class SiteMaps
{
    /// <summary>The protocol's limit for one file.</summary>
    private const int Most = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSiteMaps(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/robots.txt", RobotsAsync).ExcludeFromDescription();
        endpoints.MapGet("/sitemap.xml", IndexAsync).ExcludeFromDescription();
        endpoints.MapGet("/sitemap-{number:int:min(1)}.xml", PartAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> RobotsAsync(HttpContext context, KeptSites sites)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        var root = sites.SiteOf(directory, context) is { } site ? KeptSites.AddressOf(directory, site, context.Request) : "";
        return TypedResults.Text($"User-agent: *\nDisallow: /quan-tri\nDisallow: /dang-nhap\nDisallow: /tai-khoan\nDisallow: /htx-cua-toi\nDisallow: /tim-kiem\n\nSitemap: {root}/sitemap.xml\n", "text/plain; charset=utf-8");
    }

    private static async Task<IResult> IndexAsync(HttpContext context, SiteAddresses known)
    {
        var (root, pages) = await known.OfAsync(context, context.RequestAborted);
        if (root is null)
        {
            return TypedResults.NotFound();
        }

        if (pages.Count <= Most)
        {
            return Xml(writer => Part(writer, root, pages));
        }

        return Xml(writer =>
        {
            writer.WriteStartElement("sitemapindex", Namespace);
            for (var number = 1; number <= (pages.Count + Most - 1) / Most; number++)
            {
                writer.WriteStartElement("sitemap", Namespace);
                writer.WriteElementString("loc", Namespace, string.Create(CultureInfo.InvariantCulture, $"{root}/sitemap-{number}.xml"));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    private static async Task<IResult> PartAsync(int number, HttpContext context, SiteAddresses known)
    {
        var (root, pages) = await known.OfAsync(context, context.RequestAborted);
        var part = root is null || number > (pages.Count / Most) + 1 ? [] : pages.Skip((number - 1) * Most).Take(Most).ToList();
        return part.Count == 0 ? TypedResults.NotFound() : Xml(writer => Part(writer, root!, part));
    }

    private static void Part(XmlWriter writer, string root, IReadOnlyList<SitePage> pages)
    {
        writer.WriteStartElement("urlset", Namespace);
        foreach (var (url, changed) in pages)
        {
            writer.WriteStartElement("url", Namespace);
            writer.WriteElementString("loc", Namespace, new Uri(root + url).AbsoluteUri);
            if (changed is { } day)
            {
                writer.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static FileContentHttpResult Xml(Action<XmlWriter> write)
    {
        var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            writer.WriteStartDocument();
            write(writer);
        }

        return TypedResults.Bytes(file.ToArray(), "application/xml; charset=utf-8");
    }
}
