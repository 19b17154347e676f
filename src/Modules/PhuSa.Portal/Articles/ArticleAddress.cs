namespace PhuSa.Portal.Articles;

/// <summary>The public address of an article: one for each kind, made nowhere else.</summary>
internal static class ArticleAddress
{
    public const string News = "/bai-viet";
    public const string Pages = "/gioi-thieu";
    public const string Procedures = "/thu-tuc";
    public const string Legal = "/van-ban";

    /// <summary>Under which articles are, or were, reached.</summary>
    public static IReadOnlyList<string> Folders { get; } = [News, Pages, Procedures, Legal];

    /// <summary>What the lists of articles that are no news are called, in the order of the site map; Vietnamese, keys of the English table.</summary>
    public static IReadOnlyDictionary<string, string> ListNames { get; } = new OrderedDictionary<string, string>
    {
        [Pages] = "Giới thiệu",
        [Procedures] = "Thủ tục hành chính",
        [Legal] = "Văn bản pháp luật",
    };

    /// <returns>Root-relative.</returns>
    public static string Of(ArticleKind kind, string slug) => $"{FolderOf(kind)}/{slug}";

    public static string FolderOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Page or ArticleKind.Directory => Pages,
        ArticleKind.Procedure => Procedures,
        ArticleKind.Legal => Legal,
        _ => News,
    };

    /// <summary>A root-relative address that is an article's, and not one that only speaks of it in its query.</summary>
    public static bool IsOne(string path) => Folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <returns>The slug in an address as it stands in a browser's bar, whatever the kind; a slug alone stays.</returns>
    public static string SlugIn(string typed)
    {
        foreach (var folder in Folders)
        {
            if (typed.IndexOf(folder + "/", StringComparison.Ordinal) is >= 0 and var at)
            {
                return typed[(at + folder.Length + 1)..].Split('?', '#')[0];
            }
        }

        return typed;
    }
}
