using PhuSa.Files.Shelf;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Files;

/// <summary>“Tệp dùng chung”, walked through as a person does it, without JavaScript.</summary>
public sealed class ShelfPageTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_officer_adds_a_file_sends_a_link_to_it_and_removes_it()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);
        Assert.Contains("Chưa có tệp nào", officer.Text, StringComparison.Ordinal);

        await officer.UploadAsync("main form", "Input.File", Samples.Photograph(), "C:\\ảnh\\xoài.exe", "text/html");
        Assert.Equal((302, SharedFiles.Url), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Contains("xoài.jpg", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Chờ xử lý ảnh", officer.Text, StringComparison.Ordinal);

        var links = officer.Page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).ToList();
        await officer.OpenAsync(links[0]);
        await officer.SubmitAsync("main form");
        var link = new Uri(officer.Page.QuerySelector("#lien-ket")!.GetAttribute("value")!);
        Assert.Equal(200, (int)(await _app.Visit().Http.GetAsync(new Uri(link.PathAndQuery, UriKind.Relative))).StatusCode);

        await officer.OpenAsync(links[1]);
        await officer.SubmitAsync("main form");
        Assert.Equal((422, "Nhập lý do gỡ tệp"), (officer.Status, officer.Page.QuerySelector(".ps-error")!.TextContent.Replace("Lỗi:", "", StringComparison.Ordinal).Trim()));
        await officer.SubmitAsync("main form", ("Input.Why", "Gửi nhầm"));
        await officer.FollowAsync();
        Assert.Contains("Chưa có tệp nào", officer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _app.Visit().Http.GetAsync(new Uri(link.PathAndQuery, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task What_is_refused_is_told_at_the_field()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);

        await officer.UploadAsync("main form", "Input.File", Samples.Utf8("<svg><script>alert(1)</script></svg>"), "anh.png", "image/png");

        Assert.Equal(422, officer.Status);
        Assert.Contains("HTML, SVG và XML không được nhận", officer.Page.QuerySelector(".ps-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("a[href='#Input_File']"));
        Assert.Equal("true", officer.Page.QuerySelector("#Input_File")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_form_without_a_file_asks_for_one()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);

        await officer.UploadAsync("main form", "Input.File", [], "");

        Assert.Equal(422, officer.Status);
    }

    [Fact]
    public async Task A_file_over_the_limit_comes_back_as_the_page_with_a_sentence()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);

        await officer.UploadAsync("main form", "Input.File", new byte[(SharedFiles.MaxMegabytes * 1024 * 1024) + 1], "to.pdf");

        Assert.Equal(413, officer.Status);
        Assert.Contains("Tệp lớn hơn 20 MB", officer.Page.QuerySelector(".ps-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("main form input[type=file]"));
    }

    [Fact]
    public async Task Other_bodies_do_not_see_the_shelf_of_mine()
    {
        var department = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);
        await department.UploadAsync("main form", "Input.File", Samples.Pdf(), "noi-bo.pdf");
        await department.FollowAsync();
        var addresses = department.Page.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, addresses.Count);

        var alliance = await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync(SharedFiles.Url);
        Assert.DoesNotContain("noi-bo.pdf", alliance.Text, StringComparison.Ordinal);
        foreach (var address in addresses)
        {
            Assert.Equal(404, (int)(await alliance.Http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        }
    }

    [Theory]
    [InlineData(Role.CooperativeDirector)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Partner)]
    public async Task Who_lacks_the_right_does_not_reach_the_page(Role role)
    {
        var status = (await (await _app.SignedInAsync(role)).OpenAsync(SharedFiles.Url)).Status;

        Assert.Equal(403, status);
    }

    [Fact]
    public async Task A_post_without_the_form_s_token_takes_nothing_in()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Samples.Pdf()), "Input.File", "a.pdf" } };

        Assert.Equal(400, (int)(await officer.Http.PostAsync(new Uri(SharedFiles.Url, UriKind.Relative), content)).StatusCode);
        Assert.Empty(_app.Stored());
    }
}
