using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.Portal;

public sealed class LargeSiteMapTests
{
    private const int Most = 50_000;
    private const int LargestFile = 50 * 1024 * 1024;
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task A_site_of_more_than_fifty_thousand_addresses_has_an_index_of_maps_that_name_each_address_once()
    {
        await using var app = await App.StartAsync(prepare: app => app.Adding = services => services.AddScoped<ISitePages, ManyPages>());
        using var http = app.CreateClient();

        var index = XDocument.Parse(await http.GetStringAsync("http://khcn.localhost/sitemap.xml")).Root!;
        Assert.Equal(Map + "sitemapindex", index.Name);
        var parts = index.Elements(Map + "sitemap").Select(part => part.Element(Map + "loc")!.Value).ToList();
        Assert.Equal(["http://khcn.localhost/sitemap-1.xml", "http://khcn.localhost/sitemap-2.xml", "http://khcn.localhost/sitemap-3.xml"], parts);

        var addresses = new List<string>();
        foreach (var part in parts)
        {
            var file = await http.GetByteArrayAsync(part);
            Assert.InRange(file.Length, 1, LargestFile);
            var named = XDocument.Load(new MemoryStream(file)).Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();
            Assert.InRange(named.Count, 1, Most);
            addresses.AddRange(named);
        }

        Assert.Equal(addresses.Distinct(StringComparer.Ordinal), addresses);
        Assert.Equal(ManyPages.Count, addresses.Count(address => address.StartsWith("http://khcn.localhost/bao-cao/nhieu-", StringComparison.Ordinal)));
        Assert.Contains("http://khcn.localhost/", addresses);

        using var beyond = await http.GetAsync("http://khcn.localhost/sitemap-4.xml");
        using var before = await http.GetAsync("http://khcn.localhost/sitemap-0.xml");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (beyond.StatusCode, before.StatusCode));

        // The other site has few: one file, no parts of it.
        Assert.Equal(Map + "urlset", XDocument.Parse(await http.GetStringAsync("http://lienminh.localhost/sitemap.xml")).Root!.Name);
    }

    /// <summary>More pages than two files hold.</summary>
    private sealed class ManyPages : ISitePages
    {
        public const int Count = (2 * Most) + 1;

        public string Theme => SiteThemes.Department;

        public Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SitePage>>([.. Enumerable.Range(0, Count).Select(number => new SitePage($"/bao-cao/nhieu-{number}", new DateOnly(2020, 1, 1).AddDays(number % 2000)))]);
    }
}
