using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Searching;

/// <summary>Tells browsers how to search this site from their address line.</summary>
internal static class OpenSearch
{
    private const int LongestName = 16;
    private static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/tim-kiem.xml", DescribeAsync).ExcludeFromDescription();

    private static async Task<ContentHttpResult> DescribeAsync(HttpContext context, ISites sites)
    {
        var site = await sites.OfAsync(context, context.RequestAborted);
        var name = site.Name.Length <= LongestName ? site.Name : site.Name[..LongestName].TrimEnd();
        var description = new XElement(
            Namespace + "OpenSearchDescription",
            new XElement(Namespace + "ShortName", name),
            new XElement(Namespace + "Description", site.FullName),
            new XElement(Namespace + "Url", new XAttribute("type", "text/html"), new XAttribute("template", $"{site.Address}/tim-kiem?q={{searchTerms}}")),
            new XElement(Namespace + "InputEncoding", "UTF-8"),
            new XElement(Namespace + "Language", "vi-VN"));
        return TypedResults.Content($"""<?xml version="1.0" encoding="UTF-8"?>{description}""", "application/opensearchdescription+xml; charset=utf-8");
    }
}
