using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Portal.Sites;

/// <summary>The sites that the signed-in person may edit, with what belongs to them.</summary>
internal sealed class SiteDesk(AppDbContext db, ISignedIn signedIn)
{
    public AppDbContext Db => db;

    public bool IsAdministrator => signedIn.Person!.Roles.Contains(Role.Administrator);

    public Task<List<Site>> MineAsync(CancellationToken cancellationToken) =>
        Mine().AsNoTracking().OrderBy(site => site.Position).ThenBy(site => site.Code).ToListAsync(cancellationToken);

    /// <returns>Tracked; null where there is none, or it is another organisation's.</returns>
    public Task<Site?> FindAsync(string code, CancellationToken cancellationToken) => Mine().SingleOrDefaultAsync(site => site.Code == code, cancellationToken);

    /// <summary>Who claims a host already, other than this site.</summary>
    public async Task<Site?> AtHostAsync(string host, Site but, CancellationToken cancellationToken) =>
        (await db.Set<Site>().AsNoTracking().Where(site => site.Id != but.Id).ToListAsync(cancellationToken))
            .Find(site => site.HostNames.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Changes with every change of any of the records: what a form carries to know that it is stale.</summary>
    public static string StampOf(IEnumerable<(Guid Id, int Version)> records) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', records.OrderBy(record => record.Id).Select(record => $"{record.Id:N}.{record.Version}")))))[..32];

    private IQueryable<Site> Mine()
    {
        var organisation = signedIn.Person!.OrganisationId;
        var all = IsAdministrator;
        return db.Set<Site>().Where(site => all || site.OwnerId == organisation);
    }
}
