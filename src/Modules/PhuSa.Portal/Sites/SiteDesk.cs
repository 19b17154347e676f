using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary>The sites that the signed-in person may edit, with what belongs to them.</summary>
internal sealed class SiteDesk(AppDbContext db, ISignedIn signedIn)
{
    /// <summary>Of a site that has just been opened.</summary>
    private const string FirstCategory = "tin-tuc";

    public AppDbContext Db => db;

    public bool IsAdministrator => signedIn.Person!.Roles.Contains(Role.Administrator);

    public Task<List<Site>> MineAsync(CancellationToken cancellationToken) =>
        Mine().AsNoTracking().OrderBy(site => site.Position).ThenBy(site => site.Code).ToListAsync(cancellationToken);

    /// <returns>Tracked; null where there is none, or it is another organisation's.</returns>
    public Task<Site?> FindAsync(string code, CancellationToken cancellationToken) => Mine().SingleOrDefaultAsync(site => site.Code == code, cancellationToken);

    public Task<bool> IsTakenAsync(string code, CancellationToken cancellationToken) => db.Set<Site>().AnyAsync(site => site.Code == code, cancellationToken);

    /// <summary>Opens a site behind the others, with a way home and a place for its first news.</summary>
    public async Task OpenAsync(Site site, CancellationToken cancellationToken)
    {
        var last = await db.Set<Site>().MaxAsync(other => (int?)other.Position, cancellationToken) ?? 0;
        site.Place(site.Theme, site.Hosts, site.Address, last + 1);
        var news = new Category(Guid.CreateVersion7(), $"{site.Code}.{FirstCategory}", site.Code, FirstCategory);
        news.Call("Tin tức", 1);
        var home = new PlacedLink(Guid.CreateVersion7(), site.Code, LinkArea.Menu, "/");
        home.Show("Trang chủ", note: null, 1);
        var list = new PlacedLink(Guid.CreateVersion7(), site.Code, LinkArea.Menu, news.Url);
        list.Show(news.Title, note: null, 2);
        db.AddRange(site, news, home, list);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="of">The site that claims them; null: a new one.</param>
    /// <returns>What is wrong with host names as typed, in the words of the reader.</returns>
    public async Task<IReadOnlyList<string>> WrongHostsAsync(IReadOnlyList<string> hosts, Guid? of, Texts text, CancellationToken cancellationToken)
    {
        var others = await db.Set<Site>().AsNoTracking().Where(site => site.Id != of).ToListAsync(cancellationToken);
        var wrong = new List<string>();
        foreach (var host in hosts.Distinct(StringComparer.Ordinal))
        {
            if (!SiteHosts.IsHost(host))
            {
                wrong.Add(text["“{0}” không phải là tên miền viết đúng; chỉ chữ thường không dấu, chữ số, dấu chấm, gạch nối", host]);
            }
            else if (hosts.Count(other => other == host) > 1)
            {
                wrong.Add(text["“{0}” ghi hai lần", host]);
            }
            else if (others.Find(site => site.HostNames.Contains(host, StringComparer.OrdinalIgnoreCase)) is { } other)
            {
                wrong.Add(text["“{0}” đang là tên miền của {1}", host, other.FullName]);
            }
        }

        return wrong;
    }

    private IQueryable<Site> Mine()
    {
        var organisation = signedIn.Person!.OrganisationId;
        var all = IsAdministrator;
        return db.Set<Site>().Where(site => all || site.OwnerId == organisation);
    }
}
