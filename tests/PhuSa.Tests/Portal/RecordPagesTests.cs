using System.Xml.Linq;
using Microsoft.AspNetCore.Routing.Template;
using PhuSa.Cooperatives.Products;
using PhuSa.Tests.Cooperatives.Ocop;
using PhuSa.Tests.House;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Portal;

/// <summary>Every public page of a record is in the map of its house's site, and what is not public in none.</summary>
public sealed class RecordPagesTests(RecordPagesTests.Recorded house) : IClassFixture<RecordPagesTests.Recorded>
{
    private const string Department = "khcn.localhost";
    private const string Alliance = "lienminh.localhost";
    private const string Evidence = "/bao-cao/an-giang-2020-6-thang/so-lieu/marks.first-batch-holders";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Open addresses with something in their place that no map names, by how they begin.</summary>
    private static readonly (string Beginning, string Why)[] LeftOut =
    [
        ("/01/{gtin}", "a product's code as a phone reads it; leads to the check"),
        ("/api/", "for programs; described in /openapi"),
        ("/bao-cao/{slug}.", "a download of the review"),
        ("/bao-cao/{slug}/so-lieu/{code}.", "a download of the evidence"),
        ("/chuyen-muc/{slug}/", "feeds of a category, which its page names"),
        ("/dang-nhap/", "signing in"),
        ("/en/xac-minh/{code}", "the check of a label"),
        ("/hoi-dap/{id}", "in the map, but the samples have no question: FeedbackOfficeTests"),
        ("/loi/", "errors"),
        ("/luu-tru/{when", "another order of the same articles"),
        ("/openapi/", "for programs"),
        ("/sitemap-{number", "the map itself"),
        ("/tep/", "files, which their pages name"),
        ("/the-thanh-vien/{code}", "the check of a member's card"),
        ("/the/{slug}", "in the map, but the samples have no tag: TagTests; and its feeds"),
        ("/xac-minh/{code}", "the check of a label, and the form to report one"),
    ];

    [Theory]
    [InlineData(Department, "/nhan-hieu/an-giang", true)]
    [InlineData(Department, "/nhan-hieu/kien-an-cho-moi", true)]
    [InlineData(Department, "/nhan-hieu/theo/don-vi", false)]
    [InlineData(Department, "/nhan-hieu/theo/san-pham", false)]
    [InlineData(Department, "/su-kien/ket-noi-dieu-khien-tu-dong", true)]
    [InlineData(Department, "/cong-nghe/ruou-nho-rung", true)]
    [InlineData(Department, "/ho-tro/binh-thanh-cay-con-giong-rau", true)]
    [InlineData(Department, "/so-van-ban/qd-71-2019", true)]
    [InlineData(Department, "/ke-hoach/2019", true)]
    [InlineData(Alliance, "/ket-nap", false)]
    [InlineData(Alliance, "/khen-thuong", false)]
    [InlineData(Alliance, "/san-pham/mat-ong-mau", true)]
    public async Task A_public_page_of_a_record_is_in_the_map_of_its_house_alone_and_says_itself_that_it_is_at_home_there(string home, string address, bool isRecord)
    {
        var own = Assert.Single(await MapAsync(home), page => page.Path == address);
        Assert.Equal(isRecord, own.Changed is not null);
        Assert.DoesNotContain(await MapAsync(home == Department ? Alliance : Department), page => page.Path == address);

        foreach (var site in new[] { Department, Alliance })
        {
            var reader = await house.App.Visit(site).OpenAsync(address);
            Assert.Equal(200, reader.Status);
            Assert.Equal($"http://{home}{address}", reader.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task The_evidence_of_a_figure_is_in_the_map_of_the_site_of_its_review()
    {
        Assert.Contains(await MapAsync(Department), page => page.Path == Evidence);
        Assert.DoesNotContain(await MapAsync(Alliance), page => page.Path.StartsWith("/bao-cao/", StringComparison.Ordinal));
        Assert.Equal(200, (await house.App.Visit().OpenAsync(Evidence)).Status);
    }

    [Theory]
    [InlineData("/so-van-ban/bao-cao-kin")]
    [InlineData("/ho-tro/du-an-kin")]
    [InlineData("/san-pham/mat-ong-chua-cham")]
    public async Task What_is_not_public_is_in_no_map(string address)
    {
        Assert.Equal(404, (await house.App.Visit().OpenAsync(address)).Status);
        Assert.DoesNotContain(await BothAsync(), path => path == address);
    }

    [Fact]
    public async Task Every_open_address_of_a_record_is_in_a_map_or_left_out_with_a_reason()
    {
        var routes = (await HouseRoutes.OfAsync(house.App)).Where(route => route.Gets && !route.Closed).ToList();
        var plain = routes.Where(route => route.Pattern.Parameters.Count == 0).Select(route => route.Template).ToHashSet(StringComparer.Ordinal);
        var named = (await BothAsync()).Where(path => !plain.Contains(path)).ToList();
        var ofRecords = routes.Where(route => route.Pattern.Parameters.Count > 0).Select(route => route.Template).Distinct(StringComparer.Ordinal).ToList();

        var missing = ofRecords.Where(template => !LeftOut.Any(left => template.StartsWith(left.Beginning, StringComparison.Ordinal)))
            .Where(template => !IsNamed(template, named));

        Assert.Empty(missing);
        Assert.DoesNotContain(LeftOut, left => !ofRecords.Exists(template => template.StartsWith(left.Beginning, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pages_of_a_house_that_has_no_site_are_in_the_map_of_the_first_site()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("sites", "code,position,theme,hosts,address,parent,name,full_name,contact,eyebrow,headline,lead,band_title\nhtx,1,alliance,htx.localhost,,Tỉnh,Liên minh,Liên minh,,,Tiêu đề,,\n"));
        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);

        var map = await app.Visit("htx.localhost").Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative));

        Assert.Contains("http://htx.localhost/su-kien<", map, StringComparison.Ordinal);
        Assert.Contains("http://htx.localhost/hop-tac-xa<", map, StringComparison.Ordinal);
    }

    private static bool IsNamed(string template, List<string> paths)
    {
        var matcher = new TemplateMatcher(TemplateParser.Parse(template.TrimStart('/')), []);
        return paths.Exists(path => matcher.TryMatch(path, []));
    }

    private async Task<IReadOnlyList<string>> BothAsync() => [.. (await MapAsync(Department)).Concat(await MapAsync(Alliance)).Select(page => page.Path)];

    private async Task<IReadOnlyList<(string Path, string? Changed)>> MapAsync(string site)
    {
        var map = XDocument.Parse(await house.App.Visit(site).Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));
        return [.. map.Root!.Elements(Map + "url").Select(url => (new Uri(url.Element(Map + "loc")!.Value).AbsolutePath, url.Element(Map + "lastmod")?.Value))];
    }

    /// <summary>The samples, with a product that is certified and one record of each kind that is not public.</summary>
    public sealed class Recorded : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync();
            using var folder = ImportFolder.With(
                ("papers", "code,kind,number,title,issued_by,issued_by_text,signed_on,effective_from,source,public,void_reason\nbao-cao-kin,report,,Báo cáo chưa công bố,,,,,,,\n"),
                ("support-applications", "code,scheme,version,applicant,project_title,received_on,requested_amount,status,reply,replied_on,published,programme,source\ndu-an-kin,chuyen-giao-doi-moi-cong-nghe,,htx-binh-thanh,Dự án chưa công bố,2025-01-05,,replied,,2025-02-05,,,\n"));
            Assert.Empty((await App.ImportAsync(folder.Path)).Errors);
            await OcopHouse.CertifiedIn(App, "Mật ong Mẫu", "2025-01-10");
            var owner = await OcopHouse.OwnerIn(App);
            await OcopHouse.WriteAsync(App, db => db.Add(new OcopProduct(Guid.CreateVersion7(), "mat-ong-chua-cham", owner.Id, new OcopProductSheet("Mật ong chưa chấm", null, null, OcopGroup.Food, null, null, null, null, null))));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
