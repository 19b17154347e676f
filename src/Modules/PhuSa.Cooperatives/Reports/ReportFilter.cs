using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Places.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Reports;

/// <summary>What the list of a year's reports shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record ReportFilter(int Year, string? Words, IReadOnlyDictionary<string, string> Chosen)
{
    public const string YearKey = "nam";
    public const string WordsKey = "q";

    public static IReadOnlyList<RowFacet<ReportLine>> Facets { get; } =
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

    public Borders Borders { get; init; } = Borders.None;

    public bool IsAny => Words is not null || Borders.Unit is not null || Chosen.Count > 0;

    public string Query => "?" + string.Join('&', new[] { (Key: YearKey, Value: (string?)Year.ToString(CultureInfo.InvariantCulture)), (Key: WordsKey, Value: Words) }
        .Concat(Borders.Parts)
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
            Facets.ChosenIn(query))
        {
            Borders = Borders.Of(query),
        };
    }

    public ReportFilter With(RowFacet<ReportLine> facet, string word) => this with { Chosen = new Dictionary<string, string>(Chosen, StringComparer.Ordinal) { [facet.Key] = word } };

    /// <summary>The same filter for one unit; null for all.</summary>
    public ReportFilter In(string? unit) => this with { Borders = Borders with { Unit = unit } };

    private static RowChoice<ReportLine> Rated(string word, RatingClass rating) => new(word, RatingWords.Of(rating), line => line.Class == rating);
}
