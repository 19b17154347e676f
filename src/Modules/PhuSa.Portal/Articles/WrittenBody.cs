using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Body;

namespace PhuSa.Portal.Articles;

/// <summary>
/// The one door through which the text of an article comes in and goes out: what is kept of what was typed, what is wrong with it, how it is
/// written into a page, and its lines.
/// </summary>
internal static class WrittenBody
{
    /// <param name="typed">HTML of the editor, or plain text in the small notation of <see cref="ArticleBody"/>.</param>
    /// <returns>HTML that may stand in a page.</returns>
    public static string Kept(string typed) => BodyHtml.Clean(typed).Html;

    /// <returns>How many pictures of what was typed <see cref="Kept"/> leaves out, as they are not of the house.</returns>
    public static int PicturesLeftOut(string typed) => BodyHtml.Clean(typed).PicturesLeftOut;

    /// <returns>Vietnamese: why plain text is not taken; null where all is well. What is wrong in HTML is left out in <see cref="Kept"/>.</returns>
    public static string? Problem(string typed) => BodyHtml.IsHtml(typed) ? null : ArticleBody.Problem(typed);

    /// <returns>What has to be mended before others see the text; a draft may have some.</returns>
    public static IReadOnlyList<BodyProblem> Problems(string body) => BodyHtml.Clean(body).Problems;

    /// <returns>Why a text that readers are to see at once is not taken from a table; null where all is well.</returns>
    public static string? PublicProblem(string typed) =>
        Problem(typed) ?? (Problems(typed) is [var first, ..] ? string.Format(System.Globalization.CultureInfo.InvariantCulture, first.Sentence, first.Args) : null);

    /// <returns>The figures that the text names.</returns>
    public static IReadOnlyList<NamedFigure> Figures(string body) => BodyMarks.Figures(body);

    /// <returns>The files of the pictures that stand in the text.</returns>
    public static IEnumerable<Guid> Pictures(string body) => PictureMark.In(body).Select(mark => mark.File).OfType<Guid>().Distinct();

    /// <param name="figures">Links by review and code; what is not there is “chưa có dữ liệu”.</param>
    /// <param name="pictures">Of <see cref="Pictures"/>, with their sizes.</param>
    public static IHtmlContent Render(string body, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>> figures, IReadOnlyDictionary<Guid, FilePicture> pictures, Texts texts) =>
        BodyMarks.Render(body, figures, pictures, texts);

    /// <summary>The text as lines of words.</summary>
    public static string Lines(string body) => BodyMarks.Words(body);

    /// <summary>The text as lines that tell everything in it apart, for a comparison.</summary>
    public static string Compared(string body) => BodyLines.Of(body);
}
