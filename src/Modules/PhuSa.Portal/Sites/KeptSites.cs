using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary>The site of a request. What the sites say is kept in memory and read again when the content stamp moved.</summary>
internal sealed class KeptSites(IContentWatch watch, IServiceScopeFactory scopes, IConfiguration configuration) : ISites
{
    /// <summary>Where nothing has been recorded yet: an empty house still has a door.</summary>
    private static readonly SiteFrame Unnamed = new("", "department", "", "Phù Sa", "Phù Sa", "", [], [], []);

    private const int DefaultAlliancePort = 5081;

    private readonly int _alliancePort = configuration.GetValue("Portal:AlliancePort", DefaultAlliancePort);
    private Kept? _kept;

    public async ValueTask<SiteFrame> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<SitePreview>() is { } preview)
        {
            return Frame(preview.Directory, preview.Site, AddressOf(preview.Directory, preview.Site, context.Request));
        }

        var directory = await DirectoryAsync(cancellationToken);
        return SiteOf(directory, context) is { } site
            ? Frame(directory, site, AddressOf(directory, site, context.Request))
            : Unnamed with { Address = Came(context.Request) };
    }

    public async ValueTask<SiteFrame> OfThemeAsync(string theme, HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await DirectoryAsync(cancellationToken);
        return directory.HomeOf(theme) is { } site
            ? Frame(directory, site, AddressOf(directory, site, context.Request))
            : await OfAsync(context, cancellationToken);
    }

    /// <summary>The frame of a site that is not the one the reader came to: for a preview.</summary>
    public async ValueTask<SiteFrame?> FrameOfAsync(string code, HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await DirectoryAsync(cancellationToken);
        return directory.WithCode(code) is { } site ? Frame(directory, site, AddressOf(directory, site, context.Request)) : null;
    }

    /// <summary>Everything about the sites, no older than the content watch knows.</summary>
    public async ValueTask<SiteDirectory> DirectoryAsync(CancellationToken cancellationToken)
    {
        var stamp = watch.Current;
        if (_kept is { } kept && kept.Stamp == stamp)
        {
            return kept.Directory;
        }

        await using var scope = scopes.CreateAsyncScope();
        var directory = await SiteDirectory.LoadAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancellationToken);
        _kept = new Kept(stamp, directory);
        return directory;
    }

    /// <summary>By host name; else the alliance by its own port, because a phone does not resolve *.localhost; else the first.</summary>
    public Site? SiteOf(SiteDirectory directory, HttpContext context) =>
        directory.AtHost(context.Request.Host.Host)
        ?? (_alliancePort > 0 && context.Connection.LocalPort == _alliancePort ? directory.WithTheme(SiteTheme.Alliance) : null)
        ?? directory.Default;

    /// <summary>
    /// The absolute address of a site: as configured; else as the reader came, where the host is the site's own;
    /// else its first host. A host that nobody claims never becomes an address of ours unless there is no other.
    /// </summary>
    public static string AddressOf(SiteDirectory directory, Site site, HttpRequest request)
    {
        if (site.Address is { } configured)
        {
            return configured;
        }

        if (directory.AtHost(request.Host.Host) == site || site.HostNames.Count == 0)
        {
            return Came(request);
        }

        return request.Host.Port is { } port ? $"{request.Scheme}://{site.HostNames[0]}:{port}" : $"{request.Scheme}://{site.HostNames[0]}";
    }

    private static string Came(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    private static SiteFrame Frame(SiteDirectory directory, Site site, string address) => directory.FrameOf(site) with { Address = address };

    private sealed record Kept(long Stamp, SiteDirectory Directory);
}
