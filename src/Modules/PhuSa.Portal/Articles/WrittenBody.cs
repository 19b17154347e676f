namespace PhuSa.Portal.Articles;

/// <summary>
/// The one door through which the text of an article comes in: what is kept of what was typed, what is wrong with it, and its lines for a comparison.
/// </summary>
internal static class WrittenBody
{
    public static string Kept(string typed) => typed.ReplaceLineEndings("\n").Trim();

    /// <returns>Vietnamese: why it is not taken; null where all is well.</returns>
    public static string? Problem(string body) => ArticleBody.Problem(body);

    /// <summary>The text as lines of words, for a comparison.</summary>
    public static string Lines(string body) => body;
}
