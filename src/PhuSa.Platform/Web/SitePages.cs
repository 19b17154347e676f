namespace PhuSa.Platform.Web;

/// <summary>A page that programs which read a site are told of.</summary>
/// <param name="Url">Root-relative.</param>
/// <param name="Changed">The day its record was last changed; null where nothing tells it.</param>
public sealed record SitePage(string Url, DateOnly? Changed);

/// <summary>Pages of a module that have their home on the site of a house.</summary>
public interface ISitePages
{
    /// <summary>Which house: a word of <see cref="SiteThemes"/>.</summary>
    string Theme { get; }

    /// <returns>The pages that an anonymous reader gets, on the site of that house.</returns>
    Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Pages that are at home on one site, whichever house it is of.</summary>
    /// <param name="site">Its code.</param>
    Task<IReadOnlyList<SitePage>> OnAsync(string site, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SitePage>>([]);

    /// <summary>Hosts elsewhere that the records' own links lead to, so that the watch knows them from planted ones.</summary>
    Task<IReadOnlyList<string>> HostsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);
}
