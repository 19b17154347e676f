using PhuSa.Platform;

namespace PhuSa.Host.Web;

/// <summary><c>/healthz</c>: the process lives. <c>/readyz</c>: migrations, the first samples and the indexes are done.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks();

    public static void UseHealth(this IApplicationBuilder app)
    {
        app.UseHealthChecks("/healthz");
        app.Map("/readyz", ready => ready.Run(context =>
        {
            var readiness = context.RequestServices.GetRequiredService<Readiness>();
            context.Response.StatusCode = readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers.CacheControl = "no-store";
            return context.Response.WriteAsync(readiness.IsReady ? "ready" : readiness.Failure ?? "opening");
        }));
    }
}
