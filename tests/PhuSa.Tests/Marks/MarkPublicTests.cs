using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Portal.Kinds;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>What the public sees of a certification mark besides its rights, and the rights of all marks by holder and by product.</summary>
public sealed class MarkPublicTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Desk = "/quan-tri/nhan-hieu/chung-nhan/an-giang";

    [Fact]
    public async Task Rights_are_found_by_whoever_has_them_with_or_without_marks_of_tone()
    {
        var right = await house.GrantAsync();
        var all = await house.App.Visit().OpenAsync("/nhan-hieu/theo/don-vi");
        Assert.Equal(200, all.Status);
        Assert.Contains("HTX Nông nghiệp Long Bình", all.Text, StringComparison.Ordinal);

        var found = await house.App.Visit().OpenAsync("/nhan-hieu/theo/don-vi?q=long+binh");

        var section = Assert.Single(found.Page.QuerySelectorAll("main section.ps-card"));
        Assert.Contains("Long Bình", section.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.All(section.QuerySelectorAll("li"), line => Assert.Contains("thời hạn: chưa có dữ liệu", line.TextContent, StringComparison.Ordinal));
        Assert.Contains("Không có quyền sử dụng nào khớp", (await house.App.Visit().OpenAsync("/nhan-hieu/theo/don-vi?q=khong+co+ai")).Text, StringComparison.Ordinal);
        Assert.Contains(Check(right), all.Page.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Two_spellings_of_a_product_stand_together_with_all_who_make_it()
    {
        var (first, second) = (await house.GrantAsync(), await house.GrantAsync());
        await house.InDbAsync(async db =>
        {
            foreach (var (id, product) in new[] { (first.Id, "Vú sữa Lò Rèn"), (second.Id, "VÚ SỮA LÒ RÈN") })
            {
                var grant = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Id == id);
                grant.Write(new GrantTerms(product, grant.GivenOn, grant.ExpiresOn, null, null, null));
            }

            return await db.SaveChangesAsync();
        });

        var found = await house.App.Visit().OpenAsync("/nhan-hieu/theo/san-pham?nhan-hieu=an-giang&q=vu+sua");

        var section = Assert.Single(found.Page.QuerySelectorAll("main section.ps-card"));
        Assert.Equal(2, section.QuerySelectorAll("li").Length);
        Assert.Contains("1 sản phẩm", found.Text, StringComparison.Ordinal);
        Assert.Contains("Không có quyền sử dụng nào khớp", (await house.App.Visit().OpenAsync("/nhan-hieu/theo/san-pham?nhan-hieu=khong-co")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nhan-hieu/theo/mau")]
    [InlineData("/nhan-hieu/theo/don-vi?trang=0")]
    [InlineData("/nhan-hieu/theo/don-vi?trang=9999")]
    [InlineData("/nhan-hieu/theo/don-vi?trang=x")]
    public async Task An_address_that_shows_nothing_is_told_so(string address) => Assert.Equal(404, (await house.App.Visit().OpenAsync(address)).Status);

    [Fact]
    public async Task The_public_reads_the_version_of_the_regulation_that_is_in_force_and_the_registration()
    {
        await house.InDbAsync(async db =>
        {
            var mark = await db.Set<CertificationMark>().SingleAsync();
            mark.Register("4-0123456-000", Day("2019-05-06"), Day("2029-05-06"), "Xoài tươi\nGạo");
            foreach (var (from, zone) in new[] { ("2020-01-01", "Vùng cũ"), ("2026-01-01", "Vùng nay"), ("2099-01-01", "Vùng sau") })
            {
                var version = new MarkRegulation(Guid.CreateVersion7(), mark.Id);
                version.Write(Day(from), null, new RegulationText("Điều kiện", null, null, null, zone, null), new RegulationRules(null, null, null, 36, null));
                db.Add(version);
            }

            return await db.SaveChangesAsync();
        });

        var page = await house.App.Visit().OpenAsync("/nhan-hieu/an-giang");

        Assert.Equal(("Vùng nay", "36 tháng", "chưa có dữ liệu", "4-0123456-000", "06/05/2029"), (page.Said("Vùng sản xuất"), page.Said("Thời hạn quyền"), page.Said("Hạn cấp giấy"), page.Said("Số đăng ký"), page.Said("Đăng ký có hiệu lực đến hết")));
        Assert.DoesNotContain("Vùng cũ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vùng sau", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_of_the_mark_is_public_with_its_words_until_it_is_taken_away()
    {
        var officer = await house.OfficerAsync();
        Assert.Equal(422, (await SendAsync(officer, Files.Samples.Photograph(), "")).Status);
        Assert.Equal(422, (await SendAsync(officer, "Không phải ảnh"u8.ToArray(), "Hình tròn")).Status);
        Assert.Equal(302, (await SendAsync(officer, Files.Samples.Photograph(), "Hình tròn xanh, giữa có chữ")).Status);

        var reader = await house.App.Visit().OpenAsync("/nhan-hieu/an-giang");
        var picture = reader.Page.QuerySelector("#mau ~ figure img")!;
        Assert.Equal("Hình tròn xanh, giữa có chữ", picture.GetAttribute("alt"));
        var address = picture.GetAttribute("src")!;
        Assert.Equal(200, (int)(await house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);

        await officer.OpenAsync($"{Desk}/mau");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main li a").Single(link => link.TextContent.StartsWith("Sửa mô tả", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Input.Alt", "Hình vuông"));
        Assert.Contains("Hình vuông", (await house.App.Visit().OpenAsync("/nhan-hieu/an-giang")).Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{Desk}/mau");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main li a").Single(link => link.TextContent.StartsWith("Bỏ mẫu này", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.SubmitAsync(Form);
        Assert.Null((await house.App.Visit().OpenAsync("/nhan-hieu/an-giang")).Page.QuerySelector("#mau"));
        Assert.Equal(404, (int)(await house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Desk}/mau")).Status);
    }

    [Fact]
    public async Task The_office_sees_on_a_map_where_the_holders_in_its_list_are_and_in_the_list_also_those_without_a_point()
    {
        var (placed, lost) = (await house.GrantAsync(), await house.GrantAsync());
        await house.InDbAsync(async db =>
        {
            var contact = new CooperativeContact(placed.HolderId);
            db.Add(new Cooperative(placed.HolderId, $"ban-do-{Next()}"));
            db.Add(contact);
            contact.Describe(new ContactContent(null, null, null, null, null, 10.5m, 105.25m));
            return await db.SaveChangesAsync();
        });
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/ban-do?nhan-hieu=an-giang");

        Assert.Equal(200, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector("main svg path"));
        var names = await house.InDbAsync(db => db.Set<PhuSa.Organisations.Organisations.Organisation>().Where(o => o.Id == placed.HolderId || o.Id == lost.HolderId).ToDictionaryAsync(o => o.Id, o => o.Name));
        var lines = officer.Page.QuerySelectorAll("main li").ToDictionary(line => line.QuerySelector("a")!.TextContent, line => line.TextContent);
        Assert.DoesNotContain("chưa có vị trí", lines[names[placed.HolderId]], StringComparison.Ordinal);
        Assert.Contains("chưa có vị trí", lines[names[lost.HolderId]], StringComparison.Ordinal);

        var points = await officer.Http.GetStringAsync(new Uri($"{Rights}/ban-do.geojson", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("105.25", points, StringComparison.Ordinal);
        Assert.DoesNotContain(names[lost.HolderId], points, StringComparison.Ordinal);
        using var stranger = await house.App.Visit().Http.GetAsync(new Uri($"{Rights}/ban-do.geojson", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.NotEqual(200, (int)stranger.StatusCode);

        // A count opens its list.
        var link = officer.Page.QuerySelectorAll("main li a").Single(a => a.TextContent == names[placed.HolderId]);
        await officer.OpenAsync(link.GetAttribute("href")!);
        Assert.Single(officer.Page.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task A_handover_ceremony_is_told_of_with_the_number_of_rights_that_it_still_names()
    {
        var (handed, mistaken) = (await house.GrantAsync(), await house.GrantAsync());
        await house.InDbAsync(async db =>
        {
            var now = house.App.Clock.GetUtcNow().UtcDateTime;
            var ceremony = new HandoverCeremony(Guid.CreateVersion7(), handed.HolderId);
            ceremony.Write(new CeremonyContent("Lễ trao ở chợ nổi", Day("2026-05-04"), "Bến chợ", null, null, null, null), []);
            ceremony.Hand([new GrantToHand(handed.Id, "một", null), new GrantToHand(mistaken.Id, "hai", null)], By, now);
            ceremony.TakeOff(mistaken.Id, "Ghi nhầm", By, now);
            db.Add(ceremony);
            return await db.SaveChangesAsync();
        });

        var line = (await house.App.Visit().OpenAsync("/nhan-hieu/an-giang")).Page.QuerySelectorAll("#le-trao ~ ul li").Single(li => li.TextContent.Contains("Lễ trao ở chợ nổi", StringComparison.Ordinal)).TextContent;

        Assert.Contains("04/05/2026", line, StringComparison.Ordinal);
        Assert.Contains("Bến chợ", line, StringComparison.Ordinal);
        Assert.Contains("1 quyền", line, StringComparison.Ordinal);
    }

    private static async Task<Visitor> SendAsync(Visitor officer, byte[] file, string alt)
    {
        await officer.OpenAsync($"{Desk}/mau");
        return await officer.UploadAsync(Form, "Input.File", file, "mau.jpg", "image/jpeg", ("Input.Alt", alt));
    }
}
