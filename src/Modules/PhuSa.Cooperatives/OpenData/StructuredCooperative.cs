using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>What programs read of a cooperative's page (schema.org in JSON-LD): only what the page itself says.</summary>
internal static class StructuredCooperative
{
    /// <param name="address">As the page shows it; null where it does not.</param>
    /// <param name="open">What programs may know of it.</param>
    /// <param name="rows">What the page tells of it: its products, rights, marks and awards.</param>
    /// <param name="root">Of the site: its absolute address.</param>
    public static IHtmlContent Of(PublicCooperative cooperative, IReadOnlyList<string> formerNames, string? place, string? address, OpenCooperative? open, IEnumerable<OrganisationPartRow> rows, string root)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Organization",
            ["name"] = cooperative.Title,
            ["url"] = $"{root}/hop-tac-xa/{cooperative.Slug}",
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

        foreach (var told in rows.Where(row => row.Meaning is not null).GroupBy(row => row.Meaning!.Value))
        {
            data[PropertyOf(told.Key)] = new JsonArray([.. told.Select(row => Told(row, told.Key, root))]);
        }

        return PageJson.Written(data);
    }

    private static string PropertyOf(RowMeaning meaning) => meaning switch
    {
        RowMeaning.Product => "owns",
        RowMeaning.Right => "hasCertification",
        RowMeaning.Mark => "brand",
        _ => "award",
    };

    private static JsonNode Told(OrganisationPartRow row, RowMeaning meaning, string root)
    {
        if (meaning == RowMeaning.Award)
        {
            return JsonValue.Create(row.Detail is null ? row.Title : $"{row.Title} – {row.Detail}");
        }

        var told = new JsonObject
        {
            ["@type"] = meaning switch { RowMeaning.Product => "Product", RowMeaning.Right => "Certification", _ => "Brand" },
            ["name"] = row.Title,
        };
        if (row.Url is { } url)
        {
            told["url"] = root + url;
        }

        if (meaning == RowMeaning.Right)
        {
            if (row.Detail is { } product)
            {
                told["about"] = new JsonObject { ["@type"] = "Product", ["name"] = product };
            }

            // A right whose term nobody knows is called neither.
            if (row.InForce != Truth.Unknown)
            {
                told["certificationStatus"] = row.InForce == Truth.Yes ? "https://schema.org/CertificationActive" : "https://schema.org/CertificationInactive";
            }
        }

        return told;
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
