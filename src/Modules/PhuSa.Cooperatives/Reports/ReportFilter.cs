using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Reports;

/// <summary>One choice of a filter of the reports.</summary>
/// <param name="Word">In the address.</param>
internal sealed record ReportChoice(string Word, string Name, Expression<Func<ReportLine, bool>> Holds);

/// <summary>A filter of the reports with a fixed number of choices.</summary>
/// <param name="Key">The parameter of the address.</param>
internal sealed record ReportFacet(string Key, string Title, params IReadOnlyList<ReportChoice> Choices);

/// <summary>What the list of a year's reports shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record ReportFilter(int Year, string? Words, IReadOnlyDictionary<string, string> Chosen)
{
    public const string YearKey = "nam";
    public const string WordsKey = "q";

    public static IReadOnlyList<ReportFacet> Facets { get; } =
    [
        new("trang-thai", "Báo cáo",
            new("chua-gui", ReportFlow.Table[ReportStatus.Draft].PublicName, line => line.Status == null || line.Status == ReportStatus.Draft),
            new("da-gui", ReportFlow.Table[ReportStatus.Sent].PublicName, line => line.Status == ReportStatus.Sent),
            new("tra-lai", ReportFlow.Table[ReportStatus.Returned].PublicName, line => line.Status == ReportStatus.Returned),
            new("da-nhan", ReportFlow.Table[ReportStatus.Accepted].PublicName, line => line.Status == ReportStatus.Accepted),
            new("da-xep-loai", ReportFlow.Table[ReportStatus.Rated].PublicName, line => line.Status == ReportStatus.Rated)),
        new("han", "Thời hạn",
            new("tre-diem", "Điểm tự chấm trễ hạn", line => line.LateScore),
            new("tre-so-lieu", "Số liệu năm trễ hạn", line => line.LateFigures),
            new("dung-han", "Không trễ hạn nào", line => !line.LateScore && !line.LateFigures)),
        new("xep-loai", "Xếp loại",
            Rated("tot", RatingClass.Good),
            Rated("kha", RatingClass.Fair),
            Rated("trung-binh", RatingClass.Average),
            Rated("yeu", RatingClass.Weak),
            Rated("khong-xep-loai", RatingClass.NotRated),
            Rated("chua-du-du-lieu", RatingClass.NotEnoughData),
            new("chua-co", "Chưa xếp loại", line => line.Class == null)),
    ];

    public bool IsAny => Words is not null || Chosen.Count > 0;

    public string Query => "?" + string.Join('&', new[] { (Key: YearKey, Value: (string?)Year.ToString(CultureInfo.InvariantCulture)), (Key: WordsKey, Value: Words) }
        .Concat(Facets.Select(facet => (facet.Key, Value: Chosen.GetValueOrDefault(facet.Key))))
        .Where(part => part.Value is not null)
        .Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));

    /// <param name="years">Those that may be chosen.</param>
    /// <param name="usual">The year where none is chosen.</param>
    public static ReportFilter Of(IQueryCollection query, IReadOnlyList<int> years, int usual)
    {
        // A control character is never part of a name, and PostgreSQL takes none.
        var typed = string.Concat(query[WordsKey].ToString().Where(character => !char.IsControl(character))).Trim();
        return new(
            int.TryParse(query[YearKey], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && years.Contains(year) ? year : usual,
            typed.Length == 0 ? null : VietnameseText.Beginning(typed, RegistryFilter.LongestWords),
            Facets.Select(facet => (facet, Word: query[facet.Key].ToString())).Where(asked => asked.facet.Choices.Any(choice => choice.Word == asked.Word))
                .ToDictionary(asked => asked.facet.Key, asked => asked.Word, StringComparer.Ordinal));
    }

    public ReportFilter With(ReportFacet facet, string word) => this with { Chosen = new Dictionary<string, string>(Chosen, StringComparer.Ordinal) { [facet.Key] = word } };

    /// <returns>What the chosen words of the facets ask for; of all of them but <paramref name="except"/>.</returns>
    public IEnumerable<Expression<Func<ReportLine, bool>>> Asked(ReportFacet? except = null) =>
        Facets.Where(facet => facet != except && Chosen.ContainsKey(facet.Key)).Select(facet => facet.Choices.First(choice => choice.Word == Chosen[facet.Key]).Holds);

    private static ReportChoice Rated(string word, RatingClass rating) => new(word, RatingWords.Of(rating), line => line.Class == rating);
}
