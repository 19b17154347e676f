using ImageMagick;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Tests.Files;
using PhuSa.Tests.Portal;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Watching;

/// <summary>While publishing is frozen the words and links around the pages of a site may only be taken away: a captured account puts no link of its own there.</summary>
public sealed class FrozenSitesTests : IAsyncLifetime
{
    private const string Department = "/quan-tri/trang/khcn";
    private const string Menu = Department + "/lien-ket/menu";
    private const string Refusal = "Chưa thêm hay sửa được chữ và liên kết của trang; vẫn gỡ hay ẩn được.";

    private readonly Newsroom _room = new();

    private App App => _room.App;

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        await InDbAsync(async db =>
        {
            var site = await db.Set<Site>().SingleAsync(s => s.Code == "khcn");
            site.Answer("Số 1 đường Một\nhttps://xau.example.vn", site.Feedback);
            db.Add(new MovedAddress(Guid.CreateVersion7(), "khcn", OldAddress.Read("/cu/dan-sai")!, MovedFrom.Hand, DateTime.UnixEpoch).ToPlace("/gop-y"));
            await db.SaveChangesAsync();
            db.Add(new PublishingFreeze(Guid.CreateVersion7(), "Nghi có người lạ.", new Actor("Kiểm thử"), DateTime.UnixEpoch));
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData("/ten", "Input.Name", "Lời người lạ")]
    [InlineData("/dia-chi", "Input.Address", "https://nguoi-la.example.vn")]
    [InlineData("/dia-chi", "Input.Hosts", "khcn.localhost nguoi-la.example.vn")]
    [InlineData("/trang-chu", "Input.Headline", "Lời người lạ")]
    [InlineData("/lien-he", "Input.Contact", "Lời người lạ")]
    [InlineData("/tieng-anh", "Input.Summary", "Words of a stranger")]
    [InlineData("/phan-anh", "AnswerWithin", "5")]
    [InlineData("/lien-ket/menu", "Rows[1].Title", "Lời người lạ")]
    [InlineData("/lien-ket/menu", "Rows[1].Url", "https://nguoi-la.example.vn/")]
    [InlineData("/lien-ket/cuoi-trang", "Rows[0].Title", "Lời người lạ")]
    [InlineData("/chuyen-muc", "Rows[0].Title", "Lời người lạ")]
    public async Task No_word_or_link_is_added_or_changed_and_what_was_typed_is_not_lost(string part, string field, string typed)
    {
        var officer = await OfficerAsync(Department + part);
        Assert.Contains(Refusal, officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync("main form", (field, typed));

        Assert.Equal(409, officer.Status);
        Assert.Contains("Nghi có người lạ.", officer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Refusal, officer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, Said(officer, field));
        Assert.NotEqual(typed, Said(await officer.OpenAsync(Department + part), field));
    }

    [Fact]
    public async Task A_link_is_taken_out_or_hidden_and_does_not_come_back_before_the_end()
    {
        var officer = await OfficerAsync(Menu);
        var (away, hidden) = (Said(officer, "Rows[1].Url"), Said(officer, "Rows[2].Url"));
        await officer.SubmitAsync("main form", ("Rows[1].Title", ""), ("Rows[1].Url", ""), ("Rows[2].Shown", "false"));
        Assert.Equal(302, officer.Status);
        var menu = (await App.Visit().OpenAsync("/")).Page.QuerySelectorAll(".ps-wide a").Select(a => a.GetAttribute("href")).ToList();
        Assert.DoesNotContain(away, menu);
        Assert.DoesNotContain(hidden, menu);

        await officer.OpenAsync(Menu);
        var row = Enumerable.Range(0, 40).First(i => Said(officer, $"Rows[{i}].Url") == hidden);
        await officer.SubmitAsync("main form", ($"Rows[{row}].Shown", "true"));
        Assert.Equal(409, officer.Status);

        await officer.OpenAsync(Menu);
        await officer.SubmitAsync("main form", ("Do", "them"));
        var last = Enumerable.Range(0, 40).Last(i => officer.Page.QuerySelector($"[name='Rows[{i}].Url']") is not null);
        await officer.SubmitAsync("main form", ($"Rows[{last}].Title", "Lời người lạ"), ($"Rows[{last}].Url", away));
        Assert.Equal(409, officer.Status);
    }

    [Fact]
    public async Task A_bad_line_is_taken_out_of_the_foot_of_the_pages()
    {
        var officer = await OfficerAsync(Department + "/lien-he");

        await officer.SubmitAsync("main form", ("Input.Contact", "Số 1 đường Một"));

        Assert.Equal(302, officer.Status);
        var foot = (await App.Visit().OpenAsync("/")).Page.QuerySelector(".ps-footer")!.TextContent;
        Assert.Contains("Số 1 đường Một", foot, StringComparison.Ordinal);
        Assert.DoesNotContain("xau.example.vn", foot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_order_and_other_colours_say_nothing_new_and_a_block_is_hidden()
    {
        var officer = await OfficerAsync(Menu);
        await officer.SubmitAsync("main form", ("Do", "xuong-0"));
        await officer.SubmitAsync("main form");
        Assert.Equal(302, officer.Status);

        await officer.OpenAsync(Department + "/giao-dien");
        await officer.SubmitAsync("main form", ("Input.Palette", "Silt"));
        Assert.Equal(302, officer.Status);

        await officer.OpenAsync(Department + "/khoi");
        await officer.SubmitAsync("main form", ("Rows[0].Shown", "false"));
        Assert.Equal(302, officer.Status);

        await officer.OpenAsync(Department + "/khoi");
        var hidden = Enumerable.Range(0, 3).First(i => !officer.Page.QuerySelector($"input[type=checkbox][name='Rows[{i}].Shown']")!.HasAttribute("checked"));
        await officer.SubmitAsync("main form", ($"Rows[{hidden}].Shown", "true"));
        Assert.Equal(409, officer.Status);
    }

    [Fact]
    public async Task No_sign_is_put_up()
    {
        var officer = await OfficerAsync(Department + "/giao-dien");

        await officer.UploadAsync("main form", "Input.File", Samples.Picture(MagickFormat.Png), "logo.png", "image/png", ("Do", "luu"), ("Input.Palette", "River"), ("Input.Alt", "Biểu trưng lạ"));

        Assert.Equal(409, officer.Status);
        Assert.Null((await App.Visit().OpenAsync("/")).Page.QuerySelector(".ps-org img"));
    }

    [Theory]
    [InlineData("site-links", "Danh bạ hợp tác xã", "Lời người lạ")]
    [InlineData("site-links", "/ke-hoach/2020", "https://nguoi-la.example.vn/")]
    [InlineData("sites", "Chương trình phối hợp với Liên minh", "Lời người lạ với Liên minh")]
    [InlineData("categories", "Hoạt động Khoa học", "Lời người lạ")]
    [InlineData("home-figures", "buổi kết nối", "lời người lạ")]
    public async Task No_table_brings_them_in(string table, string from, string to)
    {
        using var changed = new PortalFolder().Replace(table, from, to);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => App.ImportAsync(changed.Folder));

        Assert.Contains(Refusal, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_old_address_leads_anywhere_new_and_one_that_does_is_taken_away()
    {
        var officer = await OfficerAsync("/quan-tri/chuyen-huong/moi");
        await officer.SubmitAsync("main form[method=post]", ("Input.From", "/cu/nguoi-la"), ("Input.To", "/gop-y"));
        Assert.Equal(409, officer.Status);
        Assert.Contains(Refusal, officer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await App.Visit().OpenAsync("/cu/nguoi-la")).Status);
        Assert.Equal(301, (await App.Visit().OpenAsync("/cu/dan-sai")).Status);

        await officer.OpenAsync("/quan-tri/chuyen-huong?tim=dan-sai");
        await officer.OpenAsync(officer.Page.QuerySelector("main td a[href$='/go']")!.GetAttribute("href")!);
        await officer.SubmitAsync("main form[method=post]");

        Assert.Equal(302, officer.Status);
        Assert.Equal(404, (await App.Visit().OpenAsync("/cu/dan-sai")).Status);
    }

    [Fact]
    public async Task No_site_is_opened()
    {
        var administrator = await (await _room.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/trang/moi");

        await administrator.SubmitAsync("main form", ("Input.Parent", ""), ("Input.Name", "Sở Người lạ"), ("Input.FullName", "Sở Người lạ"), ("Input.Code", "so-la"), ("Input.Hosts", "la.example.vn"), ("Owner.AgencyId", Guid.Empty.ToString()));

        Assert.Equal(409, administrator.Status);
        Assert.Contains(Refusal, administrator.Text, StringComparison.Ordinal);
        Assert.Equal("Sở Người lạ", Said(administrator, "Input.Name"));
    }

    [Fact]
    public async Task Once_the_freeze_is_lifted_everything_is_edited_again()
    {
        await InDbAsync(async db =>
        {
            (await db.Set<PublishingFreeze>().AsSplitQuery().SingleAsync()).Lift("Đã kiểm tra", new Actor("Kiểm thử"), DateTime.UnixEpoch);
            await db.SaveChangesAsync();
        });
        var officer = await OfficerAsync(Department + "/ten");

        await officer.SubmitAsync("main form", ("Input.Name", "Sở sau khi kiểm tra"));

        Assert.Equal(302, officer.Status);
    }

    private async Task<Visitor> OfficerAsync(string page) => await (await _room.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(page);

    private Task<bool> InDbAsync(Func<AppDbContext, Task> work) => App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        await work(services.GetRequiredService<AppDbContext>());
        return true;
    });

    private static string Said(Visitor visitor, string field) => visitor.Page.QuerySelector($"[name='{field}']") is { } element
        ? element.GetAttribute("value") ?? element.TextContent.Trim()
        : "";
}
