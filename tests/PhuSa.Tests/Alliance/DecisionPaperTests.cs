using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Register;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Which paper a list stands on, and what is left when its number is void.</summary>
public sealed class DecisionPaperTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Awards = "/quan-tri/lien-minh/khen-thuong";

    [Fact]
    public async Task A_decision_of_another_body_admits_nobody_but_may_award()
    {
        var organisation = await house.OrganisationAsync();
        var number = await house.PaperAsync("2026-06-01", number: "77/QĐ-UBND", issuer: "so-khcn");
        var decision = await PreparedAsync(organisation);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, number);

        Assert.Equal(422, leader.Status);
        Assert.Contains("không do Liên minh ban hành", leader.Text, StringComparison.Ordinal);
        Assert.Null((await HistoryAsync(organisation.Id)).Last);
        await SignAsync(leader, await AwardListAsync(organisation), number);
        Assert.True(leader.Status == 302, leader.Text);
    }

    [Fact]
    public async Task One_paper_serves_one_list_of_either_kind_and_is_free_again_when_that_one_is_void()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var number = await house.PaperAsync("2026-06-02");
        var (first, second) = (await PreparedAsync(one), await PreparedAsync(other));
        var leader = await house.LeaderAsync();
        await SignAsync(leader, first, number);
        Assert.Equal(302, leader.Status);

        foreach (var decision in new[] { second, await AwardListAsync(other) })
        {
            await SignAsync(leader, decision, number);
            Assert.Equal(422, leader.Status);
            Assert.Contains($"{number} đã dùng cho danh sách “Đợt thử”", leader.Text, StringComparison.Ordinal);
        }

        await house.VoidAsync(first);
        await SignAsync(leader, second, number);
        Assert.Equal(302, leader.Status);
    }

    [Fact]
    public async Task The_number_of_a_paper_is_not_voided_under_a_list_in_force_and_is_once_the_list_is_void()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2026-05-03");
        var paper = await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<AdmissionDecision>().Where(d => d.Id == IdOf(decision)).Select(d => d.PaperId!.Value).SingleAsync());
        var leader = await house.LeaderAsync();

        await leader.OpenAsync($"/quan-tri/van-ban/{paper}/huy-so");
        await leader.SubmitAsync(Form, ("Input.Why", "Ghi trùng số"));
        Assert.Equal(409, leader.Status);
        Assert.Contains("Danh sách “Đợt thử” đang có hiệu lực theo văn bản này.", leader.Text, StringComparison.Ordinal);
        Assert.True((await HistoryAsync(organisation.Id)).On(new DateOnly(2026, 5, 4)).IsMember);

        await house.VoidAsync(decision);
        await leader.OpenAsync($"/quan-tri/van-ban/{paper}/huy-so");
        await leader.SubmitAsync(Form, ("Input.Why", "Ghi trùng số"));
        Assert.Equal(302, leader.Status);
    }

    [Fact]
    public async Task The_day_of_a_signing_is_not_moved_under_a_list_in_force_and_is_once_the_list_is_void()
    {
        var leader = await house.LeaderAsync();
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation);
        await StepAsync(officer, request, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, request);
        var (paper, number) = await SignedPaperAsync(leader, "2026-06-07");
        await SignAsync(leader, decision, number);
        Assert.True(leader.Status == 302, leader.Text);

        await leader.OpenAsync($"{paper}/sua-ghi-ky");
        await leader.SubmitAsync(Form, ("Input.Day", "2026-06-06"), ("Input.Why", "Ghi nhầm ngày"));
        Assert.Equal(409, leader.Status);
        Assert.Contains("“Đợt thử” đang có hiệu lực theo ngày ký của văn bản này.", leader.Text, StringComparison.Ordinal);
        await leader.OpenAsync($"{paper}/sua-ghi-ky");
        await leader.SubmitAsync(Form, ("Input.Name", "Nguyễn Thị Đúng"), ("Input.Why", "Ghi nhầm người ký"));
        Assert.True(leader.Status == 302, leader.Text);

        await house.VoidAsync(decision);
        await leader.OpenAsync($"{paper}/sua-ghi-ky");
        await leader.SubmitAsync(Form, ("Input.Day", "2026-06-06"), ("Input.Why", "Ghi nhầm ngày"));
        Assert.True(leader.Status == 302, leader.Text);
        await SignAsync(leader, await ListAsync(officer, Admissions, request), number);
        Assert.True(leader.Status == 302, leader.Text);
        Assert.Equal(new DateOnly(2026, 6, 6), (await HistoryAsync(organisation.Id)).Terms.Single().Earliest);
    }

    [Fact]
    public async Task A_number_voided_at_the_moment_a_list_is_signed_by_it_leaves_no_list_in_force_without_its_paper()
    {
        var (leader, voider) = (await house.LeaderAsync(), await house.LeaderAsync());
        for (var round = 0; round < 6; round++)
        {
            var decision = await PreparedAsync(await house.OrganisationAsync());
            var number = await house.PaperAsync("2026-06-08");
            var paper = await house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync());
            await leader.OpenAsync($"{decision}/ky");
            await voider.OpenAsync($"/quan-tri/van-ban/{paper}/huy-so");

            await Task.WhenAll(Task.Run(() => leader.SubmitAsync(Form, ("Input.Number", number))), Task.Run(() => voider.SubmitAsync(Form, ("Input.Why", "Ghi trùng số"))));

            Assert.True(leader.Status == 302 ^ voider.Status == 302, $"{leader.Status} {voider.Status} {leader.Text} {voider.Text}");
            var inForce = await house.InDbAsync(db => db.Set<AdmissionDecision>().AnyAsync(d => d.PaperId == paper));
            Assert.Equal(voider.Status != 302, inForce);
        }
    }

    [Fact]
    public async Task Of_two_decisions_with_one_number_the_leader_picks_the_one_that_is_meant()
    {
        var organisation = await house.OrganisationAsync();
        await house.PaperAsync("2025-03-04", number: "12/QĐ-LMHTX");
        await house.PaperAsync("2026-03-04", number: "12/QĐ-LMHTX");
        var decision = await PreparedAsync(organisation);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, "12/QĐ-LMHTX");

        Assert.Equal(422, leader.Status);
        Assert.Contains("Có 2 quyết định mang số này", leader.Text, StringComparison.Ordinal);
        var labels = leader.Page.QuerySelectorAll("main label.form-check-label");
        Assert.Equal(2, labels.Length);
        Assert.All(labels, label => Assert.Contains("Quyết định của Liên minh", label.TextContent, StringComparison.Ordinal));
        var earlier = labels.Single(label => label.TextContent.Contains("04/03/2025", StringComparison.Ordinal)).GetAttribute("for");
        await leader.SubmitAsync(Form, ("Input.Paper", leader.Page.GetElementById(earlier!)!.GetAttribute("value")!));

        Assert.True(leader.Status == 302, leader.Text);
        Assert.Equal(new DateOnly(2025, 3, 4), (await HistoryAsync(organisation.Id)).Terms.Single().Earliest);
    }

    [Fact]
    public async Task The_second_leader_is_told_how_the_decision_stands_and_a_day_too_early_names_the_organisation()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await PreparedAsync(organisation, "New");
        var (first, second) = (await house.LeaderAsync(), await house.LeaderAsync());
        await second.OpenAsync($"{decision}/ky");
        await SignAsync(first, decision, await house.PaperAsync("2026-05-01"));
        Assert.Equal(302, first.Status);
        await second.SubmitAsync(Form, ("Input.Number", await house.PaperAsync("2026-05-02")));
        Assert.Equal(409, second.Status);
        Assert.Contains("nay là “Đã ký”", second.Text, StringComparison.Ordinal);

        await SignAsync(first, await PreparedAsync(organisation), await house.PaperAsync("2025-01-01"));
        Assert.Equal(409, first.Status);
        Assert.Contains($"Ngày 01/01/2025 sớm hơn việc đã ghi gần nhất của {organisation.Name} (01/05/2026).", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voided_decision_leaves_a_request_closed_where_the_organisation_has_asked_anew()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var old = await RequestAsync(officer, organisation, "New");
        await StepAsync(officer, old, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, old);
        await SignAsync(await house.LeaderAsync(), decision, await house.PaperAsync("2026-05-01"));
        var anew = await RequestAsync(officer, organisation, "Official");

        await house.VoidAsync(decision);

        Assert.Contains("không mở lại vì tổ chức đã có đề nghị khác", (await officer.OpenAsync(old)).Text, StringComparison.Ordinal);
        await StepAsync(officer, anew, "tham-dinh");
    }

    [Fact]
    public async Task Search_finds_a_decision_until_its_number_is_void()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2026-05-01");
        Assert.Contains(organisation.Name, Assert.Single(await DocumentsAsync(IdOf(decision))).Body, StringComparison.Ordinal);

        await house.VoidAsync(decision);

        Assert.Empty(await DocumentsAsync(IdOf(decision)));
    }

    [Fact]
    public async Task Readers_see_the_terms_that_lists_began_and_of_the_end_only_that_it_was_a_member()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2024-01-10", "New");
        await house.AdmitAsync(organisation, "2025-01-10", "Official");
        var part = await PartAsync(organisation.Id);
        Assert.Equal("Thành viên Liên minh", part.Title);
        Assert.Equal([("thành viên chính thức", "Là thành viên"), ("thành viên mới", "Đã chuyển sang loại khác")], part.Rows.Select(row => (row.Title, row.Status!)));
        Assert.Contains("đến hết 09/01/2025", part.Rows[1].Detail!, StringComparison.Ordinal);

        Assert.Equal(302, (await house.ActAsync(organisation, "Exclude", "2026-01-01", "Vi phạm Điều lệ")).Status);

        part = await PartAsync(organisation.Id);
        Assert.Equal("Từng là thành viên Liên minh", part.Title);
        Assert.Equal("Từng là thành viên", part.Rows[0].Status);
        Assert.Equal("Có hiệu lực từ: 10/01/2025", part.Rows[0].Detail);
    }

    [Fact]
    public async Task To_readers_a_suspended_member_is_a_member_like_another()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2024-01-10");
        Assert.Equal(302, (await house.ActAsync(organisation, "Suspend", "2026-01-01", "Chậm nộp hội phí")).Status);

        var part = await PartAsync(organisation.Id);

        Assert.Equal(("Thành viên Liên minh", "Là thành viên"), (part.Title, Assert.Single(part.Rows).Status));
    }

    [Fact]
    public async Task How_many_are_in_a_class_opens_a_list_of_as_many()
    {
        var (one, suspended, left) = (await EnterpriseAsync(), await EnterpriseAsync(), await EnterpriseAsync());
        foreach (var organisation in new[] { one, suspended, left })
        {
            await house.AdmitAsync(organisation, "2025-05-01", "Associate");
        }

        Assert.Equal(302, (await house.ActAsync(suspended, "Suspend", "2026-01-01")).Status);
        Assert.Equal(302, (await house.ActAsync(left, "Withdraw", "2026-01-01")).Status);
        var officer = await (await house.OfficerAsync()).OpenAsync("/quan-tri/lien-minh/loai-thanh-vien");
        var link = officer.Page.QuerySelectorAll("td[data-th='Đang có'] a").Single(a => a.GetAttribute("href")!.Contains("loai=Associate", StringComparison.Ordinal));
        Assert.Equal("2", link.TextContent);

        await officer.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal(new[] { one.Name, suspended.Name }.Order(StringComparer.Ordinal), officer.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).Order(StringComparer.Ordinal));
        Assert.Equal("Đang là thành viên, kể cả đang tạm dừng (2)", officer.Page.QuerySelector("option[value=dang-la][selected]")!.TextContent);
    }

    /// <summary>A decision written, numbered and signed in a book of the Alliance.</summary>
    private static async Task<(string Address, string Number)> SignedPaperAsync(Visitor leader, string day)
    {
        await PhuSa.Tests.Papers.PaperHouse.OpenBookAsync(leader, "Quyết định có sửa ghi ký", "LMHTX-SGK", "Decision");
        var book = leader.Page.QuerySelectorAll("tbody tr").First(tr => tr.TextContent.Contains("Quyết định có sửa ghi ký", StringComparison.Ordinal)).QuerySelector("a[href$='/sua']")!.GetAttribute("href")!.Split('/')[^2];
        await leader.OpenAsync("/quan-tri/van-ban/moi");
        await leader.SubmitAsync(Form, ("Input.BookId", book), ("Input.Kind", "Decision"), ("Input.Title", "Về việc kết nạp thành viên"), ("Input.UnitSymbol", ""));
        Assert.True(leader.Status == 302, leader.Text);
        var paper = leader.Redirect!.OriginalString;
        await leader.OpenAsync($"{paper}/lay-so");
        await leader.SubmitAsync(Form);
        await leader.OpenAsync($"{paper}/ky");
        await leader.SubmitAsync(Form, ("Input.Day", day), ("Input.Authority", "Head"), ("Input.Position", "Chủ tịch"), ("Input.Name", "Nguyễn Văn Nhầm"));
        Assert.True(leader.Status == 302, leader.Text);
        return (paper, "01/QĐ-LMHTX-SGK");
    }

    private Task<PhuSa.Organisations.Organisations.Organisation> EnterpriseAsync() => house.OrganisationAsync(PhuSa.Organisations.Contracts.OrganisationKind.Enterprise);

    private async Task<string> PreparedAsync(PhuSa.Organisations.Organisations.Organisation organisation, string memberClass = "Official")
    {
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation, memberClass);
        await StepAsync(officer, request, "tham-dinh");
        return await ListAsync(officer, Admissions, request);
    }

    private async Task<string> AwardListAsync(PhuSa.Organisations.Organisations.Organisation organisation)
    {
        var officer = await house.OfficerAsync();
        var nomination = await AwardOfficeTests.NominateAsync(officer, organisation.Code, "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Collective", "");
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");
        return await ListAsync(officer, Awards, nomination);
    }

    private Task<MembershipHistory> HistoryAsync(Guid organisationId) =>
        house.App.InScopeAsync(services => services.GetRequiredService<MemberBook>().HistoryAsync(organisationId, CancellationToken.None));

    private Task<IReadOnlyList<SearchDocument>> DocumentsAsync(Guid decision) =>
        house.App.InScopeAsync(services => services.GetServices<ISearchSource>().OfType<AdmissionSearch>().Single().ReadAsync([decision], CancellationToken.None));

    private async Task<OrganisationPart> PartAsync(Guid organisation) =>
        (await house.App.InScopeAsync(services => services.GetServices<IOrganisationParts>().OfType<MembershipsOfOrganisation>().Single().OfAsync(organisation, CancellationToken.None)))!;
}
