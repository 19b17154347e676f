using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PhuSa.Platform.Web;

/// <summary>How often one network address may send a form of readers in an hour, at each instance. Beside the limit on all posts, which is far wider.</summary>
public abstract class HourlyGate(int perHour) : IDisposable
{
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
        Neighbourhood(address),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = Segments }));

    public bool Lets(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _limiter.Dispose();
        }
    }

    /// <summary>Whoever has one IPv6 address has 2^64 of them.</summary>
    private static string Neighbourhood(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address?.ToString() ?? "";
}
