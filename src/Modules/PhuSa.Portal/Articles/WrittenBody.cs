using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Articles;

/// <summary>
/// The one door through which the text of an article comes in and goes out: what is kept of what was typed, what is wrong with it, how it is
/// written into a page, and its lines for a comparison.
/// </summary>
internal static class WrittenBody
{
    public static string Kept(string typed) => typed.ReplaceLineEndings("\n").Trim();

    /// <returns>Vietnamese: why it is not taken; null where all is well.</returns>
    public static string? Problem(string body) => ArticleBody.Problem(body);

    /// <returns>The reviews whose figures the text names.</returns>
    public static IReadOnlyList<string> Reviews(string body) => ArticleBody.Reviews(ArticleBody.Read(body));

    /// <param name="figures">Links by review and code; what is not there is “chưa có dữ liệu”.</param>
    public static IHtmlContent Render(string body, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>> figures, Texts texts) =>
        BodyMarkup.Render(ArticleBody.Read(body), figures, texts);

    /// <summary>The text as lines of words, for a comparison.</summary>
    public static string Lines(string body) => body;
}
