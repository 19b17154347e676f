using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Office;

/// <summary>What the list of cooperatives shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in names of any time, places, numbers and codes.</param>
/// <param name="Place">Looked for in places, old and new.</param>
/// <param name="Chosen">The word chosen of each facet, by the facet's key.</param>
internal sealed record RegistryFilter(string? Words, string? Place, IReadOnlyDictionary<string, string> Chosen)
{
    public const string WordsKey = "q";
    public const string PlaceKey = "noi";
    public const string StatusKey = "tinh-trang";
    public const int LongestWords = 100;

    public static IReadOnlyList<Facet> Facets { get; } =
    [
        new ValueFacet<OrganisationKind>("loai", "Loại hình", line => line.Kind,
            ("hop-tac-xa", OrganisationKinds.Word(OrganisationKind.Cooperative), OrganisationKind.Cooperative),
            ("lien-hiep", OrganisationKinds.Word(OrganisationKind.CooperativeUnion), OrganisationKind.CooperativeUnion),
            ("to-hop-tac", OrganisationKinds.Word(OrganisationKind.CooperativeGroup), OrganisationKind.CooperativeGroup),
            ("quy-tin-dung", OrganisationKinds.Word(OrganisationKind.PeoplesCreditFund), OrganisationKind.PeoplesCreditFund)),
        new ValueFacet<CooperativeStatus>(StatusKey, "Tình trạng", line => line.Status,
            ("dang-hoat-dong", RegistryWords.Of(CooperativeStatus.Active), CooperativeStatus.Active),
            ("tam-ngung", RegistryWords.Of(CooperativeStatus.Suspended), CooperativeStatus.Suspended),
            ("dang-giai-the", RegistryWords.Of(CooperativeStatus.Dissolving), CooperativeStatus.Dissolving),
            ("da-giai-the", RegistryWords.Of(CooperativeStatus.Dissolved), CooperativeStatus.Dissolved),
            ("da-sap-nhap", RegistryWords.Of(CooperativeStatus.MergedInto), CooperativeStatus.MergedInto),
            ("da-chia", RegistryWords.Of(CooperativeStatus.SplitInto), CooperativeStatus.SplitInto),
            ("chua-ro", RegistryWords.Of(CooperativeStatus.Unknown), CooperativeStatus.Unknown)),
        new ValueFacet<CooperativeSector?>("linh-vuc", "Lĩnh vực", line => line.Sector,
            ("nong-nghiep", RegistryWords.Of(CooperativeSector.Agriculture), CooperativeSector.Agriculture),
            ("cong-nghiep", RegistryWords.Of(CooperativeSector.Industry), CooperativeSector.Industry),
            ("tai-chinh", RegistryWords.Of(CooperativeSector.Finance), CooperativeSector.Finance),
            ("dich-vu", RegistryWords.Of(CooperativeSector.Services), CooperativeSector.Services),
            ("chua-ro", "Chưa rõ lĩnh vực", null)),
        new ValueFacet<SizeClass>("quy-mo", "Quy mô", line => line.Size,
            ("lon", RegistryWords.Of(SizeClass.Large), SizeClass.Large),
            ("vua", RegistryWords.Of(SizeClass.Medium), SizeClass.Medium),
            ("nho", RegistryWords.Of(SizeClass.Small), SizeClass.Small),
            ("sieu-nho", RegistryWords.Of(SizeClass.Micro), SizeClass.Micro),
            ("chua-du", RegistryWords.Of(SizeClass.NotEnoughData), SizeClass.NotEnoughData),
            ("chua-co-quy-tac", RegistryWords.Of(SizeClass.NoRule), SizeClass.NoRule)),
        new CertificateFacet(),
        new GapFacet(),
    ];

    public Borders Borders { get; init; } = Borders.None;

    public bool IsAny => Words is not null || Place is not null || Borders.Unit is not null || Chosen.Count > 0;

    /// <summary>What is chosen, as it stands in the address.</summary>
    public IEnumerable<(string Key, string Value)> Parts => new[] { (Key: WordsKey, Value: Words), (Key: PlaceKey, Value: Place) }
        .Concat(Borders.Parts)
        .Concat(Facets.Select(facet => (facet.Key, Value: Chosen.GetValueOrDefault(facet.Key))))
        .Where(part => part.Value is not null)
        .Select(part => (part.Key, part.Value!));

    /// <summary>The query of the address, with its question mark; empty without a filter.</summary>
    public string Query
    {
        get
        {
            var parts = Parts.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static RegistryFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        Text(query, PlaceKey),
        Facets.Select(facet => (facet.Key, Word: query[facet.Key].ToString(), Facet: facet)).Where(asked => asked.Facet.Has(asked.Word))
            .ToDictionary(asked => asked.Key, asked => asked.Word, StringComparer.Ordinal))
    {
        Borders = Borders.Of(query),
    };

    /// <summary>The same filter with another choice of one facet.</summary>
    public RegistryFilter With(Facet facet, string word) => this with { Chosen = new Dictionary<string, string>(Chosen, StringComparer.Ordinal) { [facet.Key] = word } };

    /// <summary>The same filter for all units.</summary>
    public RegistryFilter InAllUnits() => this with { Borders = Borders with { Unit = null } };

    public RegistryFilter Without(Facet facet) => this with { Chosen = Chosen.Where(chosen => chosen.Key != facet.Key).ToDictionary(StringComparer.Ordinal) };

    private static string? Text(IQueryCollection query, string key)
    {
        // A control character is never part of a name, and PostgreSQL takes none.
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
