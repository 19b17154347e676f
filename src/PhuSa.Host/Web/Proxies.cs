using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using PhuSa.Host.Commands;

namespace PhuSa.Host.Web;

/// <summary>Forwarded headers are believed from the named proxies only; with none named, from nobody.</summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var trusted = (configuration["TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // A wrong one is told before anything starts.
        foreach (var proxy in trusted)
        {
            Trust(new ForwardedHeadersOptions(), proxy);
        }

        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in trusted)
            {
                Trust(options, proxy);
            }
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders != ForwardedHeaders.None)
        {
            app.UseForwardedHeaders();
        }
    }

    private static void Trust(ForwardedHeadersOptions options, string proxy)
    {
        // “1.2.3” is an address to the library, of another machine than meant.
        if (IPAddress.TryParse(proxy, out var address) && (proxy.Contains(':', StringComparison.Ordinal) || proxy.Count(c => c == '.') == 3))
        {
            options.KnownProxies.Add(address);
            if (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
            {
                options.KnownProxies.Add(address.MapToIPv6());
            }
        }
        else if (System.Net.IPNetwork.TryParse(proxy, out var network))
        {
            options.KnownIPNetworks.Add(network);
        }
        else
        {
            throw new CannotStartException($"“{proxy}” trong --trusted-proxies không phải địa chỉ hay dải địa chỉ. Hãy viết dạng 10.0.0.5 hoặc 10.0.0.0/24.");
        }
    }
}
