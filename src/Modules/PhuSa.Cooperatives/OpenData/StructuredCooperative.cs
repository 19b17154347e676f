using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>What programs read of a cooperative's page (schema.org in JSON-LD): only what the page itself says.</summary>
internal static class StructuredCooperative
{
    /// <param name="url">Absolute address of the page.</param>
    public static IHtmlContent Of(PublicCooperative cooperative, IReadOnlyList<string> formerNames, string? place, string url)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Organization",
            ["name"] = cooperative.Title,
            ["url"] = url,
        };
        if (formerNames.Count > 0)
        {
            data["alternateName"] = new JsonArray([.. formerNames.Select(name => (JsonNode?)JsonValue.Create(name))]);
        }

        if (place is not null)
        {
            data["location"] = new JsonObject { ["@type"] = "Place", ["name"] = place };
        }

        if (cooperative.RegistrationNumber.Value is { } number)
        {
            data["taxID"] = number;
        }

        return PageJson.Written(data);
    }
}
