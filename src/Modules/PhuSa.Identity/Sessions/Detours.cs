using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Sessions;

/// <summary>Leads a session that has something to do first to the page where it is done, and back again afterwards.</summary>
internal sealed class Detours(RequestDelegate next)
{
    public static string PageOf(Detour detour) => detour switch
    {
        Detour.Unlock => SessionLock.Page,
        Detour.ChangePassword => "/tai-khoan/mat-khau",
        Detour.Consent => "/tai-khoan/dong-y",
        Detour.AddSecondFactor => "/tai-khoan/hai-buoc",
        Detour.ChooseOrganisation => "/tai-khoan/dai-dien",
        _ => PersonalPlaces.Office,
    };

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<SessionState>() is not { Detour: not Detour.None } state || IsOnTheWay(context.Request.Path, state.Detour))
        {
            return next(context);
        }

        if (state.Detour == Detour.Unlock && HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            // The browser sends the same form once more, to the page that keeps it: nothing typed is lost, and that page checks the token.
            context.Response.Redirect(KeptForms.Page + QueryString.Create(SessionCookie.Next, AddressOf(context.Request)), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(context.Request.Method) ? AddressOf(context.Request) : PersonalPlaces.Office;
        context.Response.Redirect(PageOf(state.Detour) + QueryString.Create(SessionCookie.Next, back));
        return Task.CompletedTask;
    }

    private static string AddressOf(HttpRequest request) => request.Path.ToUriComponent() + request.QueryString;

    /// <summary>
    /// Signing in once more or out is open to any session: who has no password unlocks that way. An error page is nowhere in particular:
    /// it is shown, not led away from.
    /// </summary>
    private static bool IsOnTheWay(PathString path, Detour detour) =>
        path.StartsWithSegments(PageOf(detour)) || (detour == Detour.AddSecondFactor && path.StartsWithSegments(Proof.Page)) || path.StartsWithSegments(PersonalPlaces.SignIn) || !PersonalPlaces.Hold(path);
}
