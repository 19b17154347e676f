using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>What can still be done with a paper that came in and was filed.</summary>
public sealed class IncomingFiledTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private const string Address = "/quan-tri/van-ban-den";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_paper_filed_before_anybody_had_it_is_reopened_and_waits_to_be_given()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await FiledAsync(clerk, "Lưu nhầm", "24/UBND");
        await clerk.OpenAsync($"{paper}/mo-lai");
        await clerk.SubmitAsync(Form, ("Input.Why", "Phải trả lời"));
        Assert.True(clerk.Status == 302, clerk.Text);
        await clerk.FollowAsync();

        Assert.Contains("Mới đến, chờ giao", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("Phải trả lời", clerk.Text, StringComparison.Ordinal);
        Assert.NotNull(clerk.Page.QuerySelector("a[href$='/giao']"));
        Assert.Equal(200, (await clerk.OpenAsync($"{paper}/sua")).Status);
    }

    [Fact]
    public async Task The_arrival_number_of_a_filed_paper_is_voided_with_a_reason()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await FiledAsync(clerk, "Vào sổ nhầm rồi lưu", "25/UBND");
        await clerk.OpenAsync($"{paper}/huy-so");
        await clerk.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, clerk.Status);
        await clerk.SubmitAsync(Form, ("Input.Why", "Văn bản của cơ quan khác"));
        Assert.True(clerk.Status == 302, clerk.Text);
        await clerk.FollowAsync();

        Assert.Contains("Đã huỷ số đến", clerk.Text, StringComparison.Ordinal);
    }

    private static async Task<string> ArrivedAsync(Visitor clerk, string title, string number)
    {
        await clerk.OpenAsync($"{Address}/moi");
        await clerk.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", title), ("Input.Number", number), ("Input.From", "UBND huyện An Phú"), ("Input.DatedOn", "2026-06-29"));
        Assert.True(clerk.Status == 302, clerk.Text);
        return clerk.Redirect!.OriginalString;
    }

    private static async Task<string> FiledAsync(Visitor clerk, string title, string number)
    {
        var paper = await ArrivedAsync(clerk, title, number);
        await clerk.OpenAsync($"{paper}/xong");
        await clerk.SubmitAsync(Form, ("Input.Why", "Chỉ để biết"));
        Assert.True(clerk.Status == 302, clerk.Text);
        return paper;
    }
}
