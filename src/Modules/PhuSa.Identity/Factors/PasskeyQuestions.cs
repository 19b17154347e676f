using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;

namespace PhuSa.Identity.Factors;

/// <summary>What the browser is asked before it answers with a passkey: two addresses for the pages' script, each for its own page only.</summary>
internal static class PasskeyQuestions
{
    public const string ForNew = "/tai-khoan/hai-buoc/khoa/cau-hoi";
    public const string ForOne = "/dang-nhap/khoa/cau-hoi";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(ForNew, async (HttpContext context, IAntiforgery antiforgery, Myself myself, Passkeys passkeys) =>
            !await antiforgery.IsRequestValidAsync(context) ? Results.BadRequest()
            // Before the device makes a key that the page would then not take.
            : !Proof.IsFresh(context) ? Results.Conflict()
            : Json(context, await passkeys.AskForNewAsync(await myself.LoadAsync(context.RequestAborted), context))).RequireAuthorization().ExcludeFromDescription();
        endpoints.MapPost(ForOne, async (HttpContext context, IAntiforgery antiforgery, Passkeys passkeys) =>
            await antiforgery.IsRequestValidAsync(context) ? Json(context, await passkeys.AskForOneAsync(context)) : Results.BadRequest()).ExcludeFromDescription();
    }

    private static IResult Json(HttpContext context, string json)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(json, "application/json");
    }
}
