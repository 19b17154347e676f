using System.Globalization;
using PhuSa.Platform.Web;

namespace PhuSa.Host.Web;

/// <summary>Numbers and dates are always written the Vietnamese way; only the words change with the language chosen.</summary>
internal sealed class ReaderLanguage(RequestDelegate next)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The summary in English is for those who cannot choose a language in Vietnamese.</summary>
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public Task InvokeAsync(HttpContext context)
    {
        CultureInfo.CurrentCulture = Vietnamese;
        CultureInfo.CurrentUICulture = context.Request.Path.Equals(Language.EnglishPage, StringComparison.OrdinalIgnoreCase) ? English : CultureInfo.GetCultureInfo(Language.Of(context.Request));
        return next(context);
    }
}
