using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Feeds;

/// <summary>What programs read of a page (schema.org in JSON-LD). Only what the page itself says; nothing is guessed.</summary>
internal static class StructuredData
{
    /// <summary>Letters stay letters; what could end a script element is escaped.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="site">The site that shows the article.</param>
    /// <param name="canonical">Absolute.</param>
    public static IHtmlContent NewsArticle(Article article, SiteFrame site, string canonical, ShareImage? image = null)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["mainEntityOfPage"] = canonical,
            ["inLanguage"] = "vi",
            ["publisher"] = Organization(site),
        };
        Add(data, "description", article.Summary);
        Add(data, "image", image is null ? null : site.Address + image.Url);
        Add(data, "datePublished", article.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (article.Author is { } author)
        {
            data["author"] = new JsonObject { ["@type"] = "Person", ["name"] = author };
        }

        return Written(data);
    }

    public static IHtmlContent Home(SiteFrame site)
    {
        var data = Organization(site);
        data["@context"] = "https://schema.org";
        if (site.Contact.Count > 0)
        {
            data["address"] = site.Contact[0];
        }

        return Written(data);
    }

    /// <summary>The Alliance is an association, not an authority.</summary>
    private static JsonObject Organization(SiteFrame site) => new()
    {
        ["@type"] = site.Theme == "department" ? "GovernmentOrganization" : "Organization",
        ["name"] = site.FullName,
        ["url"] = site.Address + "/",
    };

    private static void Add(JsonObject data, string name, string? value)
    {
        if (value is not null)
        {
            data[name] = value;
        }
    }

    private static HtmlString Written(JsonObject data) => new(data.ToJsonString(Options));
}
