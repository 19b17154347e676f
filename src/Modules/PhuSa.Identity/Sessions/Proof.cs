using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Sessions;

/// <summary>
/// Whoever changes how a person signs in must be that person, not somebody who found the desk unattended: they proved it in this session a short
/// while ago, or prove it again.
/// </summary>
internal static class Proof
{
    public const string Page = PersonalPlaces.Account + "/xac-nhan";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static bool IsFresh(HttpContext context)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return context.Features.Get<SessionState>()?.ProvedAt + Lasts > now;
    }

    /// <summary>To the page that asks, and back to the present one. A form that came too late is not kept: its page shows it again, empty.</summary>
    public static IActionResult Ask(HttpRequest request) =>
        new RedirectResult(Page + QueryString.Create(SessionCookie.Next, request.Path.ToUriComponent() + request.QueryString));
}

/// <summary>A page that is open only to who has proved within the last minutes who they are.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AsksForProofAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Proof.IsFresh(context.HttpContext))
        {
            return next();
        }

        context.Result = Proof.Ask(context.HttpContext.Request);
        return Task.CompletedTask;
    }
}
