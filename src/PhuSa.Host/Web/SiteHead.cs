using PhuSa.Platform.Web;

namespace PhuSa.Host.Web;

/// <summary>The head of a site as a page shows it: with the link of its menu that the page stands under.</summary>
/// <param name="Here">Null where no link of the menu leads here or above.</param>
/// <param name="Current">The value of <c>aria-current</c>; null where nothing is current.</param>
internal sealed record SiteHead(SiteFrame Site, SiteLink? Here, string? Current)
{
    /// <summary>All that the head depends on. A menu is one list as long as its site does not change; a preview has lists of its own.</summary>
    public object Key => ("head", Site.Code, Site.Menu, Here?.Url, Current, Texts.InEnglish);

    /// <param name="crumbs">The page's ancestors.</param>
    public static SiteHead Of(SiteFrame site, PathString address, IReadOnlyList<SiteLink> crumbs)
    {
        var path = address.Value ?? "/";
        SiteLink? exact = null, above = null, ancestor = null;
        foreach (var link in site.Menu.SelectMany(link => link.Children.Prepend(link)))
        {
            exact ??= link.Url == path ? link : null;
            above = link.Url.Length > (above?.Url.Length ?? 1) && IsUnder(path, link.Url) ? link : above;
            ancestor ??= crumbs.Any(crumb => crumb.Url == link.Url) ? link : null;
        }

        var here = exact ?? above ?? ancestor;
        return new SiteHead(site, here, here is null ? null : here.Url == path ? "page" : "true");
    }

    private static bool IsUnder(string path, string url) => path.Length > url.Length && path[url.Length] == '/' && path.StartsWith(url, StringComparison.Ordinal);
}
