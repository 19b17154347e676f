using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Sessions;

/// <summary>Leads a session that has something to do first to the page where it is done, and back again afterwards.</summary>
internal sealed class Detours(RequestDelegate next)
{
    public const string SignOut = "/dang-nhap/ra";

    public static string PageOf(Detour detour) => detour switch
    {
        Detour.Unlock => "/dang-nhap/mo-khoa",
        Detour.ChangePassword => "/tai-khoan/mat-khau",
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

        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path.ToUriComponent() + context.Request.QueryString : PersonalPlaces.Office;
        context.Response.Redirect(PageOf(state.Detour) + QueryString.Create(SessionCookie.Next, back));
        return Task.CompletedTask;
    }

    private static bool IsOnTheWay(PathString path, Detour detour) =>
        path.StartsWithSegments(PageOf(detour)) || path.StartsWithSegments(SignOut);
}
