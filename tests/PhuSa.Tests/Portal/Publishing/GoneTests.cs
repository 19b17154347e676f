using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Redirects;
using PhuSa.Tests.Portal.Kinds;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>Whoever kept the address of a text that was withdrawn is told so, and nothing of what it said.</summary>
public sealed class GoneTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task A_withdrawn_article_answers_410_with_ways_on_and_none_of_its_words()
    {
        await WithdrawnAsync("Chuyện đã rút lại");

        var reader = await room.App.Visit().OpenAsync("/bai-viet/chuyen-da-rut-lai");

        Assert.Equal(410, reader.Status);
        Assert.Contains("Trang này đã được gỡ", reader.Text, StringComparison.Ordinal);
        Assert.NotEmpty(reader.Page.QuerySelectorAll("main a[href]"));
        Assert.DoesNotContain("rút lại", reader.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Đăng nhầm", reader.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var head = await room.App.Visit().Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/bai-viet/chuyen-da-rut-lai"));
        Assert.Equal(410, (int)head.StatusCode);
    }

    [Fact]
    public async Task So_does_a_text_of_every_kind_at_its_own_address_and_only_there()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        foreach (var (kind, folder) in new[] { ("van-ban", "/van-ban/"), ("thu-tuc", "/thu-tuc/"), ("trang", "/gioi-thieu/") })
        {
            var id = await room.PublishedAsync(writer, kind, "Loại " + kind, kind == "trang" ? [("Input.Body", "Chữ.")] : []);
            await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "go-bai", ("Input.Why", "Hết dùng"));
            var slug = (await room.ArticleAsync(id)).Slug;

            Assert.Equal(410, (await room.App.Visit().OpenAsync(folder + slug)).Status);
            Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/" + slug)).Status);
            Assert.Equal(404, (await room.App.Visit("lienminh.localhost").OpenAsync(folder + slug)).Status);
        }
    }

    [Fact]
    public async Task A_category_is_retired_once_all_that_stands_or_is_to_stand_in_it_is_withdrawn_and_the_office_finds_that_still()
    {
        const string page = "/quan-tri/trang/khcn/chuyen-muc";
        var (writer, reviewer, publisher) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentLeader));
        var administrator = await (await room.SignedInAsync(Role.Administrator)).OpenAsync(page);
        await administrator.SubmitAsync("main form", ("Do", "them"));
        await administrator.SubmitAsync("main form", ("Rows[2].Title", "Tin vắn"), ("Rows[2].Slug", "tin-van"));
        Assert.Equal(302, administrator.Status);
        var id = await room.DraftAsync(writer, "Tin vắn sẽ gỡ", category: "khcn.tin-van");
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(publisher, id, "duyet-dang");
        var other = await room.AwaitingAsync(writer, reviewer, "Tin sẽ chuyển chỗ");
        await room.DoneAsync(publisher, other, "duyet-dang");
        await room.DoneAsync(writer, other, "sua", ("Input.Home", (await room.CategoryAsync("khcn.tin-van")).ToString()));
        await RetireAsync("còn 2 bài");

        await room.DoneAsync(publisher, id, "go-bai", ("Input.Why", "Đăng nhầm"));
        await RetireAsync("còn 1 bài");
        await room.DoneAsync(writer, other, "bo-ban-sua", ("Input.Why", "Để nguyên chỗ"));
        await RetireAsync(refused: null);

        // The version from when it was to stand there is not brought back into a category that no list shows.
        await room.MoveAsync(writer, other, "khoi-phuc/2");
        Assert.Equal(409, writer.Status);
        Assert.Contains("Chuyên mục “Tin vắn” đã thôi dùng", writer.Text, StringComparison.Ordinal);
        Assert.Contains("Tin vắn sẽ gỡ", (await writer.OpenAsync("/quan-tri/bai-viet?trang-thai=da-go&trang-web=khcn")).Text, StringComparison.Ordinal);
        Assert.Equal(410, (await room.App.Visit().OpenAsync("/bai-viet/tin-van-se-go")).Status);

        async Task RetireAsync(string? refused)
        {
            await administrator.OpenAsync(page);
            await administrator.SubmitAsync("main form", ("Rows[2].Retired", "true"));
            Assert.Equal(refused is null ? 302 : 422, administrator.Status);
            Assert.Contains(refused ?? "", administrator.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_a_draft_nobody_is_told()
    {
        await room.DraftAsync(await room.SignedInAsync(Role.DepartmentOfficer), "Bản nháp kín");

        Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/ban-nhap-kin")).Status);
    }

    [Fact]
    public async Task An_officer_may_still_lead_its_address_to_what_took_its_place()
    {
        await WithdrawnAsync("Có bài thay");
        await room.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
            var db = services.GetRequiredService<AppDbContext>();
            db.Add(new MovedAddress(Guid.CreateVersion7(), "khcn", OldAddress.Read("/bai-viet/co-bai-thay")!, MovedFrom.Table, DateTime.UnixEpoch).ToPlace("/gop-y"));
            return await db.SaveChangesAsync();
        });

        var reader = await room.App.Visit().OpenAsync("/bai-viet/co-bai-thay");

        Assert.Equal((301, "/gop-y"), (reader.Status, reader.Redirect?.OriginalString));
    }

    private async Task WithdrawnAsync(string title)
    {
        var id = await room.AwaitingAsync(await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), title);
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "go-bai", ("Input.Why", "Đăng nhầm"));
        Assert.Equal(ArticleStatus.Withdrawn, (await room.ArticleAsync(id)).Status);
    }
}
