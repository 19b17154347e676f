using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Portal.Articles;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Publishing;

/// <summary>In which state an article is, as the list's filter names it.</summary>
internal enum ArticleState
{
    Draft,
    InReview,
    Returned,
    Reviewed,
    AwaitingPublishing,
    Refused,
    Scheduled,
    Published,
    Expired,
    Withdrawn,
}

/// <summary>What the list of articles shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record ArticleFilter(
    string? Words = null,
    ArticleState? State = null,
    string? Site = null,
    string? Category = null,
    ArticleKind? Kind = null,
    string? Author = null,
    bool Mine = false,
    DateOnly? From = null,
    DateOnly? To = null)
{
    public const string WordsKey = "q";
    public const string StateKey = "trang-thai";
    public const string SiteKey = "trang-web";
    public const string CategoryKey = "chuyen-muc";
    public const string KindKey = "loai";
    public const string AuthorKey = "nguoi-viet";
    public const string MineKey = "cua-toi";
    public const string FromKey = "tu-ngay";
    public const string ToKey = "den-ngay";
    public const string Yes = "1";

    private const int LongestWords = 200;

    /// <summary>The states by the word that stands for them in the address, with their Vietnamese names.</summary>
    public static IReadOnlyDictionary<string, (ArticleState State, string Name)> States { get; } = new Dictionary<string, (ArticleState, string)>(StringComparer.Ordinal)
    {
        ["nhap"] = (ArticleState.Draft, "Bản nháp"),
        ["cho-bien-tap"] = (ArticleState.InReview, "Chờ biên tập"),
        ["tra-lai"] = (ArticleState.Returned, "Bị trả lại"),
        ["da-bien-tap"] = (ArticleState.Reviewed, "Đã biên tập"),
        ["cho-duyet"] = (ArticleState.AwaitingPublishing, "Chờ duyệt đăng"),
        ["khong-duyet"] = (ArticleState.Refused, "Không được duyệt"),
        ["hen-gio"] = (ArticleState.Scheduled, "Hẹn giờ đăng"),
        ["da-dang"] = (ArticleState.Published, "Đã đăng"),
        ["het-han"] = (ArticleState.Expired, "Đã hết hạn"),
        ["da-go"] = (ArticleState.Withdrawn, "Đã gỡ"),
    };

    /// <summary>The kinds by the word that stands for them in the address.</summary>
    public static IReadOnlyDictionary<string, ArticleKind> Kinds { get; } = new Dictionary<string, ArticleKind>(StringComparer.Ordinal)
    {
        ["tin-bai"] = ArticleKind.News,
        ["trang"] = ArticleKind.Page,
        ["danh-ba"] = ArticleKind.Directory,
        ["thu-tuc"] = ArticleKind.Procedure,
        ["van-ban"] = ArticleKind.Legal,
    };

    public bool IsAny => this != new ArticleFilter();

    public static ArticleFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        States.TryGetValue(query[StateKey].ToString(), out var state) ? state.State : null,
        Text(query, SiteKey),
        Text(query, CategoryKey),
        Kinds.TryGetValue(query[KindKey].ToString(), out var kind) ? kind : null,
        Text(query, AuthorKey),
        query[MineKey] == Yes,
        Day(query, FromKey),
        Day(query, ToKey));

    /// <summary>Folded words, each of which is to be found.</summary>
    public static IReadOnlyList<string> Folded(string? words) =>
        string.IsNullOrWhiteSpace(words) ? [] : SearchText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Text(IQueryCollection query, string key) =>
        query[key].ToString().Trim() is { Length: > 0 } text ? VietnameseText.Beginning(text, LongestWords) : null;

    private static DateOnly? Day(IQueryCollection query, string key) =>
        DateOnly.TryParseExact(query[key].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 3000 ? day : null;
}
