using AngleSharp.Html.Dom;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What a reader sees of a cooperative: name and published place, and beyond them only what it agreed to, field by field.</summary>
public sealed class ConsentTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Public = "/hop-tac-xa/htx-long-binh";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Nothing_of_a_full_file_is_public_until_the_cooperative_agrees_to_it_field_by_field()
    {
        await house.ChangeAsync("htx-long-binh", (db, c) =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
            year.Describe(new YearContent(63, 2, null, 1_234_000_000, 5_678_000_000, Source: null));
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent("Lê Văn Kín", "0912000333", "kin@vi-du.vn", "https://kin.vi-du.vn", "Ấp Kín", 10.5m, 105.25m));
            var (director, gone) = (new BoardMember(Guid.CreateVersion7(), c.Id), new BoardMember(Guid.CreateVersion7(), c.Id));
            director.Describe(new BoardContent("Phạm Thị Đang", BoardRole.Director, null, new DateOnly(2024, 1, 1), To: null));
            gone.Describe(new BoardContent("Võ Văn Thôi", BoardRole.Director, null, null, new DateOnly(2023, 12, 31)));
            var (valid, expired) = (new HeldCertificate(Guid.CreateVersion7(), c.Id), new HeldCertificate(Guid.CreateVersion7(), c.Id));
            valid.Describe(new CertificateContent("GlobalGAP kín", null, null, null, null, new DateOnly(2030, 1, 1)));
            expired.Describe(new CertificateContent("VietGAP cũ", null, null, null, null, new DateOnly(2020, 1, 1)));
            db.AddRange(year, contact, director, gone, valid, expired);
            c.Register(new Registration(null, "1600333444", [], RecordTime.Year(2011), "Phòng Kín", CooperativeSector.Agriculture, "Trồng xoài kín", c.Source));
            c.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        });
        string[] kept = ["1600333444", "2011", "Phòng Kín", "Nông, lâm", "xoài kín", "63", "1.234", "5.678", "Kín", "0912000333", "kin@", "10,5", "Đang", "GlobalGAP", "Nhỏ"];
        var before = await house.App.Visit().OpenAsync(Public);
        Assert.All(kept, value => Assert.DoesNotContain(value, before.Text, StringComparison.Ordinal));

        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-long-binh/dong-y");
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);
        await AgreeAsync(officer, [PublicItem.Members, PublicItem.Phone, PublicItem.SizeClass, PublicItem.Director, PublicItem.Certificates, PublicItem.Founded, PublicItem.Revenue]);
        Assert.Equal(302, officer.Status);

        var after = await house.App.Visit().OpenAsync(Public);
        foreach (var shown in new[] { "Thành viên chính thức, năm 202563", "5.678.000.000 đồng", "0912000333", "Phạm Thị Đang", "GlobalGAP kín", "Thành lập 2011", "Quy mô theo số liệu năm 2025Nhỏ" })
        {
            Assert.Contains(shown.Replace(" ", "", StringComparison.Ordinal), after.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        foreach (var hidden in new[] { "1600333444", "1.234", "Kín", "kin@", "10,5", "Thôi", "VietGAP cũ", "xoài kín" })
        {
            Assert.DoesNotContain(hidden, after.Text, StringComparison.Ordinal);
        }

        await officer.OpenAsync($"{RegistryHouse.Office}/htx-long-binh/dong-y");
        await AgreeAsync(officer, []);
        var again = await house.App.Visit().OpenAsync(Public);
        Assert.All(kept, value => Assert.DoesNotContain(value, again.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_agreed_to_and_not_known_says_so_and_not_zero()
    {
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Agree([PublicItem.Revenue, PublicItem.Status], new DateOnly(2026, 6, 1), "Phiếu"));

        var page = await house.App.Visit().OpenAsync("/hop-tac-xa/htx-vinh-thang");

        var lines = page.Page.QuerySelectorAll("main aside dl div").Select(div => div.TextContent.Trim()).ToList();
        Assert.Contains(lines, line => line.StartsWith("Doanh thu", StringComparison.Ordinal) && line.EndsWith("chưa có dữ liệu", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Tình trạng", StringComparison.Ordinal) && line.EndsWith("chưa có dữ liệu", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://htx.vi-du.vn", true)]
    [InlineData("javascript:alert(1)", false)]
    public async Task Contacts_that_are_shown_can_be_pressed_and_no_other_scheme_goes_out(string site, bool isLink)
    {
        await house.ChangeAsync("htx-binh-phuoc-xuan", (db, c) =>
        {
            if (db.Set<CooperativeContact>().Find(c.Id) is not { } contact)
            {
                db.Add(contact = new CooperativeContact(c.Id));
            }

            contact.Describe(new ContactContent(null, "0912000333", "hop.thu@vi-du.vn", site, null, null, null));
            c.Agree([PublicItem.Phone, PublicItem.Email, PublicItem.Website], new DateOnly(2026, 6, 1), "Phiếu");
        });

        var page = await house.App.Visit().OpenAsync("/hop-tac-xa/htx-binh-phuoc-xuan");

        var links = page.Page.QuerySelectorAll("main aside dl a").ToDictionary(a => a.GetAttribute("href")!, a => a.GetAttribute("rel"));
        Assert.Contains("tel:0912000333", links.Keys);
        Assert.Contains("mailto:hop.thu@vi-du.vn", links.Keys);
        Assert.Equal(isLink, links.ContainsKey(site));
        Assert.All(links.Values, rel => Assert.Contains("noopener", rel, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_from_before_the_last_word_of_the_cooperative_opens_nothing_and_may_only_hide()
    {
        await house.ChangeAsync("htx-cho-moi", (_, c) => c.Agree([PublicItem.Status, PublicItem.Sector], new DateOnly(2026, 6, 1), "Đơn rút số 9"));
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-cho-moi/dong-y");
        await AgreeAsync(officer, [PublicItem.Status, PublicItem.Sector, PublicItem.Phone], "htx-cho-moi", "2026-05-31");

        Assert.Equal(422, officer.Status);
        Assert.Contains("còn có ý kiến sau ngày này, mới nhất ngày 01/06/2026 (các giấy đã ghi: Đơn rút số 9", officer.ErrorFor("Input.On"), StringComparison.Ordinal);
        Assert.False((await house.OfAsync("htx-cho-moi")).Shows(PublicItem.Phone));

        // What an older paper takes back is hidden, and the day stays that of the last word.
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-cho-moi/dong-y");
        await AgreeAsync(officer, [PublicItem.Status], "htx-cho-moi", "2026-05-30");
        Assert.Equal(302, officer.Status);
        var kept = await house.OfAsync("htx-cho-moi");
        Assert.Equal((true, false, new DateOnly(2026, 6, 1), "Phiếu đồng ý số 5; Đơn rút số 9"), (kept.Shows(PublicItem.Status), kept.Shows(PublicItem.Sector), kept.ConsentOn, kept.ConsentSource));

        await officer.OpenAsync($"{RegistryHouse.Office}/htx-cho-moi/dong-y");
        await AgreeAsync(officer, [PublicItem.Status, PublicItem.Phone], "htx-cho-moi", "2026-06-01");
        Assert.Equal(302, officer.Status);
        Assert.True((await house.OfAsync("htx-cho-moi")).Shows(PublicItem.Phone));
    }

    private static async Task AgreeAsync(Visitor officer, PublicItem[] items, string code = "htx-long-binh", string on = "2026-06-30")
    {
        var form = officer.Page.QuerySelector(Form)!;
        string Hidden(string name) => ((IHtmlInputElement)form.QuerySelector($"input[name={name}]")!).Value;
        await officer.PostAsync(
            $"{RegistryHouse.Office}/{code}/dong-y",
            [("__RequestVerificationToken", Hidden("__RequestVerificationToken")), ("Stamp", Hidden("Stamp")), ("Input.On", on), ("Input.Source", "Phiếu đồng ý số 5"), .. items.Select(item => ("Input.Items", item.ToString()))]);
    }
}
