using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Cooperatives.Pages.Cooperatives;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Maps;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Directory;

/// <summary>The directory, its map and every cooperative's page are at home on the Alliance's site.</summary>
internal sealed class DirectoryPages(AppDbContext db, CooperativeQueries cooperatives, OpenRegister open, MapSource ground) : ISitePages
{
    public string Theme => SiteThemes.Alliance;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        var changed = await db.ChangedAsync(["cooperatives", OrganisationRow.Table], cancellationToken);
        var slugs = await CooperativeQueries.Ordered(cooperatives.Proper()).Select(pair => new { pair.Cooperative.Id, pair.Organisation.Slug }).ToListAsync(cancellationToken);
        return
        [
            new SitePage(IndexModel.Address, Changed: null), new SitePage(MapModel.Address, Changed: null), new SitePage(CooperativeApi.Page, Changed: null),
            .. slugs.Select(page => new SitePage($"{IndexModel.Address}/{page.Slug}", changed.GetValueOrDefault(page.Id))),
        ];
    }

    /// <summary>Those whom the licence of the open data and the ground of the map are owed to, as the house's settings say.</summary>
    public Task<IReadOnlyList<string>> HostsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. new[] { open.Licence?.Url, ground.AttributionUrl }.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : "").Where(host => host.Length > 0)]);
}
