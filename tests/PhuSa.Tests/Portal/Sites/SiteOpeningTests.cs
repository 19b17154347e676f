using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>An administrator opens a site in the office and gives it to an agency.</summary>
public sealed class SiteOpeningTests : IAsyncLifetime
{
    private const string Sites = "/quan-tri/trang";
    private const string Opening = Sites + "/moi";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_site_opened_in_the_office_answers_at_its_host_at_once_and_the_others_stay()
    {
        var administrator = await OpenAsync(("Input.Hosts", "nongnghiep.example.vn"), ("Owner.Theme", "Alliance"));

        Assert.Equal((302, Sites + "/so-nn"), (administrator.Status, administrator.Redirect!.OriginalString));
        var page = (await _app.Visit("nongnghiep.example.vn").OpenAsync("/")).Page;
        Assert.Equal("alliance", page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal("Sở Nông nghiệp", page.QuerySelector(".ps-org b")!.TextContent);
        Assert.Equal(["/", "/chuyen-muc/tin-tuc"], page.QuerySelectorAll(".ps-wide a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("Tin tức", page.QuerySelector("#tin")!.TextContent);
        Assert.Equal(200, (await _app.Visit("nongnghiep.example.vn").OpenAsync("/chuyen-muc/tin-tuc")).Status);
        Assert.Equal("Sở Khoa học và Công nghệ", (await _app.Visit("khcn.localhost").OpenAsync("/")).Page.QuerySelector(".ps-org b")!.TextContent);
        Assert.Equal("Sở Khoa học và Công nghệ", (await _app.Visit("ai-do.example.vn").OpenAsync("/")).Page.QuerySelector(".ps-org b")!.TextContent);
        await _app.InDbAsync(async db => Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.Kind == "portal_sites" && e.Action == "Create")));
    }

    [Theory]
    [InlineData("Input.Name", "", "Nhập tên ở đầu trang")]
    [InlineData("Input.FullName", " ", "Nhập tên đầy đủ")]
    [InlineData("Input.Code", "", "Nhập mã trang")]
    [InlineData("Input.Code", "Sở NN", "Mã trang chỉ gồm chữ thường không dấu, chữ số, gạch nối")]
    [InlineData("Input.Code", "khcn", "Mã này đã có trang dùng")]
    [InlineData("Input.Code", "moi", "Mã này đã có trang dùng")]
    [InlineData("Input.Hosts", "", "Nhập ít nhất một tên miền")]
    [InlineData("Input.Hosts", "khcn.localhost", "“khcn.localhost” đang là tên miền của Sở Khoa học và Công nghệ tỉnh An Giang")]
    [InlineData("Input.Hosts", "https://nn.example.vn", "“https://nn.example.vn” không phải là tên miền viết đúng")]
    [InlineData("Input.Hosts", "nn.example.vn nn.example.vn", "“nn.example.vn” ghi hai lần")]
    [InlineData("Owner.AgencyId", "", "Chọn cơ quan của trang")]
    [InlineData("Owner.AgencyId", "0199b1a0-0000-7000-8000-000000000001", "Chọn một cơ quan trong danh sách")]
    public async Task What_cannot_be_taken_is_said_beside_the_field_and_nothing_is_opened(string field, string typed, string said)
    {
        var administrator = await OpenAsync((field, typed));

        Assert.Equal(422, administrator.Status);
        Assert.Contains(said, administrator.Page.QuerySelector($".ps-field.has-error:has([name='{field}'])")!.TextContent, StringComparison.Ordinal);
        await _app.InDbAsync(async db => Assert.Equal(2, await db.Set<Site>().CountAsync()));
    }

    [Fact]
    public async Task Only_an_administrator_opens_sites_or_says_whose_they_are()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Sites);

        Assert.Null(officer.Page.QuerySelector($"a[href='{Opening}']"));
        Assert.Null((await officer.OpenAsync(Sites + "/khcn")).Page.QuerySelector("a[href$='/co-quan']"));
        Assert.Equal(403, (await officer.OpenAsync(Opening)).Status);
        Assert.Equal(403, (await officer.OpenAsync(Sites + "/khcn/co-quan")).Status);
        Assert.NotNull((await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Sites)).Page.QuerySelector($"a[href='{Opening}']"));
    }

    [Fact]
    public async Task A_site_given_to_an_agency_is_edited_by_its_people_and_no_longer_by_the_former_ones()
    {
        var alliance = await _app.SignedInAsync(Role.AllianceOfficer);
        var department = await _app.SignedInAsync(Role.DepartmentOfficer);
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Sites + "/khcn/co-quan");
        var owner = administrator.Page.QuerySelectorAll("[name='Owner.AgencyId'] option").Single(option => option.TextContent.StartsWith("Liên minh Hợp tác xã", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Equal(200, (await department.OpenAsync(Sites + "/khcn/ten")).Status);

        await administrator.SubmitAsync("main form", ("Owner.AgencyId", owner));

        Assert.Equal(302, administrator.Status);
        Assert.Equal(200, (await alliance.OpenAsync(Sites + "/khcn/ten")).Status);
        Assert.Equal(404, (await department.OpenAsync(Sites + "/khcn/ten")).Status);
        Assert.Contains("Liên minh Hợp tác xã", (await administrator.OpenAsync(Sites + "/khcn")).Page.QuerySelector("div:has(> dt > a[href$='/co-quan']) dd")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("department", (await _app.Visit("khcn.localhost").OpenAsync("/")).Page.DocumentElement.GetAttribute("data-site"));
    }

    [Fact]
    public async Task A_site_is_nobodys_only_where_that_is_chosen()
    {
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Sites + "/khcn/co-quan");
        await administrator.SubmitAsync("main form", ("Owner.AgencyId", ""));
        Assert.Equal(422, administrator.Status);
        Assert.Contains("Chọn cơ quan của trang", administrator.Page.QuerySelector(".ps-field.has-error:has([name='Owner.AgencyId'])")!.TextContent, StringComparison.Ordinal);
        await _app.InDbAsync(async db => Assert.NotNull((await db.Set<Site>().SingleAsync(site => site.Code == "khcn")).OwnerId));

        await administrator.SubmitAsync("main form", ("Owner.AgencyId", Guid.Empty.ToString()));

        Assert.Equal(302, administrator.Status);
        await _app.InDbAsync(async db => Assert.Null((await db.Set<Site>().SingleAsync(site => site.Code == "khcn")).OwnerId));
        await administrator.OpenAsync(Sites + "/khcn/co-quan");
        Assert.StartsWith("Chưa giao", administrator.Page.QuerySelector("[name='Owner.AgencyId'] option[selected]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_whose_people_have_left_stays_until_another_is_chosen()
    {
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Sites + "/lienminh/co-quan");

        Assert.StartsWith("Liên minh Hợp tác xã", administrator.Page.QuerySelector("[name='Owner.AgencyId'] option[selected]")!.TextContent, StringComparison.Ordinal);
        await administrator.SubmitAsync("main form");
        Assert.Equal(302, administrator.Status);
        await _app.InDbAsync(async db => Assert.NotNull((await db.Set<Site>().SingleAsync(site => site.Code == "lienminh")).OwnerId));
    }

    private async Task<Visitor> OpenAsync(params (string Name, string Value)[] fields)
    {
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Opening);
        var typed = new[] { ("Input.Name", "Sở Nông nghiệp"), ("Input.FullName", "Sở Nông nghiệp tỉnh An Giang"), ("Input.Code", "so-nn"), ("Input.Hosts", "nn.example.vn"), ("Owner.AgencyId", Guid.Empty.ToString()) };
        await administrator.SubmitAsync("main form", [.. typed.Where(field => !fields.Any(other => other.Name == field.Item1)), .. fields]);
        return administrator;
    }
}
