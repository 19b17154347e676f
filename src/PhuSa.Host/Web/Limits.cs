using System.Threading.RateLimiting;

namespace PhuSa.Host.Web;

/// <summary>A rate limit on POST by address; reading is never limited (an office stands behind one address).</summary>
internal static class Limits
{
    public static void AddLimits(this IServiceCollection services) => services.AddSingleton<PostLimit>();
}

/// <summary>
/// How many posts an address may send in a minute, at each instance. Its own, not the framework's middleware: that one asks at every page
/// and keeps its timers, and with them the whole house, after the house has closed.
/// </summary>
internal sealed class PostLimit(IConfiguration configuration) : IDisposable
{
    private const int DefaultPerMinute = 120;
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = configuration.GetValue("Limits:PostsPerMinute", DefaultPerMinute), Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Segments }));

    public bool Lets(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Refuses the posts that are too many.</summary>
internal sealed class LimitedPosts(RequestDelegate next, PostLimit limit)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || limit.Lets(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }
}
