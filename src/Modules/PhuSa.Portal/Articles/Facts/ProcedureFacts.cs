using System.Globalization;
using System.Text.Json.Serialization;

namespace PhuSa.Portal.Articles.Facts;

/// <summary>One paper of the file that a citizen hands in.</summary>
/// <param name="Originals">How many originals; null: not known.</param>
/// <param name="Copies">How many copies; null: not known.</param>
internal sealed record ProcedurePaper(string Name, int? Originals, int? Copies);

/// <summary>What a citizen is told of an administrative procedure. What no source says is null, and said to be unknown.</summary>
internal sealed record ProcedureFacts : ArticleFacts
{
    public const int CodeMaxLength = 80;
    public const int NameMaxLength = 300;
    public const int FieldMaxLength = 150;
    public const int TextMaxLength = 5000;
    public const int UrlMaxLength = 500;
    public const int MostPapers = 60;
    public const int MostSheets = 99;

    public string? Code { get; init; }

    /// <summary>Who carries it out.</summary>
    public string? Performer { get; init; }

    public string? Field { get; init; }

    /// <summary>A line for each step.</summary>
    public string? Sequence { get; init; }

    /// <summary>A line for each way of handing in.</summary>
    public string? Ways { get; init; }

    public IReadOnlyList<ProcedurePaper> Papers { get; init; } = [];

    /// <summary>How many sets of the file.</summary>
    public int? Sets { get; init; }

    public string? TimeLimit { get; init; }

    public string? Applicants { get; init; }

    public string? Result { get; init; }

    public string? Fees { get; init; }

    /// <summary>Legal documents of the library.</summary>
    public IReadOnlyList<Guid> Basis { get; init; } = [];

    public string? BasisText { get; init; }

    public string? Requirements { get; init; }

    /// <summary>The procedure on the portal of public services; https.</summary>
    public string? ServiceUrl { get; init; }

    [JsonIgnore]
    public override ListedFacts Listed => ListedFacts.None with { Number = Code, BodyName = Performer, Field = Field, Links = [.. Basis.Select(id => new ArticleLink(LinkRole.BasedOn, id))] };

    public override IEnumerable<FactSaid> All(Func<Guid, string> nameOf) =>
    [
        new("Mã thủ tục", Code),
        new("Cơ quan thực hiện", Performer),
        new("Lĩnh vực", Field),
        new("Trình tự thực hiện", Sequence),
        new("Cách thức thực hiện", Ways),
        new("Thành phần hồ sơ", Lines(Papers.Select(paper => Joined(paper.Name, Count("bản chính", paper.Originals), Count("bản sao", paper.Copies))))),
        new("Số lượng hồ sơ", Sets?.ToString(CultureInfo.InvariantCulture)),
        new("Thời hạn giải quyết", TimeLimit),
        new("Đối tượng thực hiện", Applicants),
        new("Kết quả", Result),
        new("Phí, lệ phí", Fees),
        new("Căn cứ pháp lý", Lines([.. Basis.Select(nameOf), .. BasisText is null ? Array.Empty<string>() : [BasisText]])),
        new("Yêu cầu, điều kiện", Requirements),
        new("Địa chỉ trên cổng dịch vụ công", ServiceUrl),
    ];

    public override ArticleFacts Whole() => this with { Papers = Papers ?? [], Basis = Basis ?? [] };

    private static string? Count(string what, int? count) => count is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known} {what}") : null;
}
