namespace PhuSa.Portal.Articles;

/// <summary>What a text is. Procedures and legal documents have facts of their own beside the text.</summary>
internal enum ArticleKind
{
    News,

    /// <summary>A page that is no news: functions, history. It stands in no list of news.</summary>
    Page,
    Procedure,
    Legal,

    /// <summary>A page with the structure of the body and how to reach its officials.</summary>
    Directory,
}

/// <summary>The names of kinds as people read them, keys of the module's English table.</summary>
internal static class ArticleKindWords
{
    /// <summary>Those without facts of their own: the form offers the choice between them.</summary>
    public static IReadOnlyList<ArticleKind> Plain { get; } = [ArticleKind.News, ArticleKind.Page];

    /// <summary>All, in the order in which they are offered.</summary>
    public static IReadOnlyList<ArticleKind> All { get; } = [ArticleKind.News, ArticleKind.Page, ArticleKind.Directory, ArticleKind.Procedure, ArticleKind.Legal];

    /// <summary>Under which name the form of a new article is kept on the writer's device: each form has its own.</summary>
    public static string KeptAs(ArticleKind kind) => Plain.Contains(kind) ? "moi" : $"moi-{kind}";

    public static string Of(ArticleKind kind) => kind switch
    {
        ArticleKind.News => "Tin bài",
        ArticleKind.Page => "Trang giới thiệu",
        ArticleKind.Procedure => "Thủ tục hành chính",
        ArticleKind.Legal => "Văn bản pháp luật",
        ArticleKind.Directory => "Cơ cấu và danh bạ",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
