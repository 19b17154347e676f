using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Platform;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Visits;

/// <summary>By what views are summed up.</summary>
internal enum ViewsBy
{
    Article,
    Author,
    Category,
}

/// <summary>Which views an editor looks at: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record ArticleViewFilter(ViewsBy By, DateOnly From, DateOnly To, string? Author, Guid? Category, string? Site)
{
    public const string ByKey = "theo";
    public const string FromKey = "tu";
    public const string ToKey = "den";
    public const string AuthorKey = "tac-gia";
    public const string CategoryKey = "chuyen-muc";
    public const string SiteKey = "cong";

    private const int UsualDays = 30;
    private const int LongestAuthor = 300;

    /// <summary>By the word that stands in the address, with the Vietnamese name.</summary>
    public static IReadOnlyDictionary<string, (ViewsBy By, string Name)> Ways { get; } = new Dictionary<string, (ViewsBy, string)>(StringComparer.Ordinal)
    {
        ["bai"] = (ViewsBy.Article, "Từng bài"),
        ["tac-gia"] = (ViewsBy.Author, "Theo tác giả"),
        ["chuyen-muc"] = (ViewsBy.Category, "Theo chuyên mục"),
    };

    /// <summary>Words of an author's name, folded.</summary>
    public IReadOnlyList<string> AuthorWords => Author is null ? [] : SearchText.Fold(Author).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The article was published in the period.</summary>
    public bool IsOfPeriod(ArticleViewRow row) => row.PublishedOn >= From && row.PublishedOn <= To;

    public static ArticleViewFilter Of(IQueryCollection query, DateOnly today)
    {
        var to = Day(query[ToKey]) ?? today;
        var from = Day(query[FromKey]) ?? to.AddDays(1 - UsualDays);
        var author = query[AuthorKey].ToString().Trim();
        return new(
            Ways.TryGetValue(query[ByKey].ToString(), out var way) ? way.By : ViewsBy.Article,
            from <= to ? from : to,
            from <= to ? to : from,
            author.Length == 0 ? null : VietnameseText.Beginning(author, LongestAuthor),
            Guid.TryParse(query[CategoryKey], out var category) ? category : null,
            query[SiteKey].ToString() is { Length: > 0 and <= Sites.Site.CodeMaxLength } site ? site : null);
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}
