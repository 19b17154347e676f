using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Office;

/// <summary>The frame of the office: what waits for me, search over what I may see, lists I keep.</summary>
public sealed class ShellTests(SampleHouse house) : IClassFixture<SampleHouse>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task My_work_shows_what_waits_for_the_department_with_its_day_and_one_verb()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri");

        Assert.Equal(200, officer.Status);
        var late = officer.Page.QuerySelectorAll(".ps-queue li").Where(row => row.TextContent.Contains("Trễ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(late);
        Assert.All(officer.Page.QuerySelectorAll(".ps-queue li"), row => Assert.Single(row.QuerySelectorAll("a.btn")));
        Assert.StartsWith("/", late[0].QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_work_of_a_director_has_nothing_of_the_departments()
    {
        var director = await (await _app.SignedInAsync(Role.CooperativeDirector)).OpenAsync("/quan-tri");

        Assert.Equal(200, director.Status);
        Assert.Empty(director.Page.QuerySelectorAll(".ps-queue li"));
        Assert.Contains("Không có việc nào đang chờ bạn", director.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bình Thạnh")]
    [InlineData("binh thanh")]
    [InlineData("BINH  THANH")]
    public async Task Search_finds_with_and_without_marks(string words)
    {
        var officer = await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync("/quan-tri/tim?q=" + Uri.EscapeDataString(words));

        Assert.Contains(officer.Page.QuerySelectorAll(".ps-queue a"), link => link.TextContent.Contains("Bình Thạnh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_of_a_director_finds_their_own_cooperative_and_no_other()
    {
        var director = await _app.SignedInAsync(Role.CooperativeDirector, "htx-long-binh");
        await director.OpenAsync("/quan-tri/tim?q=htx");

        var hit = Assert.Single(director.Page.QuerySelectorAll(".ps-queue a"));
        Assert.Equal("/hop-tac-xa/htx-long-binh", hit.GetAttribute("href"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%")]
    [InlineData("\" onmouseover=\"x")]
    public async Task Search_shows_hostile_words_as_words(string words)
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/tim?q=" + Uri.EscapeDataString(words));

        Assert.Equal(200, officer.Status);
        Assert.Empty(officer.Page.QuerySelectorAll("main script"));
        Assert.Equal(words, officer.Page.QuerySelector("#tim")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_list_is_kept_under_a_name_and_forgotten_again()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/bo-loc");
        Assert.Contains("Bạn chưa lưu bộ lọc nào", officer.Text, StringComparison.Ordinal);

        var token = await TokenAsync(officer);
        await PostAsync(officer, token, "Sắp đến hạn", "/quan-tri/tim?q=htx");
        Assert.Equal("/quan-tri/tim?q=htx", officer.Redirect!.OriginalString);
        await PostAsync(officer, token, "Sắp đến hạn", "/quan-tri/tim?q=xoai");

        await officer.OpenAsync("/quan-tri/bo-loc");
        Assert.Equal("/quan-tri/tim?q=xoai", Assert.Single(officer.Page.QuerySelectorAll("main .ps-queue a")).GetAttribute("href"));
        await officer.SubmitAsync("main .ps-queue form");
        await officer.FollowAsync();
        Assert.Empty(officer.Page.QuerySelectorAll("main .ps-queue a"));
    }

    [Theory]
    [InlineData("", "/quan-tri/tim?q=a", "Nhập tên bộ lọc")]
    [InlineData("a", "//evil.example/", "Chỉ lưu được danh sách của văn phòng")]
    [InlineData("a", "/bai-viet/x", "Chỉ lưu được danh sách của văn phòng")]
    public async Task A_filter_that_cannot_be_kept_says_why(string name, string url, string sentence)
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/bo-loc");
        await PostAsync(officer, await TokenAsync(officer), name, url);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_forgets_another_persons_filter()
    {
        var one = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/bo-loc");
        await PostAsync(one, await TokenAsync(one), "Của tôi", "/quan-tri/tim?q=a");
        await one.OpenAsync("/quan-tri/bo-loc");
        var id = one.Page.QuerySelector("main .ps-queue input[name=id]")!.GetAttribute("value")!;
        var other = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/bo-loc");

        using var content = new FormUrlEncodedContent([new("id", id), new("__RequestVerificationToken", await TokenAsync(other))]);
        var answer = await other.Http.PostAsync(new Uri("/quan-tri/bo-loc/bo", UriKind.Relative), content);

        Assert.Equal(404, (int)answer.StatusCode);
        await one.OpenAsync("/quan-tri/bo-loc");
        Assert.Single(one.Page.QuerySelectorAll("main .ps-queue a"));
    }

    [Fact]
    public async Task Every_office_page_says_for_whom_one_acts()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri");

        Assert.Contains("Sở KH&CN", officer.Page.QuerySelector("header .ps-org")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn Thử", officer.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<string> TokenAsync(Visitor visitor) =>
        Task.FromResult(visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static Task<Visitor> PostAsync(Visitor visitor, string token, string name, string url) =>
        visitor.PostAsync("/quan-tri/bo-loc", ("Input.Name", name), ("Input.Url", url), ("__RequestVerificationToken", token));
}
