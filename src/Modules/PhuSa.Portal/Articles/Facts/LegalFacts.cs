using System.Text.Json.Serialization;

namespace PhuSa.Portal.Articles.Facts;

[JsonConverter(typeof(JsonStringEnumConverter<LegalType>))]
internal enum LegalType
{
    Law,
    Decree,
    Circular,
    Resolution,
    Decision,
    Directive,
    Plan,
    OfficialLetter,
    Announcement,
    Other,
}

/// <summary>Types as the import writes them and as people read them, keys of the module's English table.</summary>
internal static class LegalTypeWords
{
    /// <summary>By the word of the address and of the import.</summary>
    public static IReadOnlyDictionary<string, LegalType> InAddresses { get; } = new Dictionary<string, LegalType>(StringComparer.Ordinal)
    {
        ["luat"] = LegalType.Law,
        ["nghi-dinh"] = LegalType.Decree,
        ["thong-tu"] = LegalType.Circular,
        ["nghi-quyet"] = LegalType.Resolution,
        ["quyet-dinh"] = LegalType.Decision,
        ["chi-thi"] = LegalType.Directive,
        ["ke-hoach"] = LegalType.Plan,
        ["cong-van"] = LegalType.OfficialLetter,
        ["thong-bao"] = LegalType.Announcement,
        ["khac"] = LegalType.Other,
    };

    public static string Of(LegalType type) => type switch
    {
        LegalType.Law => "Luật",
        LegalType.Decree => "Nghị định",
        LegalType.Circular => "Thông tư",
        LegalType.Resolution => "Nghị quyết",
        LegalType.Decision => "Quyết định",
        LegalType.Directive => "Chỉ thị",
        LegalType.Plan => "Kế hoạch",
        LegalType.OfficialLetter => "Công văn",
        LegalType.Announcement => "Thông báo",
        _ => "Văn bản khác",
    };

    /// <summary>“Quyết định 71/2019/QĐ-UBND”; null where neither is known.</summary>
    public static string? Citation(LegalType? type, string? number) =>
        (type, number) switch
        {
            (null or LegalType.Other, null) => null,
            (null or LegalType.Other, _) => number,
            (_, null) => Of(type.Value),
            _ => $"{Of(type.Value)} {number}",
        };
}

/// <summary>What is known of a legal document. Its subject line is the title of the article, its text the files or the body; whether it is in force is computed.</summary>
internal sealed record LegalFacts : ArticleFacts
{
    public const int NumberMaxLength = 80;
    public const int NameMaxLength = 300;
    public const int FieldMaxLength = 150;
    public const int TextMaxLength = 2000;

    /// <summary>Number and symbol letter for letter.</summary>
    public string? Number { get; init; }

    public LegalType? Type { get; init; }

    public string? IssuedBy { get; init; }

    public string? Signer { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? EndsOn { get; init; }

    public string? Field { get; init; }

    /// <summary>Documents of the library that it replaces as a whole.</summary>
    public IReadOnlyList<Guid> Replaces { get; init; } = [];

    /// <summary>Documents of the library that it amends; they stay in force.</summary>
    public IReadOnlyList<Guid> Amends { get; init; } = [];

    /// <summary>What it replaces or amends and is not in the library.</summary>
    public string? ReplacesText { get; init; }

    public string? AmendsText { get; init; }

    public string? ReplacedByText { get; init; }

    public string? AmendedByText { get; init; }

    [JsonIgnore]
    public override ListedFacts Listed => new(
        Number, Type, IssuedBy, Field, IssuedOn, EffectiveOn, EndsOn, ReplacedByText is not null,
        [.. Replaces.Select(id => new ArticleLink(LinkRole.Replaces, id)), .. Amends.Select(id => new ArticleLink(LinkRole.Amends, id))]);

    public override IEnumerable<FactSaid> All(Func<Guid, string> nameOf) =>
    [
        new("Số, ký hiệu", Number),
        new("Loại văn bản", Type is { } type ? LegalTypeWords.Of(type) : null),
        new("Cơ quan ban hành", IssuedBy),
        new("Người ký", Signer),
        new("Ngày ban hành", Day(IssuedOn)),
        new("Ngày có hiệu lực", Day(EffectiveOn)),
        new("Ngày hết hiệu lực", Day(EndsOn)),
        new("Lĩnh vực", Field),
        new("Thay thế", Lines([.. Replaces.Select(nameOf), .. Text(ReplacesText)])),
        new("Sửa đổi, bổ sung", Lines([.. Amends.Select(nameOf), .. Text(AmendsText)])),
        new("Được thay thế bởi", ReplacedByText),
        new("Được sửa đổi, bổ sung bởi", AmendedByText),
    ];

    public override ArticleFacts Whole() => this with { Replaces = Replaces ?? [], Amends = Amends ?? [] };

    private static string[] Text(string? text) => text is null ? [] : [text];
}
