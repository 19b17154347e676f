using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>Every version is kept, compared and brought back, and whoever wrote one does not approve it.</summary>
public sealed class RestoredVersionTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_restored_version_is_a_new_one_and_none_is_lost()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Khôi phục", "Bản đầu");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Bản hai"));

        await room.DoneAsync(writer, id, "khoi-phuc/1");

        var versions = await room.VersionsAsync(id);
        Assert.Equal(["<p>Bản đầu</p>", "<p>Bản hai</p>", "<p>Bản đầu</p>"], versions.Select(version => version.Read().Text.Body));
        Assert.Equal(1, versions[2].RestoredFrom);
        Assert.Contains("Khôi phục từ bản 1", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wrote_a_version_that_is_brought_back_cannot_approve_it()
    {
        var (writer, reviewer) = await EditorsAsync();
        var author = await room.SignedInAsync(Role.DepartmentPublisher);
        var leader = await room.SignedInAsync(Role.DepartmentLeader);
        var id = await room.DraftAsync(author, "Chữ cũ trở lại", "Chữ của người duyệt");
        foreach (var step in new[] { 1, 2 })
        {
            await room.DoneAsync(writer, id, "gui-bien-tap");
            await room.DoneAsync(reviewer, id, "bien-tap-xong");
            await room.DoneAsync(writer, id, "trinh-duyet");
            await (step == 1 ? room.DoneAsync(leader, id, "duyet-dang") : room.DoneAsync(leader, id, "duyet-dang", ("Input.Minor", "true")));
            if (step == 1)
            {
                await room.DoneAsync(writer, id, "sua", ("Input.Body", "Chữ của người viết"));
            }
        }

        await room.DoneAsync(writer, id, "khoi-phuc/1");
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");

        await room.MoveAsync(author, id, "duyet-dang", ("Input.Minor", "true"));

        Assert.Equal(409, author.Status);
    }

    [Fact]
    public async Task Whoever_wrote_a_version_cannot_approve_it_however_often_it_was_brought_back()
    {
        var (writer, reviewer) = await EditorsAsync();
        var author = await room.SignedInAsync(Role.DepartmentPublisher);
        var leader = await room.SignedInAsync(Role.DepartmentLeader);
        var id = await room.DraftAsync(author, "Chữ cũ trở lại hai lần", "Chữ của người duyệt");
        await SubmitAsync();
        await room.DoneAsync(leader, id, "duyet-dang");
        foreach (var source in new[] { 1, 3 })
        {
            await room.DoneAsync(writer, id, "sua", ("Input.Body", $"Chữ của người viết, trước bản {source}"));
            await SubmitAsync();
            await room.DoneAsync(leader, id, "duyet-dang", ("Input.Minor", "true"));
            await room.DoneAsync(writer, id, $"khoi-phuc/{source}");
            await SubmitAsync();
            if (source == 1)
            {
                await room.DoneAsync(leader, id, "duyet-dang", ("Input.Minor", "true"));
            }
        }

        await room.MoveAsync(author, id, "duyet-dang", ("Input.Minor", "true"));

        Assert.Equal([null, null, 1, null, 3], (await room.VersionsAsync(id)).Select(version => version.RestoredFrom));
        Assert.Equal(409, author.Status);

        async Task SubmitAsync()
        {
            await room.DoneAsync(writer, id, "gui-bien-tap");
            await room.DoneAsync(reviewer, id, "bien-tap-xong");
            await room.DoneAsync(writer, id, "trinh-duyet");
        }
    }

    [Fact]
    public async Task A_restore_that_was_overtaken_is_refused()
    {
        var (first, second) = await EditorsAsync();
        var id = await room.DraftAsync(first, "Khôi phục chậm", "Bản đầu");
        await room.DoneAsync(first, id, "sua", ("Input.Body", "Bản hai"));
        await second.OpenAsync($"/quan-tri/bai-viet/{id}/khoi-phuc/1");
        await room.DoneAsync(first, id, "sua", ("Input.Body", "Bản ba"));

        await second.SubmitAsync(Form);

        Assert.Equal(409, second.Status);
        Assert.Equal(3, (await room.VersionsAsync(id)).Count);
    }

    [Fact]
    public async Task Two_versions_stand_side_by_side_with_their_differences_as_ins_and_del()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "So sánh", "Có 05 sản phẩm.");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Có 06 sản phẩm."), ("Input.Tags", "xoài, lúa"));

        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/so-sanh?a=1&b=2");

        Assert.Equal(["05"], writer.Page.QuerySelectorAll("main del").Select(piece => piece.TextContent));
        Assert.Equal(["06", "xoài", "lúa"], writer.Page.QuerySelectorAll("main ins").Select(piece => piece.TextContent));
        Assert.Equal(404, (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/so-sanh?a=1&b=9")).Status);
        Assert.Equal(404, (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/so-sanh?a=x")).Status);
    }

    private async Task<(Visitor First, Visitor Second)> EditorsAsync() => (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
}
