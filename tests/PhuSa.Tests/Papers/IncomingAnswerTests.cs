using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>Which outgoing paper answers one that came in.</summary>
public sealed class IncomingAnswerTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private const string Address = "/quan-tri/van-ban-den";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Of_several_papers_with_one_number_the_person_picks_the_one_that_answers()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await GivenAsync(clerk, "Hai năm cùng số", "21/UBND");
        await RecordAsync(clerk, "56/SKHCN-QLCN", "Trả lời năm ngoái", "2025-08-04");
        await RecordAsync(clerk, "56/SKHCN-QLCN", "Trả lời năm nay", "2026-07-01");

        await clerk.OpenAsync($"{paper}/tra-loi");
        await clerk.SubmitAsync(Form, ("Input.Number", "56/skhcn qlcn"));
        Assert.Equal(422, clerk.Status);
        Assert.Contains("Có 2 văn bản đi mang số này. Chọn đúng một văn bản.", clerk.Text, StringComparison.Ordinal);

        await PickAsync(clerk, "Trả lời năm nay");
        Assert.True(clerk.Status == 302, clerk.Text);
        Assert.Equal("Trả lời năm nay", await AnswerOfAsync(paper));
    }

    [Fact]
    public async Task An_answer_signed_before_the_paper_came_in_is_told_and_taken_once_it_is_meant()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await GivenAsync(clerk, "Trả lời trước khi đến", "22/UBND");
        await RecordAsync(clerk, "57/SKHCN-QLCN", "Ký từ tháng trước", "2026-06-12");

        await clerk.OpenAsync($"{paper}/tra-loi");
        Assert.Null(clerk.Page.QuerySelector("#Earlier"));
        await clerk.SubmitAsync(Form, ("Input.Number", "57/SKHCN-QLCN"));
        Assert.Equal(422, clerk.Status);
        Assert.Contains("Văn bản 57/SKHCN-QLCN ký ngày 12/06/2026, trước ngày đến 01/07/2026.", clerk.Text, StringComparison.Ordinal);

        clerk.Page.QuerySelector("#Earlier")!.SetAttribute("checked", "checked");
        await clerk.SubmitAsync(Form);
        Assert.True(clerk.Status == 302, clerk.Text);
        Assert.Equal("Ký từ tháng trước", await AnswerOfAsync(paper));
    }

    [Fact]
    public async Task The_letters_as_typed_say_which_of_two_like_numbers_answers()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await GivenAsync(clerk, "Hướng dẫn hay hợp đồng", "23/UBND");
        await RecordAsync(clerk, "58/HĐ-SKHCN", "Hợp đồng", "2026-07-01", "Contract");
        await RecordAsync(clerk, "58/HD-SKHCN", "Hướng dẫn", "2026-07-01", "Guidance");

        await clerk.OpenAsync($"{paper}/tra-loi");
        await clerk.SubmitAsync(Form, ("Input.Number", "58/HĐ-SKHCN"));

        Assert.True(clerk.Status == 302, clerk.Text);
        Assert.Equal("Hợp đồng", await AnswerOfAsync(paper));
    }

    private async Task<string?> AnswerOfAsync(string paper) => await house.App.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var id = Guid.Parse(paper.Split('/')[^1]);
        var answer = await db.Set<IncomingPaper>().Where(p => p.Id == id).Select(p => p.AnswerId).SingleAsync();
        return await db.Set<Paper>().Where(p => p.Id == answer).Select(p => p.Title).SingleOrDefaultAsync();
    });

    private static async Task PickAsync(Visitor clerk, string title)
    {
        var label = clerk.Page.QuerySelectorAll("main fieldset label").Single(l => l.TextContent.Contains(title, StringComparison.Ordinal));
        await clerk.SubmitAsync(Form, ("Input.Which", clerk.Page.GetElementById(label.GetAttribute("for")!)!.GetAttribute("value")!));
    }

    private static async Task<string> ArrivedAsync(Visitor clerk, string title, string number)
    {
        await clerk.OpenAsync($"{Address}/moi");
        await clerk.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", title), ("Input.Number", number), ("Input.From", "UBND huyện An Phú"), ("Input.DatedOn", "2026-06-29"));
        Assert.True(clerk.Status == 302, clerk.Text);
        return clerk.Redirect!.OriginalString;
    }

    private async Task<string> GivenAsync(Visitor clerk, string title, string number)
    {
        var paper = await ArrivedAsync(clerk, title, number);
        var handler = await house.App.PersonAsync(Role.DepartmentPublisher);
        await clerk.OpenAsync($"{paper}/giao");
        await clerk.SubmitAsync(Form, ("Input.PersonId", handler.Id.ToString()), ("Input.DueOn", "2026-07-10"));
        Assert.True(clerk.Status == 302, clerk.Text);
        return paper;
    }

    private static async Task RecordAsync(Visitor clerk, string number, string title, string signedOn, string kind = "Letter")
    {
        await clerk.OpenAsync("/quan-tri/van-ban/ghi-lai");
        await clerk.SubmitAsync(Form, ("Input.Kind", kind), ("Input.Title", title), ("Input.Number", number), ("Input.SignedOn", signedOn));
        Assert.True(clerk.Status == 302, clerk.Text);
    }
}
