using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Feeds;

/// <summary>What programs read of a page (schema.org in JSON-LD). Only what the page itself says, and since when; nothing is guessed.</summary>
internal static class StructuredData
{
    /// <param name="site">The site where the article is at home, whichever shows it.</param>
    /// <param name="canonical">Absolute.</param>
    public static IHtmlContent NewsArticle(ReadArticle article, SiteFrame site, string canonical, ShareImage? image = null)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Text.Title,
            ["mainEntityOfPage"] = canonical,
            ["inLanguage"] = "vi",
            ["publisher"] = Organization(site),
        };
        Add(data, "description", article.Text.Summary);
        Add(data, "image", image is null ? null : site.Address + image.Url);
        Add(data, "datePublished", Iso(article.PublishedOn));
        Add(data, "dateModified", Iso(article.ChangedAt));
        if (article.Text.Author is { } author)
        {
            // A person or a desk: the byline does not say.
            data["author"] = new JsonObject { ["name"] = author };
        }

        return PageJson.Written(data);
    }

    /// <summary>A page of a kind that is no news.</summary>
    public static IHtmlContent Page(ReadArticle article, ShownFacts? facts, SiteFrame site, string canonical)
    {
        var data = new JsonObject { ["@context"] = "https://schema.org", ["name"] = article.Text.Title, ["url"] = canonical, ["inLanguage"] = "vi" };
        Add(data, "description", article.Text.Summary);
        switch (facts)
        {
            case ShownLegal legal:
                Describe(data, legal);
                break;
            case ShownProcedure procedure:
                Describe(data, procedure.Facts, site);
                break;
            default:
                data["@type"] = facts is ShownDirectory ? "ContactPage" : "AboutPage";
                data["publisher"] = Organization(site);
                Add(data, "dateModified", Iso(article.ChangedAt));
                break;
        }

        return PageJson.Written(data);
    }

    private static void Describe(JsonObject data, ShownLegal legal)
    {
        data["@type"] = "Legislation";
        Add(data, "legislationIdentifier", legal.Facts.Number);
        Add(data, "legislationType", legal.Facts.Type is { } type ? LegalTypeWords.Of(type) : null);
        Add(data, "legislationDate", Iso(legal.Facts.IssuedOn));
        if (legal.Facts.IssuedBy is { } body)
        {
            data["legislationPassedBy"] = new JsonObject { ["@type"] = "Organization", ["name"] = body };
        }

        Add(data, "legislationLegalForce", legal.Validity.State switch
        {
            LegalState.InForce => "https://schema.org/InForce",
            LegalState.NotYet or LegalState.Ended => "https://schema.org/NotInForce",
            _ => null,
        });
    }

    private static void Describe(JsonObject data, ProcedureFacts facts, SiteFrame site)
    {
        data["@type"] = "GovernmentService";
        Add(data, "identifier", facts.Code);
        Add(data, "serviceType", facts.Field);
        data["serviceOperator"] = facts.Performer is { } performer ? new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = performer } : Organization(site);
        if (facts.ServiceUrl is { } address)
        {
            data["availableChannel"] = new JsonObject { ["@type"] = "ServiceChannel", ["serviceUrl"] = address };
        }
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Iso(DateTime? moment) => moment is { } utc ? VietnamTime.Iso(utc) : null;

    public static IHtmlContent Home(SiteFrame site)
    {
        var data = Organization(site);
        data["@context"] = "https://schema.org";
        if (site.Contact.Count > 0)
        {
            data["address"] = site.Contact[0];
        }

        return PageJson.Written(data);
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
}
