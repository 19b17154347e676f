using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Requests;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Whole records that were a mistake: they go out of the count with a reason, and a row that went by mistake comes back.</summary>
public sealed class TakenBackTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Memoranda = "/quan-tri/lien-minh/ban-ghi-nho";
    private const string Fees = "/quan-tri/lien-minh/hoi-phi";

    [Fact]
    public async Task A_memorandum_recorded_twice_leaves_the_list_the_figures_and_the_desk_and_can_come_back()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, party) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ ghi hai lần");
        await MemorandumOfficeTests.OweAsync(officer, memorandum, party.Name, "Nghĩa vụ của bản ghi hai lần", "2026-05-31");
        var own = FigureRequest.Everything with { OrganisationId = party.Id };
        Assert.Equal((1, 1), (await AskAsync("alliance.memoranda-signed"), await AskAsync("alliance.obligations-overdue")));
        await officer.OpenAsync($"{memorandum}/ghi-nham");
        await officer.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, officer.Status);

        await StepAsync(officer, memorandum, "ghi-nham", "Đã ghi ở bản khác");

        Assert.Equal((0, 0), (await AskAsync("alliance.memoranda-signed"), await AskAsync("alliance.obligations-overdue")));
        Assert.DoesNotContain("Bản ghi nhớ ghi hai lần", (await officer.OpenAsync(Memoranda)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nghĩa vụ của bản ghi hai lần", (await officer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        Assert.Contains("Bản ghi nhớ ghi hai lần", (await officer.OpenAsync($"{Memoranda}?tinh-trang=ghi-nham")).Text, StringComparison.Ordinal);
        Assert.Contains("Đã ghi ở bản khác", (await officer.OpenAsync(memorandum)).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{memorandum}/nghia-vu/moi");
        var option = officer.Page.QuerySelectorAll("#Input_Owner option")[^1].GetAttribute("value")!;
        await officer.SubmitAsync(Form, ("Input.What", "Thêm"), ("Input.Owner", option));
        Assert.Equal(409, officer.Status);

        await StepAsync(officer, memorandum, "mo-lai", "Là hai bản khác nhau");
        Assert.Equal((1, 1), (await AskAsync("alliance.memoranda-signed"), await AskAsync("alliance.obligations-overdue")));

        async Task<long> AskAsync(string figure) => (await house.App.AskAsync(figure, own)).Value!.Value;
    }

    [Fact]
    public async Task The_states_of_memoranda_are_counted_among_those_with_the_words_that_are_looked_for()
    {
        var officer = await house.OfficerAsync();
        await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ kqwz một");
        var (broken, _) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ kqwz hai");
        await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ không có từ ấy");
        await StepAsync(officer, broken, "vi-pham", "Không giao hàng");

        await officer.OpenAsync($"{Memoranda}?q=kqwz");

        Assert.Equal(2, officer.Page.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(("Đã ký (1)", "Một bên không thực hiện (1)", "Đã kết thúc (0)"), (OptionOf("da-ky"), OptionOf("vi-pham"), OptionOf("ket-thuc")));

        string OptionOf(string word) => officer.Page.QuerySelector($"option[value={word}]")!.TextContent;
    }

    [Fact]
    public async Task A_memorandum_of_which_only_the_month_is_known_can_be_edited_without_a_day()
    {
        var officer = await house.OfficerAsync();
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var month = RecordTime.Month(2020, 7);
        var id = Guid.CreateVersion7();
        await house.InDbAsync(async db =>
        {
            db.Add(new Memorandum(id, $"bgn-{id:N}", one.Id, other.Id, new MemorandumFacts("Bản ghi nhớ chỉ biết tháng", month, null, null, null, null), MemorandumStatus.Signed, By, house.App.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        await officer.OpenAsync($"{Memoranda}/bgn-{id:N}/sua");
        Assert.Contains("07/2020", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.Field", "Chợ"));

        Assert.True(officer.Status == 302, officer.Text);
        var (signed, field) = await house.InDbAsync(async db => (await db.Set<Memorandum>().Where(m => m.Id == id).Select(m => m.SignedOn).SingleAsync(), await db.Set<Memorandum>().Where(m => m.Id == id).Select(m => m.Field).SingleAsync()));
        Assert.Equal((month, "Chợ"), (signed, field));

        // Once a day is on record it does not become less exact.
        await officer.OpenAsync($"{Memoranda}/bgn-{id:N}/sua");
        await officer.SubmitAsync(Form, ("Input.SignedOn", "2020-07-09"));
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync($"{Memoranda}/bgn-{id:N}/sua");
        await officer.SubmitAsync(Form, ("Input.SignedOn", ""));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập ngày ký", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_entered_for_a_wrong_year_goes_with_a_reason_while_nobody_paid_by_it()
    {
        var officer = await house.OfficerAsync();
        var member = await house.OrganisationAsync();
        await house.AdmitAsync(member, "2012-01-10");
        await ScheduleAsync(2013);
        await officer.OpenAsync($"{Fees}/phieu-thu/moi?to-chuc={member.Code}&nam=2014");
        await officer.SubmitAsync(Form, ("Input.Amount", "100000"), ("Input.PaidOn", "2026-06-01"), ("Input.Payer", "Người nộp"), ("Input.Method", "Transfer"));
        Assert.True(officer.Status == 302, officer.Text);
        var receipt = officer.Redirect!.OriginalString;

        await officer.OpenAsync($"{Fees}/bieu/2013/rut");
        await officer.SubmitAsync(Form, ("Input.Why", "Nhầm năm"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("Đã có 1 phiếu thu cho các năm tính theo biểu này", officer.Text, StringComparison.Ordinal);

        await StepAsync(officer, receipt, "huy", "Thu nhầm");
        await officer.OpenAsync($"{Fees}/bieu/2013/rut");
        await officer.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Why", "Nhầm năm 2013 với 2031"));

        Assert.Equal(302, officer.Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Fees}/bieu/2013/rut")).Status);
        Assert.Equal("Nhầm năm 2013 với 2031", await house.InDbAsync(db => db.Set<JournalEntry>().Where(e => e.Kind == FeeScheduleConfiguration.Table && e.Action == "Delete").OrderByDescending(e => e.Id).Select(e => e.Why).FirstAsync()));
        await ScheduleAsync(2013);

        async Task ScheduleAsync(int year)
        {
            await officer.OpenAsync($"{Fees}/bieu/moi");
            await officer.SubmitAsync(Form, ("Input.FirstYear", $"{year}"), ("Input.Source", "Nghị quyết 01/NQ-LMHTX"), ("Input.Amounts[0]", "1000000"));
            Assert.True(officer.Status == 302, officer.Text);
        }
    }

    [Fact]
    public async Task A_row_taken_off_a_list_by_mistake_stands_on_it_again_from_the_day_of_signing()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2025-05-01");
        var row = await house.InDbAsync(db => db.Set<Admission>().Where(a => a.OrganisationId == organisation.Id).Select(a => a.Id).SingleAsync());
        var address = $"{decision}/dong/{row}";
        var (leader, slow) = (await house.LeaderAsync(), await house.LeaderAsync());
        Assert.Equal(404, (await leader.OpenAsync($"{address}/dua-lai")).Status);
        await leader.OpenAsync(address);
        await leader.SubmitAsync(Form, ("Input.Source", "QĐ 99"), ("Input.Why", "Nhầm"));
        Assert.Equal(302, leader.Status);
        Assert.Empty((await HistoryAsync(organisation.Id)).Terms);
        await slow.OpenAsync($"{address}/dua-lai");
        await leader.OpenAsync(decision);
        await leader.OpenAsync(leader.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(url => url.EndsWith("/dua-lai", StringComparison.Ordinal)));
        await leader.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, leader.Status);

        await leader.SubmitAsync(Form, ("Input.Why", "Đính chính nhầm dòng"));

        Assert.True(leader.Status == 302, leader.Text);
        Assert.Equal(new DateOnly(2025, 5, 1), (await HistoryAsync(organisation.Id)).Terms.Single().Earliest);
        Assert.Equal(RequestStatus.Decided, await house.InDbAsync(db => db.Set<MembershipRequest>().Where(r => r.OrganisationId == organisation.Id).Select(r => r.Status).SingleAsync()));
        await leader.OpenAsync(decision);
        Assert.Contains("Đưa một dòng trở lại danh sách", leader.Text, StringComparison.Ordinal);
        Assert.Contains($"{organisation.Name}: Đính chính nhầm dòng", leader.Text, StringComparison.Ordinal);
        Assert.Contains("Được đưa trở lại danh sách kết nạp", (await leader.OpenAsync($"{Members}/{organisation.Code}")).Text, StringComparison.Ordinal);
        await slow.SubmitAsync(Form, ("Input.Why", "Chậm tay"));
        Assert.Equal(409, slow.Status);
        Assert.Equal(403, (await (await house.OfficerAsync()).OpenAsync($"{address}/dua-lai")).Status);
    }

    [Fact]
    public async Task A_row_whose_request_stands_on_another_list_by_now_is_not_put_back_beside_it()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation);
        await StepAsync(officer, request, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, request);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync("2025-06-01"));
        var row = await house.InDbAsync(db => db.Set<Admission>().Where(a => a.OrganisationId == organisation.Id).Select(a => a.Id).SingleAsync());
        await leader.OpenAsync($"{decision}/dong/{row}");
        await leader.SubmitAsync(Form, ("Input.Source", "QĐ 98"), ("Input.Why", "Nhầm"));
        await ListAsync(officer, Admissions, request);

        await leader.OpenAsync($"{decision}/dong/{row}/dua-lai");
        await leader.SubmitAsync(Form, ("Input.Why", "Đính chính nhầm dòng"));

        Assert.Equal(409, leader.Status);
        Assert.Contains("đang ở trong một danh sách khác", leader.Text, StringComparison.Ordinal);
        Assert.Empty((await HistoryAsync(organisation.Id)).Terms);
    }

    [Fact]
    public async Task Point_22_an_award_taken_off_by_mistake_is_given_again()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var nomination = await AwardOfficeTests.NominateAsync(officer, organisation.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "");
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");
        var decision = await ListAsync(officer, "/quan-tri/lien-minh/khen-thuong", nomination);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync("2026-05-11"));
        var row = await house.InDbAsync(db => db.Set<Award>().Where(a => a.OrganisationId == organisation.Id).Select(a => a.Id).SingleAsync());
        await leader.OpenAsync($"{decision}/dong/{row}");
        await leader.SubmitAsync(Form, ("Input.Source", "QĐ 97"), ("Input.Why", "Nhầm"));
        Assert.Contains("Hội đồng đồng ý", (await officer.OpenAsync(nomination)).Text, StringComparison.Ordinal);

        await StepAsync(leader, $"{decision}/dong/{row}", "dua-lai", "Đính chính nhầm dòng");

        Assert.Contains("Đã được khen", (await officer.OpenAsync(nomination)).Text, StringComparison.Ordinal);
        Assert.False(await house.InDbAsync(db => db.Set<Award>().Where(a => a.Id == row).Select(a => a.OffAt != null).SingleAsync()));
    }

    private Task<MembershipHistory> HistoryAsync(Guid organisation) =>
        house.App.InScopeAsync(services => services.GetRequiredService<MemberBook>().HistoryAsync(organisation, CancellationToken.None));
}
