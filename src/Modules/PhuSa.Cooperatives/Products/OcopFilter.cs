using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Products;

/// <summary>A choice with the number of lines that it shows beside the other filters, and the address that shows them.</summary>
internal sealed record OcopCount(string Word, string Name, int Count, bool IsChosen, string Query);

/// <summary>What a list of products shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in the names of products and owners and in their places, with or without marks; or a code, or the number of a certificate.</param>
/// <param name="Place">Looked for in places, old and new.</param>
/// <param name="Chosen">The word chosen of each facet, by the facet's key.</param>
internal sealed record OcopFilter(string? Words, string? Place, IReadOnlyDictionary<string, string> Chosen)
{
    public const string WordsKey = "q";
    public const string PlaceKey = "noi";
    public const string StateKey = "hieu-luc";
    public const string GroupKey = "nhom";
    public const string StarsKey = "sao";
    public const string OwnerKey = "chu-the";
    public const string RunningKey = "ho-so";
    public const string InForce = "con";
    public const string Expired = "het";
    public const int LongestWords = 100;

    private const string NotClear = "chua-ro";

    private static readonly RowFacet<OcopRow> State = new(StateKey, "Hiệu lực",
    [
        // What is about to end is still in force.
        new(InForce, OcopStanding.WordOf(OcopState.Valid), row => row.State == (int)OcopState.Valid || row.State == (int)OcopState.Soon),
        Standing("sap-het", OcopState.Soon),
        Standing(Expired, OcopState.Expired),
        Standing("thu-hoi", OcopState.Revoked),
        Standing(NotClear, OcopState.Unknown),
        Standing("chua-co", OcopState.None),
    ]);

    private static readonly RowFacet<OcopRow> Group = new(GroupKey, "Nhóm",
        [.. Enum.GetValues<OcopGroup>().Select(group => new RowChoice<OcopRow>(OcopWords.InAddress(group), OcopWords.Of(group), row => row.Group == group)), new(NotClear, "Chưa rõ nhóm", row => row.Group == null)]);

    private static readonly RowFacet<OcopRow> Stars = new(StarsKey, "Số sao",
        [Starred(5, "5 sao"), Starred(4, "4 sao"), Starred(3, "3 sao"), Starred(2, "2 sao"), Starred(1, "1 sao"), new(NotClear, "Chưa rõ số sao", row => row.Stars == null)]);

    private static readonly RowFacet<OcopRow> Owner = new(OwnerKey, "Loại chủ thể",
    [
        .. OcopWords.OwnerKinds.Select(kind => new RowChoice<OcopRow>(OrganisationKinds.InAddress(kind), OrganisationKinds.Word(kind), row => row.OwnerKind == kind)),
        new("khac", "Tổ chức khác", row => row.OwnerKind != OrganisationKind.Cooperative && row.OwnerKind != OrganisationKind.CooperativeUnion && row.OwnerKind != OrganisationKind.CooperativeGroup
            && row.OwnerKind != OrganisationKind.Enterprise && row.OwnerKind != OrganisationKind.HouseholdBusiness),
    ]);

    private static readonly RowFacet<OcopRow> Running = new(RunningKey, "Đang đánh giá",
    [
        At("dang-lap", OcopEvaluationStatus.Preparing),
        At("da-gui", OcopEvaluationStatus.Sent),
        At("da-danh-gia", OcopEvaluationStatus.Evaluated),
        new("khong", "Không có hồ sơ đang đánh giá", row => row.Running == null),
    ]);

    /// <summary>Those of the office.</summary>
    public static IReadOnlyList<RowFacet<OcopRow>> Facets { get; } = [State, Group, Stars, Owner, Running];

    /// <summary>Those of readers.</summary>
    public static IReadOnlyList<RowFacet<OcopRow>> PublicFacets { get; } = [State, Group, Stars];

    /// <summary>Of the office's list only.</summary>
    public Borders Borders { get; init; } = Borders.None;

    public bool IsAny => Words is not null || Place is not null || Borders.Unit is not null || Chosen.Count > 0;

    /// <summary>The query of the address, with its question mark; empty without a filter.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { (Key: WordsKey, Value: Words), (Key: PlaceKey, Value: Place) }
                .Concat(Borders.Parts)
                .Concat(Facets.Select(facet => (facet.Key, Value: Chosen.GetValueOrDefault(facet.Key))))
                .Where(part => part.Value is not null)
                .Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}")
                .ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static OcopFilter Of(IQueryCollection query, IReadOnlyList<RowFacet<OcopRow>> facets) => new(
        Text(query, WordsKey),
        Text(query, PlaceKey),
        facets.ChosenIn(query))
    {
        Borders = facets == Facets ? Borders.Of(query) : Borders.None,
    };

    /// <summary>The same filter for one unit; null for all.</summary>
    public OcopFilter In(string? unit) => this with { Borders = Borders with { Unit = unit } };

    /// <param name="kinds">The rows that the words and the place leave, those alike counted as one.</param>
    /// <returns>The choices of a facet with how many rows each would show beside the other filters.</returns>
    public IReadOnlyList<OcopCount> CountsOf(RowFacet<OcopRow> facet, IReadOnlyList<(OcopRow Row, int Count)> kinds) =>
    [
        .. Facets.CountsOf(facet, Chosen, kinds).Select(counted => new OcopCount(
            counted.Choice.Word,
            counted.Choice.Name,
            counted.Count,
            Chosen.GetValueOrDefault(facet.Key) == counted.Choice.Word,
            (this with { Chosen = new Dictionary<string, string>(Chosen, StringComparer.Ordinal) { [facet.Key] = counted.Choice.Word } }).Query)),
    ];

    private static RowChoice<OcopRow> Standing(string word, OcopState state) => new(word, OcopStanding.WordOf(state), row => row.State == (int)state);

    private static RowChoice<OcopRow> Starred(int stars, string name) => new(stars.ToString(CultureInfo.InvariantCulture), name, row => row.Stars == stars);

    private static RowChoice<OcopRow> At(string word, OcopEvaluationStatus status) => new(word, OcopEvaluationFlow.Table[status].PublicName, row => row.Running == status);

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
