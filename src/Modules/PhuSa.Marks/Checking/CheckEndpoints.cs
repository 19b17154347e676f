using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Checking;

/// <summary>The ten-second check. Only the written form of a code that is on record answers 200, so that nothing else is ever kept or counted.</summary>
internal static class CheckEndpoints
{
    private const string Typed = "ma";
    private const string Html = "text/html; charset=utf-8";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static void MapCheck(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods($"{CheckAddress.Home}/{{code}}", Reading, (string code, HttpContext context, CheckRegister register, CheckWords words, CancellationToken cancellationToken) => AnswerAsync(code, english: false, context, register, words, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods($"{CheckAddress.English}/{{code}}", Reading, (string code, HttpContext context, CheckRegister register, CheckWords words, CancellationToken cancellationToken) => AnswerAsync(code, english: true, context, register, words, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(CheckAddress.Home, Reading, (HttpContext context, CheckWords words, CancellationToken cancellationToken) => AskAsync(english: false, context, words, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(CheckAddress.English, Reading, (HttpContext context, CheckWords words, CancellationToken cancellationToken) => AskAsync(english: true, context, words, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(CheckAddress.Digital, Reading, ProductAsync).ExcludeFromDescription();
        endpoints.MapMethods(CheckAddress.DigitalLot, Reading, ProductAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(string code, bool english, HttpContext context, CheckRegister register, CheckWords words, CancellationToken cancellationToken)
    {
        Speak(english);
        var typed = CheckCode.Read(code);
        if (typed.Code is { } known && await register.FindAsync(known, cancellationToken) is { } right)
        {
            return CheckCode.Written(known) == code
                ? Page(context, await words.OfAsync(right, english, context, cancellationToken), StatusCodes.Status200OK)
                : TypedResults.Redirect(CheckAddress.Of(known, english));
        }

        return Page(context, await words.NotFoundAsync(typed, code, english, context, cancellationToken), StatusCodes.Status404NotFound);
    }

    /// <summary>The form; what is typed into it comes back as a query and goes to the address of the code.</summary>
    private static async Task<IResult> AskAsync(bool english, HttpContext context, CheckWords words, CancellationToken cancellationToken)
    {
        Speak(english);
        var typed = context.Request.Query[Typed].ToString();
        var read = CheckCode.Read(typed);
        return string.IsNullOrWhiteSpace(typed) ? Page(context, await words.AskAsync(english, context, cancellationToken), StatusCodes.Status200OK)
            : read.Code is { } code ? TypedResults.Redirect(CheckAddress.Of(code, english))
            : Page(context, await words.NotFoundAsync(read, typed, english, context, cancellationToken), StatusCodes.Status404NotFound);
    }

    /// <summary>Lots are without number, so they lead to the one address of the right instead of each having a page.</summary>
    private static async Task<IResult> ProductAsync(string gtin, HttpContext context, CheckRegister register, CheckWords words, CancellationToken cancellationToken) =>
        Gtin.Read(gtin) is { } read && await register.OfProductAsync(read, cancellationToken) is { } code
            ? TypedResults.Redirect(CheckAddress.Of(code))
            : Page(context, await words.NotFoundAsync(default, typed: "", english: false, context, cancellationToken), StatusCodes.Status404NotFound);

    /// <summary>Whoever opens the English address cannot choose a language in Vietnamese.</summary>
    private static void Speak(bool english)
    {
        if (english)
        {
            CultureInfo.CurrentUICulture = English;
        }
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Page(HttpContext context, CheckSheet sheet, int status)
    {
        context.Response.Headers.ContentSecurityPolicy = CheckPage.Policy;
        return TypedResults.Text(CheckPage.Write(sheet), Html, Encoding.UTF8, status);
    }
}
