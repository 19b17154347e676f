using Microsoft.AspNetCore.Html;

namespace PhuSa.Platform.Web;

/// <summary>
/// The live numbers of a page. A page is made once and kept; these places in it are filled at each answer, so the mark
/// (two private-use characters around a letter) never reaches a reader.
/// </summary>
public static class PageNumbers
{
    public const char Open = '\uE0F0';
    public const char Close = '\uE0F1';

    /// <summary>Browsers seen on this site in the last five minutes.</summary>
    public static IHtmlContent Online { get; } = Mark('o');

    /// <summary>Visits of this site since counting began.</summary>
    public static IHtmlContent Total { get; } = Mark('t');

    /// <summary>Visits of this site since midnight in Việt Nam.</summary>
    public static IHtmlContent Today { get; } = Mark('d');

    /// <summary>Views of this page.</summary>
    public static IHtmlContent Views { get; } = Mark('v');

    private static HtmlString Mark(char which) => new($"{Open}{which}{Close}");
}
