using System.Text.Json;
using System.Text.RegularExpressions;

namespace PhuSa.Tests.MainJob;

/// <summary>
/// In what people wrote for the samples no amount of what a figure counts is typed, in digits or in words: it stands as a token, or the page would go on
/// saying it when the records say another number.
/// </summary>
public sealed partial class SampleWordsTests(App app)
{
    private const string Number = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chục|trăm|nghìn|ngàn|triệu|vài|đôi|cặp";

    // Never the first word of a number: “đầu tư dự án” is no four projects.
    private const string MoreOfNumber = Number + "|mươi|mốt|tư|lăm|linh|lẻ|rưỡi";

    /// <summary>Sentences of the samples. Titles of papers, projects, topics and plans belong to others and are facts.</summary>
    private static readonly (string Table, string[] Columns)[] Written =
    [
        ("articles", ["title", "summary", "body"]),
        ("review-parts", ["text"]),
        ("reviews", ["title", "summary", "subject"]),
        ("home-figures", ["caption"]),
        ("sites", ["eyebrow", "headline", "lead", "band_title"]),
        ("plan-items", ["title", "reason"]),
        ("technologies", ["reason"]),
        ("support-verdicts", ["note"]),
        ("memoranda", ["about"]),
    ];

    // Beside the units that the figures declare: the same things in other words.
    private static readonly string[] OtherUnits = ["đ", "triệu", "HTX", "nhãn hiệu tập thể", "người", "doanh nghiệp", "quyết định", "lần", "phiên", "dự án", "văn bản", "phần trăm"];

    [Fact]
    public async Task No_amount_of_what_a_figure_counts_is_typed_in_a_sentence()
    {
        var typed = await TypedAmountAsync();
        var found = Written
            .SelectMany(table => SampleRows.Of(table.Table).SelectMany(row => table.Columns.Select(column => (table.Table, Column: column, Cell: row[column]))))
            .SelectMany(cell => typed.Matches(Words(cell.Cell)).Select(match => $"{cell.Table}.{cell.Column}: “{match.Value}”"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Nhãn hiệu đến với sáu hợp tác xã")]
    [InlineData("Ba hợp tác xã gạo và hai HTX xoài")]
    [InlineData("đặt mục tiêu bốn buổi")]
    [InlineData("có 90 đại biểu, trong đó khoảng 50 người")]
    [InlineData("chi 2.500.000 đồng")]
    [InlineData("chi 2,5 triệu đồng")]
    [InlineData("hai mươi lăm đơn vị")]
    [InlineData("đạt 75%")]
    [InlineData("Ba buổi gặp gỡ")]
    public async Task An_amount_is_seen_in_digits_and_in_words(string sentence) => Assert.Matches(await TypedAmountAsync(), Words(sentence));

    [Theory]
    [InlineData("Ngày 9/7/2020, hội nghị của năm 2019 quyết định việc chung")]
    [InlineData("số buổi đã mở trong năm 2020: {thu/events.supply-demand-sessions}")]
    [InlineData("Trong năm, đơn vị nào cũng có phần; các năm đơn vị làm việc")]
    [InlineData("hội nghị sơ kết 6 tháng cuối năm 2020")]
    [InlineData("bàn việc đầu tư dự án chợ, ba phần của một kế hoạch")]
    [InlineData("Đề án Mỗi xã một sản phẩm; Quyết định 71/2019/QĐ-UBND")]
    public async Task Dates_papers_and_tokens_are_no_amounts(string sentence) => Assert.DoesNotMatch(await TypedAmountAsync(), Words(sentence));

    // A date or the number of a paper is one word to the reader; “năm” in “trong năm” is a year.
    private static string Words(string cell) => Year.Replace(Date.Replace(PaperNumber.Replace(Token.Replace(cell, "§"), "¤"), "¤"), "¤");

    private async Task<Regex> TypedAmountAsync()
    {
        var review = JsonSerializer.Deserialize<JsonElement>(await app.Visit().Http.GetStringAsync(new Uri($"/api/v1/reviews/{SamplesToFiguresTests.Review}", UriKind.Relative)));
        var units = review.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("unit").GetString()!).Concat(OtherUnits).Where(unit => unit.Length > 0);
        var unit = string.Join('|', units.Distinct(StringComparer.Ordinal).OrderByDescending(unit => unit.Length).Select(Regex.Escape));
        return new Regex($@"(?<![\w/])(\d[\d.,]*|{Number})(\s+({MoreOfNumber}))*\s*({unit})(?![\w/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"\d{1,2}/\d{1,2}(/\d{4})?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"\d+/(\d{4}/)?\p{Lu}[\p{Lu}-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PaperNumber { get; }

    [GeneratedRegex(@"(trong|đầu|cuối|giữa|nửa|các|mỗi|hằng|từng|một|hết|của) năm( \d{4})?|năm \d{4}|\d{4}–\d{4}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Year { get; }
}
