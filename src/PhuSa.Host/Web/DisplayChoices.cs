using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Web;

namespace PhuSa.Host.Web;

/// <summary>
/// The two forms of the layout. They change only a display cookie, so they carry no antiforgery token: public pages are kept
/// and may hold none. The way back is a local address only.
/// </summary>
internal static class DisplayChoices
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void MapDisplayChoices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/co-chu", (HttpContext context, [FromForm] string? size, [FromForm] string? back) =>
        {
            var now = TextSize.Of(context.Request);
            var next = size switch { "up" => Math.Min(now + 1, TextSize.Largest), "down" => Math.Max(now - 1, 0), _ => now };
            return Choose(context, TextSize.Cookie, next.ToString(System.Globalization.CultureInfo.InvariantCulture), back);
        }).DisableAntiforgery().ExcludeFromDescription();

        endpoints.MapPost("/ngon-ngu", (HttpContext context, [FromForm] string? language, [FromForm] string? back) =>
            Choose(context, Language.Cookie, language == "en" ? "en" : "vi", back)).DisableAntiforgery().ExcludeFromDescription();
    }

    private static IResult Choose(HttpContext context, string cookie, string value, string? back)
    {
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            MaxAge = Kept,
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
        });
        return Results.LocalRedirect(LocalAddress.Is(back) ? LocalAddress.Encoded(back!) : "/");
    }
}
