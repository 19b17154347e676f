using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>What bodies outside the house issued stands in the common register once, however its number and the body are written.</summary>
public sealed class OthersPaperTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private const string Address = "/quan-tri/van-ban";
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("71/2019/QĐUBND", "UBND tỉnh", "2019")]
    [InlineData("071/2019/qđ-ubnd", "ubnd TỈNH An Giang", "")]
    [InlineData("71/2019/QĐ-UBND", "Uỷ ban nhân dân tỉnh An Giang", "2020")]
    public async Task A_paper_that_came_with_its_body_from_a_table_is_not_recorded_again_under_the_bodys_name(string number, string body, string year)
    {
        var officer = await RecordedAsync(number, "Ghi lần nữa", body, year);

        Assert.Equal(409, officer.Status);
        Assert.Contains("Số 71/2019/QĐ-UBND đã có trong sổ: “Quy định hỗ trợ", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_a_body_in_typed_words_is_recorded_once_a_year_and_its_paper_is_still_completed()
    {
        var first = await RecordedAsync("88/QĐ-UBND", "Quyết định của huyện", "UBND huyện Châu Thành", "2018");
        Assert.Equal(302, first.Status);

        var second = await RecordedAsync("088/QĐUBND", "Ghi lần nữa", "Ubnd  huyện Châu Thành", "2018");
        Assert.Equal(409, second.Status);
        Assert.Contains("Số 88/QĐ-UBND đã có trong sổ: “Quyết định của huyện”", second.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await RecordedAsync("88/QĐ-UBND", "Năm sau", "UBND huyện Châu Thành", "2019")).Status);
        Assert.Equal(302, (await RecordedAsync("88/QĐ-UBND", "Huyện khác", "UBND huyện Tri Tôn", "2018")).Status);
        Assert.Equal(302, (await RecordedAsync("88/QD-UBND", "Loại khác", "UBND huyện Châu Thành", "2018")).Status);

        await first.FollowAsync();
        var paper = first.Path;
        await first.OpenAsync($"{paper}/sua-ghi-lai");
        await first.SubmitAsync(Form, ("Input.Title", "Quyết định của huyện, bản đúng"));
        Assert.Equal(302, first.Status);
        await first.OpenAsync($"{paper}/sua-ghi-lai");
        await first.SubmitAsync(Form, ("Input.SignedYear", "2019"));
        Assert.Equal(409, first.Status);
        Assert.Contains("Số 88/QĐ-UBND đã có trong sổ: “Năm sau”", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_paper_that_another_agency_keeps_to_itself_nothing_is_told()
    {
        var own = await house.App.SignedInAsync(Role.DepartmentOfficer);
        Assert.Equal(302, (await RecordedAsync("301/SKHCN-TTr", "Việc riêng của Sở", "", "2018", own)).Status);

        var other = await RecordedAsync("301/SKHCN-TTr", "Thư đã nhận", "Sở Khoa học và Công nghệ tỉnh An Giang", "2018", await house.App.SignedInAsync(Role.AllianceOfficer));

        Assert.Equal(302, other.Status);
    }

    [Fact]
    public async Task Recorded_by_many_at_one_moment_a_paper_stands_there_once()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/ghi-lai");
        var seal = officer.Page.QuerySelector($"{Form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async clerk =>
        {
            using var body = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = seal,
                ["NewId"] = $"{Guid.CreateVersion7()}",
                ["Input.Kind"] = "Letter",
                ["Input.Title"] = "Cùng lúc",
                ["Input.Number"] = clerk % 2 == 0 ? "99/UBND-NC" : "099/UBNDNC",
                ["Input.IssuedByText"] = "UBND huyện An Phú",
                ["Input.SignedYear"] = "2018",
            });
            using var answer = await officer.Http.PostAsync(new Uri($"{Address}/ghi-lai", UriKind.Relative), body, TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }));

        Assert.Equal([302, 409, 409, 409], answers.Order());
        Assert.Equal(1, await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Paper>().CountAsync(p => p.Title == "Cùng lúc")));
    }

    private async Task<Visitor> RecordedAsync(string number, string title, string body, string year, Visitor? officer = null)
    {
        officer ??= await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/ghi-lai");
        return await officer.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Number", number), ("Input.Title", title), ("Input.IssuedByText", body), ("Input.SignedYear", year));
    }
}
