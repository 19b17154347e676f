using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using PhuSa.Cooperatives.Registry;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>What programs read of a cooperative's page (schema.org in JSON-LD): only what the page itself says.</summary>
internal static class StructuredCooperative
{
    /// <summary>Letters stay letters; what could end a script element is escaped.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

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

        return new HtmlString(data.ToJsonString(Options));
    }
}
