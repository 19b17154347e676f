using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>The blocks of the home page: their order and which of them are shown.</summary>
public sealed class HomeBlockTests : IAsyncLifetime
{
    private const string Blocks = "/quan-tri/trang/khcn/khoi";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Blocks_move_by_buttons_are_seen_before_saving_and_stand_on_that_site_only()
    {
        Assert.Equal(["so", "tin", "viec"], await HomeAsync());
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Blocks);

        await officer.SubmitAsync("main form", ("Do", "len-2"));
        await officer.SubmitAsync("main form", ("Do", "xuong-0"));
        Assert.Equal(["Tasks", "Band", "News"], RowsOf(officer));
        Assert.Equal(["so", "tin", "viec"], await HomeAsync());
        await officer.SubmitAsync("main form", ("Do", "xem"));
        Assert.Equal(["viec", "so", "tin"], Of(officer));
        Assert.Equal(["so", "tin", "viec"], await HomeAsync());

        await officer.OpenAsync(Blocks);
        await officer.SubmitAsync("main form", ("Do", "len-2"));
        await officer.SubmitAsync("main form", ("Do", "xuong-0"));
        await officer.SubmitAsync("main form");
        Assert.Equal(302, officer.Status);
        Assert.Equal(["viec", "so", "tin"], await HomeAsync());
        Assert.Equal(["so", "tin", "viec"], await HomeAsync("lienminh.localhost"));
    }

    [Fact]
    public async Task A_hidden_block_keeps_what_it_holds_and_comes_back()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Blocks);
        await officer.SubmitAsync("main form", ("Rows[0].Shown", "false"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(["tin", "viec"], await HomeAsync());

        await officer.OpenAsync(Blocks);
        Assert.Equal(["News", "Tasks", "Band"], RowsOf(officer));
        await officer.SubmitAsync("main form", ("Rows[2].Shown", "true"));
        Assert.Equal(["tin", "viec", "so"], await HomeAsync());

        await officer.OpenAsync(Blocks);
        await officer.SubmitAsync("main form", ("Rows[0].Shown", "false"), ("Rows[1].Shown", "false"), ("Rows[2].Shown", "false"));
        Assert.Empty(await HomeAsync());
        Assert.Contains("không hiện khối nào", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_keep_the_wide_column_when_they_stand_behind_the_tasks()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Blocks);
        await officer.SubmitAsync("main form", ("Do", "len-2"));
        await officer.SubmitAsync("main form");

        var page = (await _app.Visit().OpenAsync("/")).Page;
        Assert.Equal(["viec", "tin"], page.QuerySelectorAll(".ps-aside-first > section h2").Select(h => h.Id!));
    }

    [Fact]
    public async Task The_form_can_neither_add_a_block_nor_lose_one()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Blocks);

        await officer.SubmitAsync("main form", ("Do", "them"));
        Assert.Equal(["Band", "News", "Tasks"], RowsOf(officer));
        await officer.SubmitAsync("main form", ("Rows[1].Block", "Band"), ("Do", "len-0"));
        Assert.Equal(["Band", "Tasks", "News"], RowsOf(officer));
    }

    [Theory]
    [InlineData(null, "Band News Tasks")]
    [InlineData("", "")]
    [InlineData("tasks band", "Tasks Band")]
    [InlineData("news khong-co news", "News")]
    public void What_is_stored_reads_as_blocks(string? stored, string blocks) => Assert.Equal(blocks, string.Join(' ', HomeBlocks.Read(stored)));

    [Fact]
    public void The_order_of_the_house_is_stored_as_nothing()
    {
        Assert.Null(HomeBlocks.Written(HomeBlocks.All));
        Assert.Equal("tasks band", HomeBlocks.Written([HomeBlock.Tasks, HomeBlock.Band]));
        Assert.Equal("", HomeBlocks.Written([]));
    }

    private static IEnumerable<string> Of(Visitor visitor) => visitor.Page.QuerySelectorAll("#so, #tin, #viec").Select(heading => heading.Id!);

    private static IEnumerable<string> RowsOf(Visitor visitor) => visitor.Page.QuerySelectorAll("[name$='.Block']").Select(row => row.GetAttribute("value")!);

    private async Task<IEnumerable<string>> HomeAsync(string host = "khcn.localhost") => Of(await _app.Visit(host).OpenAsync("/"));
}
