using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Search;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>What readers see of OCOP products: what has ended never looks as if it held.</summary>
public sealed class OcopPublicTests : IAsyncLifetime
{
    private App _app = null!;
    private Guid _cooperative;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _cooperative = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Cooperative>().Where(c => c.Code == "htx-long-binh").Select(c => c.Id).SingleAsync());
        await CertifiedIn(_app, "Xoài sấy Mẫu", "2024-01-10", _cooperative, place: "xã Mẫu Hoà");
        await CertifiedIn(_app, "Áo dài thêu Mẫu", "2023-06-30", group: PhuSa.Cooperatives.Products.OcopGroup.Handicrafts, stars: 3);
        await CertifiedIn(_app, "Bánh tráng Mẫu", "2023-08-01", stars: 3);
        await CertifiedIn(_app, "Cốm nếp Mẫu", null);
        await CertifiedIn(_app, "Dưa xoài Mẫu", "2025-01-10", revokedOn: "2026-02-01");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_12_in_force_and_ended_are_told_apart_and_both_counted()
    {
        foreach (var site in new[] { "khcn.localhost", "lienminh.localhost" })
        {
            var page = await _app.Visit(site).OpenAsync("/san-pham");
            Assert.Contains("Còn hiệu lực: 2", page.Text, StringComparison.Ordinal);
            Assert.Contains("Đã hết hạn: 1", page.Text, StringComparison.Ordinal);
            Assert.Equal("http://lienminh.localhost/san-pham", page.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            foreach (var link in page.Page.QuerySelectorAll("main p > a").Where(a => a.TextContent.Contains(": ", StringComparison.Ordinal)))
            {
                var list = await _app.Visit(site).OpenAsync(link.GetAttribute("href")!);
                Assert.EndsWith($": {list.Page.QuerySelectorAll(".ps-coops > li").Length}", link.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Where_a_product_comes_from_is_a_known_host_once_readers_see_the_product()
    {
        var owner = (await OwnerIn(_app)).Id;
        await WriteAsync(_app, db => db.Add(new OcopProduct(Guid.CreateVersion7(), "chua-cong-nhan", owner, new OcopProductSheet("Chưa công nhận", null, null, null, null, null, "https://chua-cong-nhan.example/x", null, null))));
        var sheet = new OcopProductSheet("Xoài sấy Mẫu", null, null, null, null, null, "https://nguon.example/x", null, null);
        await WriteAsync(_app, db => db.Set<OcopProduct>().Single(p => p.Code == "xoai-say-mau").Describe(owner, sheet));

        var hosts = await _app.InScopeAsync(async services =>
        {
            var found = new List<string>();
            foreach (var pages in services.GetServices<ISitePages>())
            {
                found.AddRange(await pages.HostsAsync(CancellationToken.None));
            }

            return found;
        });

        Assert.Contains("nguon.example", hosts);
        Assert.DoesNotContain("chua-cong-nhan.example", hosts);
    }

    [Fact]
    public async Task The_list_is_in_Vietnamese_order_and_searched_with_or_without_marks()
    {
        Assert.Equal(["Áo dài thêu Mẫu", "Bánh tráng Mẫu", "Cốm nếp Mẫu", "Dưa xoài Mẫu", "Xoài sấy Mẫu"], await NamesAsync("/san-pham"));
        Assert.Equal(["Dưa xoài Mẫu", "Xoài sấy Mẫu"], await NamesAsync("/san-pham?q=xoai"));
        Assert.Equal(["Dưa xoài Mẫu", "Xoài sấy Mẫu"], await NamesAsync("/san-pham?q=XO%C3%80I"));
        Assert.Equal(["Xoài sấy Mẫu"], await NamesAsync("/san-pham?noi=mau+hoa"));
        Assert.Equal(["Xoài sấy Mẫu"], await NamesAsync("/san-pham?q=long+binh"));
        Assert.Equal(["Bánh tráng Mẫu"], await NamesAsync("/san-pham?sao=3&hieu-luc=con"));
        Assert.Equal(["Áo dài thêu Mẫu"], await NamesAsync("/san-pham?nhom=thu-cong-my-nghe"));
        Assert.Empty(await NamesAsync("/san-pham?q=khong+co+gi"));
        Assert.Equal(5, (await NamesAsync("/san-pham?sao=%3Cscript%3E&hieu-luc=9&nhom=%27")).Count);
    }

    [Theory]
    [InlineData("/san-pham/khong-co")]
    [InlineData("/san-pham?trang=2")]
    [InlineData("/san-pham?trang=-1")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(404, (await _app.Visit().OpenAsync(address)).Status);

    [Fact]
    public async Task Point_12_the_page_of_a_product_that_has_ended_says_so_plainly_and_to_programs()
    {
        var page = await _app.Visit().OpenAsync("/san-pham/ao-dai-theu-mau");

        Assert.Contains("đã hết hạn sau ngày 30/06/2026 và chưa được chứng nhận lại", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Còn hiệu lực", page.Text, StringComparison.Ordinal);
        var certificate = Data(page).GetProperty("hasCertification");
        Assert.Equal(("https://schema.org/CertificationInactive", "2026-06-30"), (certificate.GetProperty("certificationStatus").GetString(), certificate.GetProperty("expires").GetString()));
    }

    [Fact]
    public async Task The_page_of_a_product_in_force_leads_to_its_owner_and_speaks_to_programs()
    {
        var page = await _app.Visit("lienminh.localhost").OpenAsync("/san-pham/xoai-say-mau");

        Assert.Contains("đến hết 10/01/2027", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("main a[href='/hop-tac-xa/htx-long-binh']"));
        var data = Data(page);
        Assert.Equal(("Product", "Xoài sấy Mẫu", "http://lienminh.localhost/san-pham/xoai-say-mau"), (data.GetProperty("@type").GetString(), data.GetProperty("name").GetString(), data.GetProperty("url").GetString()));
        Assert.Equal("https://schema.org/CertificationActive", data.GetProperty("hasCertification").GetProperty("certificationStatus").GetString());
    }

    [Fact]
    public async Task Point_12_where_the_day_is_not_known_nothing_says_valid()
    {
        var page = await _app.Visit().OpenAsync("/san-pham/com-nep-mau");

        Assert.Contains("chưa có dữ liệu", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Còn hiệu lực", page.Text, StringComparison.Ordinal);
        Assert.False(Data(page).GetProperty("hasCertification").TryGetProperty("certificationStatus", out _));
        Assert.Equal(["Cốm nếp Mẫu"], await NamesAsync("/san-pham?hieu-luc=chua-ro"));
    }

    [Fact]
    public async Task The_owners_page_shows_its_products_with_how_they_stand()
    {
        var page = await _app.Visit().OpenAsync("/hop-tac-xa/htx-long-binh");

        var row = page.Page.QuerySelector("a[href='/san-pham/xoai-say-mau']")!.Closest("li")!.TextContent;
        Assert.Contains("4 sao", row, StringComparison.Ordinal);
        Assert.Contains("Còn hiệu lực", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_speak_English_where_asked()
    {
        var page = await _app.Visit("khcn.localhost", new System.Net.Cookie("ngon-ngu", "en")).OpenAsync("/san-pham/ao-dai-theu-mau");

        Assert.Contains("The OCOP certificate of this product ended after 30/06/2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Handicrafts", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_a_certified_product_and_readers_none_that_is_being_prepared()
    {
        var owner = await OwnerIn(_app);
        await CertifiedIn(_app, "Lụa tơ tằm Quyrtz", "2024-01-10", owner.Id);
        await WriteAsync(_app, db => db.Add(new PhuSa.Cooperatives.Products.OcopProduct(Guid.CreateVersion7(), "lua-quyrtz-nhap", owner.Id, new("Lụa Quyrtz đang lập hồ sơ", null, null, null, null, null, null, null, null))));

        await _app.FindsAsync("lua quyrtz", 1);

        Assert.Equal(["/san-pham/lua-to-tam-quyrtz"], _app.Find("lụa quyrtz"));
    }

    [Fact]
    public async Task A_place_that_no_source_and_no_decision_names_is_shown_and_found_in_the_office_only()
    {
        await PlacedAsync("Trà ướp sen Quyrtz", source: null);
        await PlacedAsync("Trà lài Quyrtz", "Danh sách đã công bố");

        Assert.DoesNotContain("Vườn Riêng", (await _app.Visit().OpenAsync("/san-pham/tra-uop-sen-quyrtz")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("ấp Vườn Riêng", (await _app.Visit().OpenAsync("/san-pham/tra-lai-quyrtz")).Text, StringComparison.Ordinal);
        Assert.Single((await _app.Visit().OpenAsync("/san-pham?q=quyrtz")).Text.Split("Vườn Riêng").Skip(1));
        Assert.Equal(["Trà lài Quyrtz"], await NamesAsync("/san-pham?noi=vuon+rieng"));
        Assert.Equal(["Trà lài Quyrtz"], await NamesAsync("/san-pham?q=vuon+rieng"));
        await _app.FindsAsync("tra quyrtz", 2);
        var found = _app.Find("ấp vườn riêng");
        Assert.Contains("/san-pham/tra-lai-quyrtz", found);
        Assert.DoesNotContain("/san-pham/tra-uop-sen-quyrtz", found);

        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Desk}?noi=vuon+rieng");
        Assert.Contains("Trà ướp sen Quyrtz", officer.Text, StringComparison.Ordinal);

        // The decision is known by its day alone, so it cannot be what named the place.
        async Task PlacedAsync(string name, string? source)
        {
            var code = PhuSa.Vietnamese.Slug.From(name);
            var product = new OcopProduct(Guid.CreateVersion7(), code, (await OwnerIn(_app)).Id, new OcopProductSheet(name, "ấp Vườn Riêng", null, null, null, null, null, null, source));
            var evaluation = new OcopEvaluation(Guid.CreateVersion7(), $"{code}-lan-1", product.Id, OcopRound.First, OcopEvaluationStatus.Certified, By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            evaluation.Tell(OcopRound.First, new OcopResult(null, null, null, 4, null), new OcopDecision(null, null, Day("2025-01-10"), null), revokedOn: null, "kiểm thử");
            await WriteAsync(_app, db => db.AddRange(product, evaluation));
        }
    }

    [Fact]
    public async Task A_merged_owner_takes_its_products_along()
    {
        var (gone, kept) = (await OwnerIn(_app), await OwnerIn(_app));
        await CertifiedIn(_app, "Sản phẩm của chủ thể gộp", "2025-01-01", gone.Id);
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<PhuSa.Platform.Journal.Acting>().As(By);
            foreach (var follower in services.GetServices<PhuSa.Platform.Organisations.IOrganisationMerge>())
            {
                await follower.FollowAsync(gone.Id, kept.Id, CancellationToken.None);
            }

            await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return true;
        });

        Assert.Contains(kept.Name, (await _app.Visit().OpenAsync("/san-pham/san-pham-cua-chu-the-gop")).Text, StringComparison.Ordinal);
    }

    private static JsonElement Data(Visitor page) => JsonDocument.Parse(page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

    private async Task<IReadOnlyList<string>> NamesAsync(string address)
    {
        var page = await _app.Visit().OpenAsync(address);
        Assert.Equal(200, page.Status);
        return [.. page.Page.QuerySelectorAll(".ps-coops h2").Select(name => name.TextContent.Trim())];
    }
}
