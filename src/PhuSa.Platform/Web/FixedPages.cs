using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;

namespace PhuSa.Platform.Web;

/// <summary>What stands right below an address as a page of its own: a record whose code or slug were the same word would never be reached.</summary>
public static class FixedPages
{
    private const string RouteTemplate = nameof(RouteTemplate);

    /// <summary>Read from the routes of the module's own pages, so also where nothing is served.</summary>
    public static IReadOnlySet<string> Below(Assembly module, params string[] addresses)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.GetCustomAttributes<RazorCompiledItemAttribute>()
            .SelectMany(page => page.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>())
            .Where(told => told.Key == RouteTemplate)
            .SelectMany(told => addresses.Where(address => told.Value.StartsWith(address + "/", StringComparison.Ordinal)).Select(address => told.Value[(address.Length + 1)..].Split('/')[0]))
            .Where(word => !word.Contains('{', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
    }
}
