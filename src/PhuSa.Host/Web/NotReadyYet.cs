using PhuSa.Platform;

namespace PhuSa.Host.Web;

/// <summary>Until the house is open every page answers 503 with one sentence; health probes pass before this.</summary>
internal sealed class NotReadyYet(RequestDelegate next, Readiness readiness)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (readiness.IsReady || context.Request.Path.StartsWithSegments("/assets"))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Đang mở</title><p>{readiness.Failure ?? "Trang đang được mở, xin thử lại sau vài giây."}</p></html>");
    }
}
