using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Organisations.Organisations;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 15: collective marks through the pages of the office.</summary>
public sealed class CollectiveOfficeTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Marks = CollectiveRights.Marks;

    [Fact]
    public async Task Point_15_a_name_with_capitals_dots_and_a_hyphen_comes_unchanged_through_form_page_export_and_journal()
    {
        var name = $"HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI  {Next()}";
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer, name);

        Assert.Equal(name, mark.Name);
        Assert.Equal(name, (await officer.OpenAsync(CollectiveRights.Of(mark.Id))).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(name, (await house.App.Visit().OpenAsync($"/nhan-hieu/{mark.Slug}")).Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(name, await officer.Http.GetStringAsync(new Uri($"{Marks}.csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(await house.App.JournalAsync(), entry => entry.RecordId == mark.Id && entry.Title == name);

        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/sua");
        await officer.SubmitAsync(Form, ("Input.Source", "Hồ sơ giấy"), ("Input.Why", "Ghi nguồn"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal((name, "Hồ sơ giấy"), ((await ReadAsync(mark.Id)).Name, (await ReadAsync(mark.Id)).Source));
    }

    [Fact]
    public async Task Point_15_the_name_of_the_samples_is_the_same_on_page_and_export()
    {
        const string Name = "HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI";
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Marks}?buoc=chua-co-du-lieu&q=kien+an");

        Assert.Contains(Name, officer.Page.QuerySelectorAll("main th[scope=row] a").Select(link => link.TextContent));
        Assert.Contains(Name, await officer.Http.GetStringAsync(new Uri($"{Marks}.csv?q=kien+an", UriKind.Relative)), StringComparison.Ordinal);
        using var sheet = await officer.Http.GetAsync(new Uri($"{Marks}.xlsx", UriKind.Relative));
        Assert.Equal(200, (int)sheet.StatusCode);
        var page = await house.App.Visit().OpenAsync("/nhan-hieu/kien-an-cho-moi");
        Assert.Contains("Chưa rõ bước đăng ký", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_15_a_filing_goes_its_whole_way_and_its_days_and_papers_are_public_but_not_what_officers_note()
    {
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer, preparing: true);
        var number = await house.PaperAsync("2019-06-20");
        await StepAsync(officer, mark.Id, "nop-don", "2019-05-20", ("Input.ApplicationNumber", $"4-2019-{Next():00000}"), ("Input.Classes", "31, 35"), ("Input.Goods", "Rau, củ, quả tươi"));
        await StepAsync(officer, mark.Id, "hop-le", "2019-06-20", ("Input.Number", number));
        await StepAsync(officer, mark.Id, "cong-bo", "2019-08-20");
        await StepAsync(officer, mark.Id, "tham-dinh", "2019-08-21");
        await StepAsync(officer, mark.Id, "phan-doi", "2019-10-01", ("Input.Why", "Một công ty phản đối"));
        await StepAsync(officer, mark.Id, "tra-loi-phan-doi", "2019-11-01");
        await StepAsync(officer, mark.Id, "du-dinh-cap", "2020-05-01");
        await StepAsync(officer, mark.Id, "nop-phi", "2020-06-01");
        await StepAsync(officer, mark.Id, "cap-van-bang", "2020-07-15", ("Input.CertificateNumber", "358.901"));

        var reader = await house.App.Visit().OpenAsync($"/nhan-hieu/{mark.Slug}");
        foreach (var told in new[] { "Đã cấp văn bằng", "358.901", "20/05/2019", "20/08/2019", "15/07/2020", "20/05/2029", "Rau, củ, quả tươi", number })
        {
            Assert.Contains(told, reader.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Một công ty phản đối", reader.Text, StringComparison.Ordinal);
        var english = await house.App.Visit("khcn.localhost", new System.Net.Cookie("ngon-ngu", "en")).OpenAsync($"/nhan-hieu/{mark.Slug}");
        Assert.Contains("Registered until", english.Text, StringComparison.Ordinal);
        Assert.Contains(await house.App.JournalAsync(), entry => entry.RecordId == mark.Id && entry.Action == "Oppose" && entry.Why == "Một công ty phản đối");
        Assert.Contains("31, 35", (await officer.OpenAsync(CollectiveRights.Of(mark.Id))).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/nop-phi")).Status);
    }

    [Theory]
    [InlineData("Input.ApplicationNumber", "2019-12345", "Số đơn đăng ký nhãn hiệu phải có dạng")]
    [InlineData("Input.On", "2026-07-02", "không thể sau hôm nay")]
    [InlineData("Input.On", "", "Nhập ngày của việc này")]
    [InlineData("Input.Why", "", "Ghi căn cứ của việc này")]
    [InlineData("Input.Number", "9999/TB-KHONG", "Không có văn bản nào đã ký mang số này")]
    public async Task What_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer, preparing: true);
        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/nop-don");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.On"] = "2026-06-01", ["Input.Why"] = "Phiếu nhận đơn", ["Input.Classes"] = "31", [field] = value };

        await officer.SubmitAsync(Form, [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.Equal("31", officer.Page.QuerySelector("[name='Input.Classes']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_marks_never_have_one_application_number()
    {
        var officer = await house.OfficerAsync();
        var (first, second) = (await NewAsync(officer, preparing: true), await NewAsync(officer, preparing: true));
        var number = $"4-2019-{Next():00000}";
        await StepAsync(officer, first.Id, "nop-don", "2019-05-20", ("Input.ApplicationNumber", number));

        await officer.OpenAsync($"{CollectiveRights.Of(second.Id)}/nop-don");
        await officer.SubmitAsync(Form, ("Input.ApplicationNumber", number), ("Input.On", "2019-05-21"), ("Input.Why", "Phiếu nhận đơn"));

        Assert.Equal(422, officer.Status);
        Assert.Contains(first.Name, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_without_a_stage_takes_the_last_thing_that_happened_and_the_days_before_it_by_a_correction()
    {
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer);
        await StepAsync(officer, mark.Id, "cong-bo", "2026-05-20");
        Assert.Contains("Chưa tính được ngày", (await officer.FollowAsync()).Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/sua");
        await officer.SubmitAsync(Form, ("Input.Days[FileApplication]", "2026-05-21"), ("Input.Why", "Có tờ khai"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("không được sớm hơn ngày của bước", officer.Text, StringComparison.Ordinal);
        Assert.Equal("2026-05-21", officer.Page.QuerySelector("[name='Input.Days[FileApplication]']")!.GetAttribute("value"));
        await officer.SubmitAsync(Form, ("Input.Days[FileApplication]", "2026-02-20"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("Đến hết ngày 20/02/2027", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_recorded_before_its_paper_gets_the_paper_later_and_the_paper_is_in_use()
    {
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer);
        await StepAsync(officer, mark.Id, "cong-bo", "2026-05-20");
        var act = (await ReadAsync(mark.Id)).Acts[0].Id;
        var number = await house.PaperAsync("2026-05-20");
        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/van-ban/{act}");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Number", ""));
        Assert.Equal(422, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Number", number));

        Assert.Equal(302, officer.Status);
        var paper = (await ReadAsync(mark.Id)).Acts[0].PaperId!.Value;
        Assert.Contains(mark.Name, await house.App.InScopeAsync(services => services.GetServices<IPaperUse>().OfType<FilingPaperUse>().Single().OfAsync(paper, CancellationToken.None)));
        Assert.Equal(404, (await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/van-ban/{act}")).Status);
    }

    [Fact]
    public async Task Of_two_officers_on_one_filing_the_second_is_told_how_it_stands_and_keeps_what_was_typed()
    {
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var mark = await NewAsync(quick, preparing: true);
        await slow.OpenAsync($"{CollectiveRights.Of(mark.Id)}/nop-don");
        await StepAsync(quick, mark.Id, "nop-don", "2026-06-01");

        await slow.SubmitAsync(Form, ("Input.On", "2026-06-02"), ("Input.Why", "Phiếu nhận đơn số 2"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("nay là “Đã nộp đơn”", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Phiếu nhận đơn số 2", slow.Page.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Of_two_who_correct_one_mark_the_second_sees_both_versions_and_saves_over_at_the_next_press()
    {
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var mark = await NewAsync(quick);
        await quick.OpenAsync($"{CollectiveRights.Of(mark.Id)}/sua");
        await slow.OpenAsync($"{CollectiveRights.Of(mark.Id)}/sua");
        await quick.SubmitAsync(Form, ("Input.Goods", "Rau tươi"), ("Input.Why", "Theo tờ khai"));
        Assert.Equal(302, quick.Status);

        await slow.SubmitAsync(Form, ("Input.Goods", "Củ tươi"), ("Input.OtherMembers", "120"), ("Input.Why", "Theo tờ khai"));
        Assert.Equal(409, slow.Status);
        Assert.Contains("Rau tươi", slow.Text, StringComparison.Ordinal);
        await slow.SubmitAsync(Form);
        Assert.Equal(302, slow.Status);
        Assert.Equal(("Củ tươi", 120), ((await ReadAsync(mark.Id)).Goods, (await ReadAsync(mark.Id)).OtherMembers));
    }

    [Fact]
    public async Task Organisations_of_the_register_may_use_the_mark_and_stop_and_people_are_only_a_number()
    {
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer);
        var member = await house.HolderAsync();
        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/thanh-vien/moi");
        await officer.SubmitAsync(Form, ("Input.Owner", member.Code), ("Input.From", "2020-01-01"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains(member.Name, (await house.App.Visit().OpenAsync($"/nhan-hieu/{mark.Slug}")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/thanh-vien/moi");
        await officer.SubmitAsync(Form, ("Input.Owner", member.Code));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Owner", "Nguyễn Văn Không Có Trong Sổ"));
        Assert.Equal(422, officer.Status);

        await officer.OpenAsync(CollectiveRights.Of(mark.Id));
        await officer.OpenAsync(officer.Page.QuerySelector("main a[href$='/thoi']")!.GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Input.Until", "2026-06-30"), ("Input.Why", "Ra khỏi hợp tác xã"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.DoesNotContain(member.Name, (await house.App.Visit().OpenAsync($"/nhan-hieu/{mark.Slug}")).Text, StringComparison.Ordinal);
        Assert.Contains("thôi dùng sau ngày 30/06/2026", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_regulation_is_recorded_by_its_paper_and_first_day()
    {
        var officer = await house.OfficerAsync();
        var mark = await NewAsync(officer);
        var number = await house.PaperAsync("2020-01-01");
        await officer.OpenAsync($"{CollectiveRights.Of(mark.Id)}/quy-che");
        await officer.SubmitAsync(Form, ("Input.From", ""), ("Input.Number", number));
        Assert.Equal(422, officer.Status);

        await officer.SubmitAsync(Form, ("Input.From", "2020-02-01"));

        Assert.True(officer.Status == 302, officer.Text);
        var reader = await house.App.Visit().OpenAsync($"/nhan-hieu/{mark.Slug}");
        Assert.Contains("01/02/2020", reader.Text, StringComparison.Ordinal);
        Assert.Contains(number, reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_department_keeps_collective_marks_and_the_alliance_and_the_auditor_read()
    {
        var mark = await NewAsync(await house.OfficerAsync());
        foreach (var role in new[] { Role.AllianceOfficer, Role.AllianceLeader, Role.Auditor })
        {
            var reader = await house.App.SignedInAsync(role);
            Assert.Equal(200, (await reader.OpenAsync(CollectiveRights.Of(mark.Id))).Status);
            Assert.Null(reader.Page.QuerySelector("main a[href$='/sua']"));
            Assert.Equal(200, (await reader.OpenAsync(CollectiveRights.Terms)).Status);
            Assert.Equal(403, (await reader.OpenAsync($"{CollectiveRights.Of(mark.Id)}/sua")).Status);
            Assert.Equal(403, (await reader.OpenAsync($"{Marks}/moi")).Status);
        }

        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync(Marks)).Status);
    }

    [Fact]
    public async Task Point_15_a_stage_past_its_day_waits_for_the_officer_and_one_without_a_known_length_does_not()
    {
        var officer = await house.OfficerAsync();
        var (late, intime, unknown) = (await NewAsync(officer, preparing: true), await NewAsync(officer, preparing: true), await NewAsync(officer, preparing: true));
        await StepAsync(officer, late.Id, "nop-don", "2026-03-30");
        await StepAsync(officer, intime.Id, "nop-don", "2026-03-31");
        await StepAsync(officer, intime.Id, "hop-le", "2026-05-01");
        await StepAsync(officer, unknown.Id, "nop-don", "2026-04-01");
        var person = await house.App.PersonAsync(Role.DepartmentOfficer);
        var items = await house.App.InScopeAsync(async services =>
        {
            var rights = services.GetRequiredService<RightBook>().All.Where(right => right.Roles.Contains(Role.DepartmentOfficer)).Select(right => right.Code).ToHashSet(StringComparer.Ordinal);
            var signedIn = new SignedIn(person.Id, person.Name, person.OrganisationId!.Value, "Sở", new HashSet<Role> { Role.DepartmentOfficer }, rights, Guid.Empty);
            return await services.GetServices<IWorkSource>().OfType<FilingWork>().Single().OfAsync(signedIn, CancellationToken.None);
        });

        Assert.Equal(Day("2026-04-30"), items.Single(item => item.Url == CollectiveRights.Of(late.Id)).Due);
        Assert.DoesNotContain(items, item => item.Url == CollectiveRights.Of(intime.Id) || item.Url == CollectiveRights.Of(unknown.Id));
        Assert.Contains(late.Name, (await officer.OpenAsync($"{Marks}?han=qua-han")).Text, StringComparison.Ordinal);
        Assert.Contains(unknown.Name, (await officer.OpenAsync($"{Marks}?han=chua-ro-han")).Text, StringComparison.Ordinal);
    }

    private static async Task StepAsync(Visitor officer, Guid mark, string step, string on, params (string Name, string Value)[] more)
    {
        await officer.OpenAsync($"{CollectiveRights.Of(mark)}/{step}");
        Assert.True(officer.Status == 200, step);
        await officer.SubmitAsync(Form, [("Input.On", on), ("Input.Why", "Theo thông báo của Cục"), .. more]);
        Assert.True(officer.Status == 302, $"{step}: {officer.Text}");
    }

    private Task<CollectiveMark> ReadAsync(Guid id) => house.InDbAsync(db => db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().SingleAsync(m => m.Id == id));

    /// <summary>A mark of an owner that no other test uses, put on record through the page.</summary>
    private async Task<CollectiveMark> NewAsync(Visitor officer, string? name = null, bool preparing = false)
    {
        Organisation owner = await house.HolderAsync();
        await officer.OpenAsync($"{Marks}/moi");
        await officer.SubmitAsync(Form, [("Input.Name", name ?? $"RAU MẪU {Next()}"), ("Input.Owner", owner.Code), .. preparing ? [("Input.IsPreparing", "true")] : Array.Empty<(string, string)>()]);
        Assert.True(officer.Status == 302, officer.Text);
        return await ReadAsync(Guid.Parse(officer.Redirect!.OriginalString.Split('/')[^1]));
    }
}
