using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>What the office refuses or only shows: nothing is saved, so one product serves them all.</summary>
public sealed class SiteRefusalTests(SampleHouse house) : IClassFixture<SampleHouse>
{
    private const string Sites = "/quan-tri/trang";
    private const string Department = Sites + "/khcn";
    private const string Menu = Department + "/lien-ket/menu";
    private readonly App _app = house.App;

    [Theory]
    [InlineData("http://khcn.example.vn")]
    [InlineData("khcn.example.vn:8080")]
    [InlineData("KHCN.example.vn")]
    [InlineData("khcn..vn")]
    [InlineData("-khcn.vn")]
    [InlineData("khoa-học.vn")]
    [InlineData("lienminh.localhost")]
    [InlineData("a.vn a.vn")]
    [InlineData(" ")]
    public async Task A_host_must_be_well_formed_and_nobody_elses(string hosts)
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + "/dia-chi");

        await officer.SubmitAsync("main form", ("Input.Hosts", hosts));

        Assert.Equal(422, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector(".ps-field.has-error [name='Input.Hosts']"));
    }

    [Theory]
    [InlineData("khcn.example.vn")]
    [InlineData("https://khcn.example.vn/")]
    [InlineData("ftp://khcn.example.vn")]
    public async Task The_root_address_is_a_root(string address)
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + "/dia-chi");

        await officer.SubmitAsync("main form", ("Input.Address", address));

        Assert.Equal(422, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector(".ps-field.has-error [name='Input.Address']"));
    }

    [Fact]
    public async Task An_empty_name_comes_back_with_a_message_beside_it()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + "/ten");

        await officer.SubmitAsync("main form", ("Input.Name", ""), ("Input.FullName", "Còn nguyên"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập tên ở đầu trang", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Còn nguyên", officer.Page.QuerySelector("[name='Input.FullName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_preview_is_the_real_page_with_the_unsaved_words_and_saves_nothing()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + "/trang-chu");

        await officer.SubmitAsync("main form", ("Input.Headline", "Tiêu đề chưa lưu"), ("Do", "xem"));

        Assert.Equal(200, officer.Status);
        Assert.Equal("department", officer.Page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal("Tiêu đề chưa lưu", officer.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(officer.Page.QuerySelector(".ps-preview"));
        Assert.NotNull(officer.Page.QuerySelector(".ps-nav"));
        Assert.NotNull(officer.Page.QuerySelector(".ps-footer"));
        Assert.NotEqual("Tiêu đề chưa lưu", (await _app.Visit().OpenAsync("/")).Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_preview_of_the_other_site_shows_the_other_site_whatever_host_the_office_is_opened_at()
    {
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync($"{Sites}/lienminh/ten");

        await administrator.SubmitAsync("main form", ("Input.Name", "Liên minh chưa lưu"), ("Do", "xem"));

        Assert.Equal("alliance", administrator.Page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal("Liên minh chưa lưu", administrator.Page.QuerySelector(".ps-org b")!.TextContent);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.vn")]
    [InlineData("http://example.vn")]
    [InlineData("")]
    [InlineData("/so-van-ban")]
    public async Task A_link_leads_to_this_site_or_to_https_and_stands_once(string url)
    {
        var officer = await OfficerAsync(Department + "/lien-ket/cuoi-trang");
        await officer.SubmitAsync("main form", ("Do", "them"));

        await officer.SubmitAsync("main form", ("Rows[5].Title", "Liên kết"), ("Rows[5].Url", url));

        Assert.Equal(422, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector(".has-error [name='Rows[5].Url']"));
    }

    [Theory]
    [InlineData("Thông Báo")]
    [InlineData("thông-báo")]
    [InlineData("-a")]
    [InlineData("hoat-dong-khoa-hoc-cong-nghe")]
    public async Task The_address_of_a_category_is_plain_and_stands_once(string slug)
    {
        var officer = await OfficerAsync(Department + "/chuyen-muc");
        await officer.SubmitAsync("main form", ("Do", "them"));

        await officer.SubmitAsync("main form", ("Rows[1].Title", "Mới"), ("Rows[1].Slug", slug));

        Assert.Equal(422, officer.Status);
    }

    [Theory]
    [InlineData("", "0123 456 789", "", "Label")]
    [InlineData("Một | hai", "0123 456 789", "", "Label")]
    [InlineData("Văn phòng", "", "", "Label")]
    [InlineData("Văn phòng", "gọi sau", "", "Phone")]
    [InlineData("Văn phòng", "0123 456 789", "khong-phai-thu", "Mail")]
    public async Task A_line_of_the_feedback_block_says_who_and_how(string label, string phone, string mail, string field)
    {
        var officer = await OfficerAsync(Department + "/phan-anh");
        await officer.SubmitAsync("main form", ("Do", "them"));

        await officer.SubmitAsync("main form", ("Rows[0].Label", label), ("Rows[0].Phone", phone), ("Rows[0].Mail", mail));

        Assert.Equal(422, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector($".has-error [name='Rows[0].{field}']"));
    }

    [Fact]
    public async Task A_third_level_an_unknown_parent_and_a_hidden_parent_are_refused()
    {
        var officer = await OfficerAsync(Menu);
        var (events, technology) = (RowOf(officer, "/su-kien"), RowOf(officer, "/cong-nghe"));
        await officer.SubmitAsync("main form", ($"Rows[{events}].Under", "/nhan-hieu"), ($"Rows[{technology}].Under", "/su-kien"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("danh mục chỉ có hai cấp", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(Menu);
        await officer.SubmitAsync("main form", ($"Rows[{technology}].Under", "/khong-co"));
        Assert.Equal(422, officer.Status);

        await officer.OpenAsync(Menu);
        await officer.SubmitAsync("main form", ($"Rows[{technology}].Under", "/su-kien"), ($"Rows[{events}].Shown", "false"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Mục trên đang ẩn", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_unsaved_menu_and_buttons()
    {
        var officer = await OfficerAsync(Department + "/lien-ket/nut");

        await officer.SubmitAsync("main form", ("Rows[0].Title", "Nút chưa lưu"), ("Do", "xem"));

        Assert.Equal(["Nút chưa lưu", "Xem nhãn hiệu"], officer.Page.QuerySelectorAll(".ps-hero .btn").Select(b => b.TextContent));
        Assert.DoesNotContain((await _app.Visit().OpenAsync("/")).Page.QuerySelectorAll(".ps-hero .btn"), b => b.TextContent == "Nút chưa lưu");
    }

    [Theory]
    [InlineData("lien-he", "Input.Contact")]
    [InlineData("so-lieu", "Rows[0].Caption")]
    [InlineData("chuyen-muc", "Rows[0].Title")]
    [InlineData("lien-ket/cuoi-trang", "Rows[0].Title")]
    [InlineData("tieng-anh", "Input.Summary")]
    public async Task A_preview_of_any_part_shows_what_is_typed_and_saves_none_of_it(string part, string field)
    {
        const string Typed = "Lời chưa lưu 7319";
        var officer = await OfficerAsync($"{Department}/{part}");

        await officer.SubmitAsync("main form", (field, Typed), ("Do", "xem"));

        Assert.Equal(200, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector(".ps-preview"));
        Assert.Contains(Typed, officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.OpenAsync($"{Department}/{part}");
        Assert.DoesNotContain(officer.Page.QuerySelectorAll("main input, main textarea"), typed => (typed.GetAttribute("value") ?? typed.TextContent).Contains(Typed, StringComparison.Ordinal));
        foreach (var page in (string[])["/", "/en"])
        {
            Assert.DoesNotContain(Typed, (await _app.Visit().OpenAsync(page)).Page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_preview_shows_the_unsaved_telephones_of_the_feedback_block()
    {
        var officer = await OfficerAsync(Department + "/phan-anh");
        await officer.SubmitAsync("main form", ("Do", "them"));

        await officer.SubmitAsync("main form", ("Rows[0].Label", "Văn phòng chưa lưu"), ("Rows[0].Phone", "(0123) 456.000"), ("Do", "xem"));

        Assert.NotNull(officer.Page.QuerySelector(".ps-preview"));
        Assert.NotNull(officer.Page.QuerySelector(".ps-footer a[href='tel:0123456000']"));
        Assert.Null((await _app.Visit().OpenAsync("/")).Page.QuerySelector(".ps-footer a[href='tel:0123456000']"));
    }

    [Fact]
    public async Task A_parent_moves_with_what_stands_under_it()
    {
        var officer = await OfficerAsync(Menu);
        await officer.SubmitAsync("main form", ($"Rows[{RowOf(officer, "/cong-nghe")}].Under", "/su-kien"), ("Do", "them"));
        var events = RowOf(officer, "/su-kien");
        Assert.Equal(events + 1, RowOf(officer, "/cong-nghe"));

        await officer.SubmitAsync("main form", ("Do", $"len-{events}"));

        Assert.Equal(events - 1, RowOf(officer, "/su-kien"));
        Assert.Equal(events, RowOf(officer, "/cong-nghe"));
    }

    private async Task<Visitor> OfficerAsync(string page) => await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(page);

    private static int RowOf(Visitor visitor, string url) =>
        Enumerable.Range(0, 40).First(i => visitor.Page.QuerySelector($"[name='Rows[{i}].Url']")?.GetAttribute("value") == url);
}
