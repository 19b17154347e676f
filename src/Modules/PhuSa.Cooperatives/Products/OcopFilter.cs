using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Products;

/// <summary>A filter with a fixed number of choices.</summary>
/// <param name="Key">The parameter of the address.</param>
/// <param name="Is">Whether a line is of the choice with this word.</param>
internal sealed record OcopFacet(string Key, string Title, IReadOnlyList<FacetChoice> Choices, Func<OcopLine, string, bool> Is)
{
    public bool Has(string word) => Choices.Any(choice => choice.Word == word);
}

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

    private static readonly OcopFacet State = new(StateKey, "Hiệu lực",
    [
        new(InForce, OcopStanding.WordOf(OcopState.Valid)),
        new("sap-het", OcopStanding.WordOf(OcopState.Soon)),
        new(Expired, OcopStanding.WordOf(OcopState.Expired)),
        new("thu-hoi", OcopStanding.WordOf(OcopState.Revoked)),
        new("chua-ro", OcopStanding.WordOf(OcopState.Unknown)),
        new("chua-co", OcopStanding.WordOf(OcopState.None)),
    ], (line, word) => line.Standing.State switch
    {
        // What is about to end is still in force.
        OcopState.Valid => word == InForce,
        OcopState.Soon => word is InForce or "sap-het",
        OcopState.Expired => word == Expired,
        OcopState.Revoked => word == "thu-hoi",
        OcopState.Unknown => word == "chua-ro",
        _ => word == "chua-co",
    });

    private static readonly OcopFacet Group = new(GroupKey, "Nhóm",
        [.. Enum.GetValues<OcopGroup>().Select(group => new FacetChoice(OcopWords.InAddress(group), OcopWords.Of(group))), new("chua-ro", "Chưa rõ nhóm")],
        (line, word) => word == (line.Group is { } group ? OcopWords.InAddress(group) : "chua-ro"));

    private static readonly OcopFacet Stars = new(StarsKey, "Số sao",
        [new("5", "5 sao"), new("4", "4 sao"), new("3", "3 sao"), new("2", "2 sao"), new("1", "1 sao"), new("chua-ro", "Chưa rõ số sao")],
        (line, word) => word == (line.Stars is { } stars ? stars.ToString(System.Globalization.CultureInfo.InvariantCulture) : "chua-ro"));

    private static readonly OcopFacet Owner = new(OwnerKey, "Loại chủ thể",
        [.. OcopWords.OwnerKinds.Select(kind => new FacetChoice(OwnerWord(kind), OcopWords.Of(kind))), new("khac", "Tổ chức khác")],
        (line, word) => word == OwnerWord(line.Owner.Kind));

    private static readonly OcopFacet Running = new(RunningKey, "Đang đánh giá",
    [
        new("dang-lap", OcopEvaluationFlow.Table[OcopEvaluationStatus.Preparing].PublicName),
        new("da-gui", OcopEvaluationFlow.Table[OcopEvaluationStatus.Sent].PublicName),
        new("da-danh-gia", OcopEvaluationFlow.Table[OcopEvaluationStatus.Evaluated].PublicName),
        new("khong", "Không có hồ sơ đang đánh giá"),
    ], (line, word) => word == line.Running switch
    {
        OcopEvaluationStatus.Preparing => "dang-lap",
        OcopEvaluationStatus.Sent => "da-gui",
        OcopEvaluationStatus.Evaluated => "da-danh-gia",
        _ => "khong",
    });

    /// <summary>Those of the office.</summary>
    public static IReadOnlyList<OcopFacet> Facets { get; } = [State, Group, Stars, Owner, Running];

    /// <summary>Those of readers.</summary>
    public static IReadOnlyList<OcopFacet> PublicFacets { get; } = [State, Group, Stars];

    public bool IsAny => Words is not null || Place is not null || Chosen.Count > 0;

    /// <summary>The query of the address, with its question mark; empty without a filter.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { (Key: WordsKey, Value: Words), (Key: PlaceKey, Value: Place) }
                .Concat(Facets.Select(facet => (facet.Key, Value: Chosen.GetValueOrDefault(facet.Key))))
                .Where(part => part.Value is not null)
                .Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}")
                .ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static OcopFilter Of(IQueryCollection query, IReadOnlyList<OcopFacet> facets) => new(
        Text(query, WordsKey),
        Text(query, PlaceKey),
        facets.Select(facet => (Facet: facet, Word: query[facet.Key].ToString())).Where(asked => asked.Facet.Has(asked.Word))
            .ToDictionary(asked => asked.Facet.Key, asked => asked.Word, StringComparer.Ordinal));

    /// <summary>The lines that the words and the place leave.</summary>
    /// <param name="within">Units that the words name, and <paramref name="inPlace"/> those that the place does.</param>
    public IEnumerable<OcopLine> Named(IReadOnlyList<OcopLine> lines, IReadOnlySet<Guid> within, IReadOnlySet<Guid> inPlace)
    {
        var words = SearchText.Fold(Words ?? "");
        var place = SearchText.Fold(Place ?? "");
        return lines
            .Where(line => words.Length == 0 || IsNamed(line, words, within))
            .Where(line => place.Length == 0 || IsIn(line, place, inPlace));
    }

    public IEnumerable<OcopLine> Among(IReadOnlyList<OcopLine> found) =>
        found.Where(line => Facets.All(facet => Chosen.GetValueOrDefault(facet.Key) is not { } word || facet.Is(line, word)));

    /// <returns>The choices of a facet with how many of these lines each would show.</returns>
    public IReadOnlyList<OcopCount> CountsOf(OcopFacet facet, IReadOnlyList<OcopLine> found)
    {
        var beside = this with { Chosen = Chosen.Where(chosen => chosen.Key != facet.Key).ToDictionary(StringComparer.Ordinal) };
        var lines = beside.Among(found).ToList();
        return
        [
            .. facet.Choices.Select(choice => new OcopCount(
                choice.Word,
                choice.Name,
                lines.Count(line => facet.Is(line, choice.Word)),
                Chosen.GetValueOrDefault(facet.Key) == choice.Word,
                (beside with { Chosen = new Dictionary<string, string>(beside.Chosen, StringComparer.Ordinal) { [facet.Key] = choice.Word } }).Query)),
        ];
    }

    private static string OwnerWord(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Cooperative => "hop-tac-xa",
        OrganisationKind.CooperativeUnion => "lien-hiep",
        OrganisationKind.CooperativeGroup => "to-hop-tac",
        OrganisationKind.Enterprise => "doanh-nghiep",
        OrganisationKind.HouseholdBusiness => "ho-kinh-doanh",
        _ => "khac",
    };

    /// <summary>From the beginning of a word on: “an bình” is not found inside “an toàn bình …”.</summary>
    private static bool Starts(string text, string words) => $" {text}".Contains($" {words}", StringComparison.Ordinal);

    private static bool IsIn(OcopLine line, string words, IReadOnlySet<Guid> within) =>
        Starts(line.PlaceSearchText, words) || (line.PlaceId is { } unit && within.Contains(unit));

    private bool IsNamed(OcopLine line, string words, IReadOnlySet<Guid> within) =>
        Starts(line.SearchText, words) || Starts(line.Owner.SearchText, words) || IsIn(line, words, within)
        || line.Code == Words || line.Certificates.Any(certificate => certificate.Number == Words);

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
