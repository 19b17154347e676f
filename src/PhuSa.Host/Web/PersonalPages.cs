using Microsoft.Net.Http.Headers;

namespace PhuSa.Host.Web;

/// <summary>
/// What every page of a signed-in person needs: no copy of it is kept anywhere, and nothing is changed by a request that another site made the
/// browser send. The form's token is the lock; this is the second one (Fetch Metadata, Origin).
/// </summary>
internal sealed class PersonalPages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache, no-store";
        if (Changes(context.Request.Method) && IsFromElsewhere(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers[HeaderNames.Origin].ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As a URI writes it: without the port that the scheme means anyway.</summary>
    private static string? Authority(HttpRequest request) => Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : null;
}
