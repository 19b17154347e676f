namespace PhuSa.Portal.Articles;

/// <summary>The public address of an article, made nowhere else.</summary>
internal static class ArticleAddress
{
    public const string News = "/bai-viet";

    /// <returns>Root-relative.</returns>
    public static string Of(ArticleKind kind, string slug) => $"{FolderOf(kind)}/{slug}";

    public static string FolderOf(ArticleKind kind) => kind switch
    {
        _ => News,
    };

    /// <returns>The slug in an address as it stands in a browser's bar; a slug alone stays.</returns>
    public static string SlugIn(string typed) =>
        typed.IndexOf(News + "/", StringComparison.Ordinal) is >= 0 and var at ? typed[(at + News.Length + 1)..].Split('?', '#')[0] : typed;
}
