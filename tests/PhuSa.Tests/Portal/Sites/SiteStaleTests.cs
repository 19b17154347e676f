using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>Two people on the same part of a site: whoever saves second sees what the first saved, loses nothing, and may save over it.</summary>
public sealed class SiteStaleTests : IAsyncLifetime
{
    private const string Department = "/quan-tri/trang/khcn";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/ten", "Input.Name", "Sở Người thứ nhất", "Sở Người thứ hai")]
    [InlineData("/dia-chi", "Input.Address", "https://thu-nhat.example.vn", "https://thu-hai.example.vn")]
    [InlineData("/trang-chu", "Input.Lead", "Lời người thứ nhất", "Lời người thứ hai")]
    [InlineData("/lien-he", "Input.Contact", "Số 1 đường Một", "Số 2 đường Hai")]
    [InlineData("/tieng-anh", "Input.Summary", "The first summary", "The second summary")]
    [InlineData("/phan-anh", "AnswerWithin", "11", "12")]
    [InlineData("/lien-ket/menu", "Rows[0].Title", "Trang người thứ nhất", "Trang người thứ hai")]
    [InlineData("/lien-ket/cuoi-trang", "Rows[1].Title", "Mục người thứ nhất", "Mục người thứ hai")]
    [InlineData("/so-lieu", "Rows[0].Caption", "lời người thứ nhất", "lời người thứ hai")]
    [InlineData("/chuyen-muc", "Rows[0].Title", "Tin người thứ nhất", "Tin người thứ hai")]
    public async Task Whoever_saves_second_sees_both_texts_and_may_save_over(string part, string field, string one, string other)
    {
        var first = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + part);
        var second = await (await _app.SignedInAsync(Role.DepartmentPublisher)).OpenAsync(Department + part);
        await first.SubmitAsync("main form", (field, one));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync("main form", (field, other));

        Assert.Equal(409, second.Status);
        Assert.Equal([(other, one)], Differences(second));
        Assert.Equal(other, Said(second, field));
        Assert.Equal(one, Said(await first.OpenAsync(Department + part), field));

        await second.SubmitAsync("main form");
        Assert.Equal(302, second.Status);
        Assert.Equal(other, Said(await first.OpenAsync(Department + part), field));
    }

    [Fact]
    public async Task Of_two_choices_of_colours_both_are_shown()
    {
        var first = await OfficerAsync("/giao-dien");
        var second = await OfficerAsync("/giao-dien");
        await first.SubmitAsync("main form", ("Input.Palette", "Clay"));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync("main form", ("Input.Palette", "Silt"));
        Assert.Equal(409, second.Status);
        Assert.Equal([("Nâu phù sa", "Đỏ gạch")], Differences(second));

        await second.SubmitAsync("main form");
        Assert.Equal(302, second.Status);
        Assert.Equal("silt", (await _app.Visit().OpenAsync("/")).Page.DocumentElement.GetAttribute("data-site"));
    }

    [Fact]
    public async Task A_sign_chosen_on_a_stale_form_has_to_be_chosen_again_and_the_page_says_so()
    {
        var first = await OfficerAsync("/giao-dien");
        var second = await OfficerAsync("/giao-dien");
        await first.SubmitAsync("main form", ("Input.Palette", "Clay"));

        await second.UploadAsync("main form", "Input.File", Samples.Picture(ImageMagick.MagickFormat.Png), "dau.png", "image/png", ("Input.Palette", "Silt"), ("Input.Alt", "Dấu của Sở"), ("Do", "luu"));

        Assert.Equal(409, second.Status);
        Assert.Contains("Chọn lại tệp biểu trưng", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_orders_of_the_home_page_both_are_shown()
    {
        var first = await OfficerAsync("/khoi");
        var second = await OfficerAsync("/khoi");
        await first.SubmitAsync("main form", ("Rows[0].Shown", "false"));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync("main form", ("Rows[1].Shown", "false"));
        Assert.Equal(409, second.Status);
        Assert.Equal([("Dải số liệu; Bạn cần làm gì?", "Tin của các chuyên mục; Bạn cần làm gì?")], Differences(second));

        await second.SubmitAsync("main form");
        Assert.Equal(302, second.Status);
    }

    [Fact]
    public async Task A_row_that_one_added_is_shown_to_the_other_with_its_place()
    {
        const string Links = "/lien-ket/cuoi-trang";
        var first = await OfficerAsync(Links);
        var second = await OfficerAsync(Links);
        await first.SubmitAsync("main form", ("Do", "them"));
        await first.SubmitAsync("main form", ("Rows[5].Title", "Trang của người thứ nhất"), ("Rows[5].Url", "https://thu-nhat.example.vn/"));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync("main form", ("Rows[0].Shown", "false"));

        Assert.Equal(409, second.Status);
        Assert.Contains(Differences(second), difference => difference.Typed == "chưa có dữ liệu" && difference.Stored == "Trang của người thứ nhất");
        Assert.Contains(Differences(second), difference => difference.Stored.EndsWith("; https://thu-nhat.example.vn/", StringComparison.Ordinal) && !difference.Typed.Contains("thu-nhat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_owner_of_a_site_is_told_in_words()
    {
        var first = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Department + "/co-quan");
        var second = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Department + "/co-quan");
        await first.SubmitAsync("main form", ("Owner.Theme", "Alliance"));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync("main form", ("Owner.Theme", "Department"));

        Assert.Equal(409, second.Status);
        Assert.Equal([("Khoa học và công nghệ", "Hợp tác xã")], Differences(second));
    }

    [Fact]
    public async Task Two_people_on_two_parts_of_a_site_do_not_hinder_each_other()
    {
        var first = await OfficerAsync("/lien-he");
        var second = await OfficerAsync("/ten");
        await first.SubmitAsync("main form", ("Input.Contact", "Số 1 đường Một"));

        await second.SubmitAsync("main form", ("Input.Name", "Sở Hai người"));

        Assert.Equal(302, second.Status);
        var page = await _app.Visit().OpenAsync("/");
        Assert.Equal("Sở Hai người", page.Page.QuerySelector(".ps-org b")!.TextContent);
        Assert.Contains("Số 1 đường Một", page.Page.QuerySelector(".ps-footer")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Visitor> OfficerAsync(string part) => await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + part);

    private static List<(string Typed, string Stored)> Differences(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("main table.ps-sheets tbody tr").Select(row => row.QuerySelectorAll("td")).Select(cells => (cells[0].TextContent.Trim(), cells[1].TextContent.Trim()))];

    private static string Said(Visitor visitor, string field) => visitor.Page.QuerySelector($"[name='{field}']") is { } element
        ? element.GetAttribute("value") ?? element.TextContent.Trim()
        : "";
}
