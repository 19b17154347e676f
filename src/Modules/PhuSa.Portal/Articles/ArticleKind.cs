namespace PhuSa.Portal.Articles;

/// <summary>What a text is. Procedures and legal documents have facts of their own beside the text.</summary>
internal enum ArticleKind
{
    News,

    /// <summary>A page that is no news: functions, structure, contacts. It stands in no list of news.</summary>
    Page,
    Procedure,
    Legal,
}

/// <summary>The names of kinds as people read them, keys of the module's English table.</summary>
internal static class ArticleKindWords
{
    /// <summary>Those that officers write in the form of an article.</summary>
    public static IReadOnlyList<ArticleKind> Written { get; } = [ArticleKind.News, ArticleKind.Page];

    public static string Of(ArticleKind kind) => kind switch
    {
        ArticleKind.News => "Tin bài",
        ArticleKind.Page => "Trang giới thiệu",
        ArticleKind.Procedure => "Thủ tục hành chính",
        ArticleKind.Legal => "Văn bản",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
