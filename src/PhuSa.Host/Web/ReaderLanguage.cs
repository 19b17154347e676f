using System.Globalization;
using PhuSa.Platform.Web;

namespace PhuSa.Host.Web;

/// <summary>Numbers and dates are always written the Vietnamese way; only the words change with the language chosen.</summary>
internal sealed class ReaderLanguage(RequestDelegate next)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public Task InvokeAsync(HttpContext context)
    {
        CultureInfo.CurrentCulture = Vietnamese;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language.Of(context.Request));
        return next(context);
    }
}
