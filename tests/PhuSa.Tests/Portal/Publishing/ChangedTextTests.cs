using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Tests.Portal.Kinds;
using PhuSa.Tests.Search;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>What programs are told of when a text was changed: the map of the site, the page and the feed say the same.</summary>
public sealed class ChangedTextTests(Newsroom room) : IClassFixture<Newsroom>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private string Today => VietnamTime.Today(room.App.Clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Now => VietnamTime.Iso(room.App.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_text_that_is_as_it_came_out_has_its_day_of_publishing_and_no_day_of_change()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Nguyên như lúc đăng");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Viết lại trước khi đăng."));
        await room.PublishAsync(writer, id);
        var (slug, day) = ((await room.ArticleAsync(id)).Slug, Today);
        room.App.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(day, await LastModifiedAsync(slug));
        Assert.Equal((day, null, null), await SaidOnThePageAsync(slug));
    }

    [Theory]
    [InlineData("Sửa có báo người đọc", "Input.ChangeNote", "Sửa giờ mở cửa")]
    [InlineData("Sửa lỗi chính tả", "Input.Minor", "true")]
    public async Task A_published_change_also_a_minor_one_is_the_last_day_of_the_map_and_the_moment_of_the_page(string title, string field, string value)
    {
        var (id, slug) = await PublishedAsync(title);
        var first = Today;
        room.App.Clock.Advance(TimeSpan.FromDays(2));
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Một đoạn khác."), (field, value));
        Assert.Equal(first, await LastModifiedAsync(slug));

        await room.PublishAsync(writer, id, (field, value));

        Assert.NotEqual(first, Today);
        Assert.Equal(Today, await LastModifiedAsync(slug));
        Assert.Equal((first, Now, Now), await SaidOnThePageAsync(slug));
        Assert.StartsWith(Today, Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_shows_a_text_as_new_again_when_readers_are_told_of_the_change_and_not_for_a_minor_one()
    {
        var (id, slug) = await PublishedAsync("Trong kênh tin");
        Assert.Equal($"{Today}T00:00:00+07:00", await UpdatedAsync(slug));

        room.App.Clock.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(id, "Đổi nơi họp.", ("Input.ChangeNote", "Đổi nơi họp"));
        var told = Now;
        Assert.Equal(told, await UpdatedAsync(slug));

        room.App.Clock.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(id, "Đổi nơi họp, sửa dấu phẩy.", ("Input.Minor", "true"));
        Assert.Equal(told, await UpdatedAsync(slug));
        Assert.Equal(Today, await LastModifiedAsync(slug));
    }

    [Fact]
    public async Task A_table_that_writes_over_a_published_text_changes_it_and_the_first_one_does_not()
    {
        await room.App.WriteAsync(SearchHouse.Row("tu-bang", "Từ bảng"));
        Assert.Equal("2026-06-01", await LastModifiedAsync("tu-bang"));
        Assert.Equal(("2026-06-01", null, null), await SaidOnThePageAsync("tu-bang"));

        await room.App.WriteAsync(SearchHouse.Row("tu-bang", "Từ bảng", "Nội dung khác."));

        Assert.Equal(Today, await LastModifiedAsync("tu-bang"));
        Assert.Equal(("2026-06-01", Now, Now), await SaidOnThePageAsync("tu-bang"));
        Assert.Equal(Now, await UpdatedAsync("tu-bang"));
    }

    [Fact]
    public async Task A_minor_change_after_an_import_does_not_take_the_feed_back()
    {
        await room.App.WriteAsync(SearchHouse.Row("khong-lui", "Không lùi"));
        await room.App.WriteAsync(SearchHouse.Row("khong-lui", "Không lùi", "Nội dung khác."));
        var told = Now;
        Assert.Equal(told, await UpdatedAsync("khong-lui"));
        var id = await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().Where(a => a.Slug == "khong-lui").Select(a => a.Id).SingleAsync());

        room.App.Clock.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(id, "Nội dung khác, sửa dấu.", ("Input.Minor", "true"));

        Assert.Equal(told, await UpdatedAsync("khong-lui"));
        Assert.Equal(Today, await LastModifiedAsync("khong-lui"));
    }

    private async Task<(Guid Id, string Slug)> PublishedAsync(string title)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, title);
        await room.PublishAsync(writer, id);
        return (id, (await room.ArticleAsync(id)).Slug);
    }

    private async Task ChangeAsync(Guid id, string body, (string Name, string Value) kind)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.DoneAsync(writer, id, "sua", ("Input.Body", body), kind);
        await room.PublishAsync(writer, id, kind);
    }

    private async Task<string?> LastModifiedAsync(string slug)
    {
        var map = XDocument.Parse(await room.App.Visit().Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));
        return map.Root!.Elements(Map + "url").Single(url => url.Element(Map + "loc")!.Value.EndsWith($"/bai-viet/{slug}", StringComparison.Ordinal)).Element(Map + "lastmod")?.Value;
    }

    private async Task<(string? Published, string? Modified, string? Shared)> SaidOnThePageAsync(string slug)
    {
        var page = (await room.App.Visit().OpenAsync($"/bai-viet/{slug}")).Page;
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        return (Said("datePublished"), Said("dateModified"), page.QuerySelector("meta[property='article:modified_time']")?.GetAttribute("content"));

        string? Said(string name) => data.RootElement.TryGetProperty(name, out var said) ? said.GetString() : null;
    }

    private async Task<string> UpdatedAsync(string slug)
    {
        using var reader = XmlReader.Create(await room.App.Visit().Http.GetStreamAsync(new Uri("/atom.xml", UriKind.Relative)));
        var entry = SyndicationFeed.Load(reader).Items.Single(item => item.Links[0].Uri.AbsolutePath == $"/bai-viet/{slug}");
        return VietnamTime.Iso(entry.LastUpdatedTime.UtcDateTime);
    }
}
