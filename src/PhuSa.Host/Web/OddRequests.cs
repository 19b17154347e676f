using Microsoft.Net.Http.Headers;

namespace PhuSa.Host.Web;

/// <summary>Requests that no browser makes: a method the house does not know, a host name that is none, a NUL among the words. None of them is an error of ours.</summary>
internal sealed class OddRequests(RequestDelegate next)
{
    private const string Nobodys = "localhost";

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsTrace(context.Request.Method) || HttpMethods.IsConnect(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        // PostgreSQL keeps no NUL and says so with an error; forms are looked at by NoNulInForms.
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        try
        {
            _ = context.Request.Host;
        }
        catch (ArgumentException)
        {
            // Punycode that decodes to nothing: a host nobody claims gets the department's site.
            context.Request.Headers[HeaderNames.Host] = Nobodys;
        }

        return next(context);
    }
}
