using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Articles;

internal enum ArticleStatus
{
    Draft,
    Published,
    Withdrawn,
}

internal enum ArticleAction
{
    Publish,

    /// <summary>It stands first on the home page of a site for a time.</summary>
    Pin,

    Unpin,
    Withdraw,
}

/// <summary>
/// An article is written, published and perhaps withdrawn; a withdrawn one does not come back under the same address. How a text gets to the
/// public is the flow of its revisions.
/// </summary>
internal static class ArticleFlow
{
    public static Flow<ArticleStatus, ArticleAction> Table { get; } = new(
        new Dictionary<ArticleStatus, StatusFacts>
        {
            [ArticleStatus.Draft] = new(Counts: false, Final: false, WaitsOn: "Ban biên tập", "Bản nháp", "Bản nháp", "draft"),
            [ArticleStatus.Published] = new(Counts: true, Final: false, WaitsOn: null, "Đã đăng", "Đã đăng", "good"),
            [ArticleStatus.Withdrawn] = new(Counts: false, Final: true, WaitsOn: null, "Đã gỡ", "Đã gỡ", "ended"),
        },
        new(ArticleStatus.Draft, ArticleAction.Publish, ArticleStatus.Published),
        new(ArticleStatus.Published, ArticleAction.Pin, ArticleStatus.Published),
        new(ArticleStatus.Published, ArticleAction.Unpin, ArticleStatus.Published),
        new(ArticleStatus.Published, ArticleAction.Withdraw, ArticleStatus.Withdrawn));
}
