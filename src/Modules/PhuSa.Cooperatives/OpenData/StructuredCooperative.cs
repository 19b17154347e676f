using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>What programs read of a cooperative's page (schema.org in JSON-LD): only what the page itself says.</summary>
internal static class StructuredCooperative
{
    /// <param name="address">As the page shows it; null where it does not.</param>
    /// <param name="open">What programs may know of it.</param>
    /// <param name="url">Absolute address of the page.</param>
    public static IHtmlContent Of(PublicCooperative cooperative, IReadOnlyList<string> formerNames, string? place, string? address, OpenCooperative? open, string url)
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

        if (Location(place, open) is { } location)
        {
            data["location"] = location;
        }

        if (address is not null)
        {
            data["address"] = new JsonObject { ["@type"] = "PostalAddress", ["streetAddress"] = address, ["addressCountry"] = "VN" };
        }

        // A stage of years is no date.
        if (open?.Founded is { } founded && !founded.Contains('/', StringComparison.Ordinal))
        {
            data["foundingDate"] = founded;
        }

        if (open?.Website is { } website)
        {
            data["sameAs"] = website;
        }

        if (cooperative.RegistrationNumber.Value is { } number)
        {
            data["taxID"] = number;
        }

        return PageJson.Written(data);
    }

    private static JsonObject? Location(string? place, OpenCooperative? open)
    {
        if (place is null && open is not { Latitude: not null, Longitude: not null })
        {
            return null;
        }

        var location = new JsonObject { ["@type"] = "Place" };
        if (place is not null)
        {
            location["name"] = place;
        }

        if (open is { Latitude: { } north, Longitude: { } east })
        {
            location["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = north, ["longitude"] = east };
        }

        return location;
    }
}
