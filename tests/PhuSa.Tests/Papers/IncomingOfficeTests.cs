using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Incoming;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>The incoming book in the office: arrival numbers, who works on what until when, and what answers it.</summary>
public sealed class IncomingOfficeTests(IncomingOfficeTests.House house) : IClassFixture<IncomingOfficeTests.House>
{
    private const string Address = "/quan-tri/van-ban-den";
    private const string Form = "main form[method=post]";

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Arrived --Assign--> Assigned
        Arrived --File--> Filed
        Arrived --Void--> Voided
        Assigned --Assign--> Assigned
        Assigned --Answer--> Answered
        Assigned --File--> Filed
        Assigned --Void--> Voided
        Answered --Reopen--> Assigned
        Filed --Reopen--> Assigned
        Filed --Unfile--> Arrived
        Filed --Void--> Voided
        """.ReplaceLineEndings("\n"),
        IncomingFlow.Table.ToString());

    [Fact]
    public async Task A_paper_comes_in_is_given_to_somebody_waits_on_their_desk_and_is_answered()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var handler = await house.App.PersonAsync(Role.DepartmentPublisher);
        var paper = await ArrivedAsync(clerk, "Đề nghị hướng dẫn đăng ký nhãn hiệu", "12/UBND-KT");
        Assert.Matches(@"Văn bản đến số \d+/2026", clerk.Page.QuerySelector("h1")!.TextContent);
        await clerk.OpenAsync($"{paper}/giao");
        await clerk.SubmitAsync(Form, ("Input.PersonId", handler.Id.ToString()), ("Input.DueOn", "2026-07-10"));
        Assert.Equal(302, clerk.Status);

        var own = await house.App.SignedInAsync(handler);
        await own.OpenAsync("/quan-tri");
        Assert.Contains("Đề nghị hướng dẫn đăng ký nhãn hiệu", own.Text, StringComparison.Ordinal);

        await own.OpenAsync($"{paper}/tra-loi");
        await own.SubmitAsync(Form, ("Input.Number", "999/SKHCN"));
        Assert.Equal(422, own.Status);
        Assert.Contains("Không có văn bản đi nào đã ký mang số này", own.Text, StringComparison.Ordinal);
        await RecordAsync(clerk, "77/SKHCN-QLCN");
        await own.SubmitAsync(Form, ("Input.Number", "077/skhcn qlcn"));
        Assert.Equal(302, own.Status);
        await own.FollowAsync();

        Assert.Contains("Đã trả lời", own.Text, StringComparison.Ordinal);
        var answer = own.Page.QuerySelector("dd a")!;
        Assert.Equal("77/SKHCN-QLCN", answer.TextContent.Trim());
        await own.OpenAsync(answer.GetAttribute("href")!);
        Assert.Contains("Trả lời văn bản đến", own.Text, StringComparison.Ordinal);
        await own.OpenAsync("/quan-tri");
        Assert.DoesNotContain("Đề nghị hướng dẫn đăng ký nhãn hiệu", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_past_its_day_says_so_on_the_desk_and_in_the_list()
    {
        await using var app = await App.StartAsync();
        var clerk = await app.SignedInAsync(Role.DepartmentOfficer);
        var handler = await app.PersonAsync(Role.DepartmentPublisher);
        var paper = await ArrivedAsync(clerk, "Văn bản sẽ quá hạn", "13/UBND");
        await clerk.OpenAsync($"{paper}/giao");
        await clerk.SubmitAsync(Form, ("Input.PersonId", handler.Id.ToString()), ("Input.DueOn", "2026-07-03"));
        Assert.Contains("chờ trả lời", await DeskAsync(app, handler), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Contains("đã quá hạn trả lời", await DeskAsync(app, handler), StringComparison.Ordinal);
        var reader = await app.SignedInAsync(handler);
        await reader.OpenAsync($"{Address}?qua-han=1&cua-toi=1");
        Assert.Contains("Quá hạn", reader.Page.QuerySelectorAll("tbody tr").Single().TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_paper_is_told_before_it_is_entered_twice()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await ArrivedAsync(clerk, "Gửi hai lần", "14/BC-UBND");
        await clerk.OpenAsync($"{Address}/moi");
        await clerk.SubmitAsync(Form, Fields("Gửi hai lần", "014/BCUBND"));
        Assert.Equal(422, clerk.Status);
        Assert.Contains("Văn bản này đã vào sổ với số đến", clerk.Text, StringComparison.Ordinal);

        clerk.Page.QuerySelector("#Again")!.SetAttribute("checked", "checked");
        await clerk.SubmitAsync(Form);

        Assert.Equal(302, clerk.Status);
    }

    [Fact]
    public async Task A_year_before_any_book_is_told_and_a_guide_is_no_twin_of_a_contract()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await clerk.OpenAsync($"{Address}/moi");
        await clerk.SubmitAsync(Form, Fields("Năm gõ nhầm", "18/UBND").Append(("Input.ArrivedOn", "0206-07-01")).ToArray());
        Assert.Equal(422, clerk.Status);
        Assert.Contains("Ngày đến không thể trước năm 1945", clerk.Text, StringComparison.Ordinal);

        await ArrivedAsync(clerk, "Hợp đồng", "07/HĐ-UBND");
        await ArrivedAsync(clerk, "Hướng dẫn", "07/HD-UBND");
    }

    [Fact]
    public async Task An_answer_whose_number_was_voided_says_so()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var handler = await house.App.PersonAsync(Role.DepartmentPublisher);
        var paper = await ArrivedAsync(clerk, "Chờ trả lời rồi huỷ", "19/UBND");
        await clerk.OpenAsync($"{paper}/giao");
        await clerk.SubmitAsync(Form, ("Input.PersonId", handler.Id.ToString()), ("Input.DueOn", "2026-07-10"));
        await RecordAsync(clerk, "78/SKHCN-QLCN");
        var own = await house.App.SignedInAsync(handler);
        await own.OpenAsync($"{paper}/tra-loi");
        await own.SubmitAsync(Form, ("Input.Number", "78/SKHCN-QLCN"));
        await own.FollowAsync();
        Assert.DoesNotContain("đã huỷ số", own.Text, StringComparison.Ordinal);
        var answer = own.Page.QuerySelector("dd a")!.GetAttribute("href")!;

        await clerk.OpenAsync($"{answer}/huy-so");
        await clerk.SubmitAsync(Form, ("Input.Why", "Soạn nhầm"));
        await own.OpenAsync(paper);

        Assert.Contains("Văn bản trả lời đã huỷ số", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_entry_and_nothing_arrives_tomorrow()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await clerk.OpenAsync($"{Address}/moi");
        await clerk.SubmitAsync(Form, Fields("Ngày mai", "15/UBND").Append(("Input.ArrivedOn", "2026-07-02")).ToArray());
        Assert.Equal(409, clerk.Status);
        await clerk.SubmitAsync(Form, ("Input.ArrivedOn", "2026-07-01"));
        var first = clerk.Redirect!.OriginalString;
        await clerk.OpenAsync($"{Address}?q=ngay+mai");

        Assert.Single(clerk.Page.QuerySelectorAll("tbody tr"));
        Assert.EndsWith(clerk.Page.QuerySelector("tbody a")!.GetAttribute("href")!, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arrival_number_is_voided_with_a_reason_and_stays_in_the_book()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await ArrivedAsync(clerk, "Ghi nhầm sổ", "16/UBND");
        await clerk.OpenAsync($"{paper}/huy-so");
        await clerk.SubmitAsync(Form, ("Input.Why", "Văn bản của cơ quan khác"));
        await clerk.FollowAsync();

        Assert.Contains("Đã huỷ số đến", clerk.Text, StringComparison.Ordinal);
        Assert.Null(clerk.Page.QuerySelector(".ps-next"));
        Assert.Equal(404, (await clerk.OpenAsync($"{paper}/sua")).Status);
    }

    [Fact]
    public async Task Another_agencys_incoming_book_is_not_there()
    {
        var clerk = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await ArrivedAsync(clerk, "Chỉ của Sở", "17/UBND");
        var alliance = await house.App.SignedInAsync(Role.AllianceOfficer);

        foreach (var verb in new[] { "", "/sua", "/giao", "/xong", "/huy-so" })
        {
            Assert.Equal(404, (await alliance.OpenAsync(paper + verb)).Status);
        }

        Assert.DoesNotContain("Chỉ của Sở", (await alliance.OpenAsync(Address)).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await (await house.App.SignedInAsync(Role.Auditor)).OpenAsync(paper)).Status);
    }

    [Fact]
    public async Task A_stale_form_is_refused()
    {
        var first = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await ArrivedAsync(first, "Hai người cùng làm", "18/UBND");
        var second = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await second.OpenAsync($"{paper}/sua");
        await first.OpenAsync($"{paper}/sua");
        await first.SubmitAsync(Form, ("Input.Title", "Tên mới"));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync(Form, ("Input.Title", "Tên khác"));

        Assert.Equal(409, second.Status);
    }

    [Fact]
    public async Task Whoever_was_overtaken_before_a_step_takes_it_at_the_second_press_and_no_edit_is_written_over()
    {
        var first = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await ArrivedAsync(first, "Bị sửa lúc lưu", "193/UBND");
        var (filing, editing) = (await house.App.SignedInAsync(Role.DepartmentOfficer), await house.App.SignedInAsync(Role.DepartmentOfficer));
        await filing.OpenAsync($"{paper}/xong");
        await editing.OpenAsync($"{paper}/sua");
        await first.OpenAsync($"{paper}/sua");
        await first.SubmitAsync(Form, ("Input.Title", "Tên mới của người thứ nhất"));
        Assert.Equal(302, first.Status);

        await filing.SubmitAsync(Form, ("Input.Why", "Chỉ để biết"));
        Assert.Equal(409, filing.Status);
        await filing.SubmitAsync(Form);
        Assert.Equal(302, filing.Status);

        await editing.SubmitAsync(Form, ("Input.Title", "Tên khác"));
        await editing.SubmitAsync(Form);
        Assert.Equal(409, editing.Status);
        Assert.Contains("Tên mới của người thứ nhất", (await first.OpenAsync(paper)).Text, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Fields(string title, string number) =>
        [("Input.Kind", "Letter"), ("Input.Title", title), ("Input.Number", number), ("Input.From", "UBND huyện An Phú"), ("Input.DatedOn", "2026-06-29")];

    private static async Task<string> ArrivedAsync(Visitor clerk, string title, string number)
    {
        await clerk.OpenAsync($"{Address}/moi");
        await clerk.SubmitAsync(Form, Fields(title, number));
        Assert.Equal(302, clerk.Status);
        await clerk.FollowAsync();
        return clerk.Path;
    }

    private static async Task RecordAsync(Visitor clerk, string number, string signedOn = "2026-07-01")
    {
        await clerk.OpenAsync("/quan-tri/van-ban/ghi-lai");
        await clerk.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", "Hướng dẫn đăng ký"), ("Input.Number", number), ("Input.SignedOn", signedOn));
        Assert.True(clerk.Status == 302, clerk.Text);
    }

    private static async Task<string> DeskAsync(App app, TestPerson person)
    {
        var signedIn = new SignedIn(person.Id, person.Name, person.OrganisationId!.Value, "Sở", new HashSet<Role> { Role.DepartmentPublisher }, new HashSet<string> { "papers.read", "papers.keep" }, Guid.Empty);
        return await app.InScopeAsync(async services =>
        {
            var work = services.GetServices<IWorkSource>().OfType<IncomingWork>().Single();
            return string.Join('\n', (await work.OfAsync(signedIn, CancellationToken.None)).Select(item => item.Detail));
        });
    }

    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
