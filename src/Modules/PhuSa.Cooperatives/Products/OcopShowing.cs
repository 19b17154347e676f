using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Products;

/// <summary>The products of an organisation that were ever certified, on its page, each with how it stands today.</summary>
internal sealed class ProductsOfOrganisation(OcopBook book, Texts text) : IOrganisationParts
{
    public int Order => 20;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var lines = (await book.AllAsync(day: null, organisationId, cancellationToken)).Where(line => line.IsPublic).ToList();
        return lines.Count == 0 ? null : new OrganisationPart(text["Sản phẩm OCOP"],
        [
            .. lines.Select(line => new OrganisationPartRow(line.Name, line.Stars is { } stars ? text["{0} sao", stars] : null, line.Url, text[line.Standing.Word], line.Standing.Tone) { Meaning = RowMeaning.Product }),
        ]);
    }
}

/// <summary>Products by name, sub-group, owner and place. One that was never certified is found in the office only.</summary>
internal sealed class OcopSearch(AppDbContext db, OcopBook book, IPlaces places) : ISearchSource
{
    public string Kind => "san-pham";

    public string Name => "Sản phẩm OCOP";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own(OcopProductConfiguration.Table),
        new(OcopEvaluationConfiguration.Table, async (ids, cancellationToken) => await db.Set<OcopEvaluation>().Where(e => ids.Contains(e.Id)).Select(e => e.ProductId).Distinct().ToListAsync(cancellationToken)),
        new(OrganisationRow.Table, async (ids, cancellationToken) => await db.Set<OcopProduct>().Where(p => ids.Contains(p.OwnerId)).Select(p => p.Id).ToListAsync(cancellationToken)),
        new(PlaceFact.Table, InPlacesAsync),
        new(PlaceFact.ChangesTable, async (ids, cancellationToken) => await InPlacesAsync(await places.ChangedByAsync(ids, cancellationToken), cancellationToken)),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<OcopProduct>().OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var lines = await book.OfAsync(ids, cancellationToken);
        var later = await places.LaterAsync(lines.Select(line => line.PlaceId).OfType<Guid>(), cancellationToken);
        return
        [
            // How it stands depends on the day: an index would go on saying what was so once.
            .. lines.Select(line => new SearchDocument(line.Id, line.IsPublic ? line.Url : OcopDesk.Of(line.Code), line.Name, SearchBody.Lines([
                line.Owner.Name,
                line.Group is { } group ? OcopWords.Of(group) : null,
                line.SubGroup,

                // One index answers readers and the office alike.
                line.IsPublic ? line.PublicPlace : line.Place,
                .. line.PlaceId is { } unit && (line.NamesPlace || !line.IsPublic) ? later[unit].Select(place => place.FullName) : [],
            ]))
            {
                Detail = line.Code,
                IsPublic = line.IsPublic,

                // The owner's people open its public page; the office's they may not.
                Office = new(HouseRights.ReadRecords, line.IsPublic ? line.Owner.Id : null),
            }),
        ];
    }

    private async Task<IReadOnlyCollection<Guid>> InPlacesAsync(IReadOnlyCollection<Guid> placeIds, CancellationToken cancellationToken)
    {
        var wanted = placeIds.ToArray();
        return await db.Set<OcopProduct>().Where(p => p.PlaceId != null && EF.Parameter(wanted).Contains(p.PlaceId.Value)).Select(p => p.Id).ToListAsync(cancellationToken);
    }
}

/// <summary>Pictures of products.</summary>
internal static class OcopFiles
{
    public const string Kind = OcopProductConfiguration.Table;
    public const int MaxMegabytes = 10;

    public static FileRules Rules { get; } = new(FileKinds.Images, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid productId) => new(Kind, productId);
}

/// <summary>The pictures that a product which was ever certified shows are public; the others are for those who read the register.</summary>
internal sealed class OcopFileGuard(AppDbContext db) : IFileGuard
{
    public string Kind => OcopFiles.Kind;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        person?.May(RegistryRights.Read) == true
        || (await db.Set<OcopProduct>().AnyAsync(p => p.Id == file.Owner.Id && p.Photos.Any(photo => photo.Id == file.Id), cancellationToken)
            && await db.Set<OcopEvaluation>().AnyAsync(e => e.ProductId == file.Owner.Id && (e.Status == OcopEvaluationStatus.Certified || e.Status == OcopEvaluationStatus.Revoked), cancellationToken));
}

/// <summary>What programs read of a product's page (schema.org in JSON-LD): only what the page itself says.</summary>
internal static class StructuredProduct
{
    /// <param name="url">Absolute address of the page; <paramref name="root"/> is that of the site.</param>
    /// <param name="ownerUrl">Root-relative; null where the owner has no page.</param>
    public static IHtmlContent Of(OcopLine line, string? ownerUrl, IEnumerable<string> pictures, string url, string root)
    {
        var owner = new JsonObject { ["@type"] = "Organization", ["name"] = line.Owner.Name };
        if (ownerUrl is not null)
        {
            owner["url"] = root + ownerUrl;
        }

        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Product",
            ["name"] = line.Name,
            ["url"] = url,
            ["manufacturer"] = owner,
        };
        if (line.Group is { } group)
        {
            data["category"] = OcopWords.Of(group);
        }

        if (pictures.Select(picture => (JsonNode?)JsonValue.Create(root + picture)).ToArray() is { Length: > 0 } images)
        {
            data["image"] = new JsonArray(images);
        }

        if (line.Standing.Certificate is { } certificate)
        {
            data["hasCertification"] = Certification(line, certificate);
        }

        return PageJson.Written(data);
    }

    private static JsonObject Certification(OcopLine line, OcopCertificate certificate)
    {
        var told = new JsonObject
        {
            ["@type"] = "Certification",
            ["name"] = line.Stars is { } stars ? $"OCOP {stars} sao" : "OCOP",
        };

        // Nothing is said of what is not known; a program must not take silence for “active”, so it is said only where it is.
        if (line.Standing.Valid != Truth.Unknown)
        {
            told["certificationStatus"] = line.Standing.Valid == Truth.Yes ? "https://schema.org/CertificationActive" : "https://schema.org/CertificationInactive";
        }

        if (certificate.DecidedOn is { } from)
        {
            told["validFrom"] = Day(from);
            told["expires"] = Day(certificate.RevokedOn is { } revoked && revoked < certificate.ExpiresOn ? revoked : certificate.ExpiresOn!.Value);
        }

        if (certificate.Number is { } number)
        {
            told["certificationIdentification"] = number;
        }

        return told;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
