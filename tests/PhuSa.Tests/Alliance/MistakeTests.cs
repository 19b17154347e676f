using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>What was recorded by mistake is undone with a reason, and the mistaken step stays visible.</summary>
public sealed class MistakeTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    [Theory]
    [InlineData("Suspend", "Tạm dừng tư cách thành viên")]
    [InlineData("Withdraw", "Cho ra khỏi Liên minh theo đơn")]
    [InlineData("Exclude", "Khai trừ")]
    public async Task An_act_on_a_membership_is_revoked_with_a_reason_counts_no_more_and_stays_visible(string action, string word)
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2025-01-10");
        Assert.Equal(302, (await house.ActAsync(organisation, action, "2026-01-01")).Status);
        var (leader, slow) = (await house.LeaderAsync(), await house.LeaderAsync());
        await leader.OpenAsync($"{Members}/{organisation.Code}");
        var address = leader.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(url => url.Contains("/ghi-nham/", StringComparison.Ordinal));
        await slow.OpenAsync(address);
        await leader.OpenAsync(address);
        await leader.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, leader.Status);

        await leader.SubmitAsync(Form, ("Input.Why", "Nhầm tổ chức"));

        Assert.Equal(302, leader.Status);
        await leader.FollowAsync();
        Assert.Contains("Nhầm tổ chức", leader.Text, StringComparison.Ordinal);
        Assert.Contains("đã huỷ vì ghi nhầm", leader.Text, StringComparison.Ordinal);
        Assert.Contains(word, leader.Page.QuerySelector(".ps-timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(MembershipState.Member, (await HistoryAsync(organisation.Id)).On(new(2026, 7, 1)).State);
        await slow.SubmitAsync(Form, ("Input.Why", "Chậm tay"));
        Assert.Equal(409, slow.Status);
        Assert.Equal(404, (await leader.OpenAsync(address)).Status);
        Assert.Equal(302, (await house.ActAsync(organisation, action, "2026-02-01")).Status);
    }

    [Fact]
    public async Task Only_a_leader_revokes_an_act_and_only_of_the_member_of_the_address()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        await house.AdmitAsync(one, "2025-01-10");
        await house.AdmitAsync(other, "2025-01-10");
        await house.ActAsync(one, "Suspend", "2026-01-01");
        var id = await house.InDbAsync(async db => (await db.Set<Membership>().AsSplitQuery().SingleAsync(m => m.Id == one.Id)).Acts.Single().Id);

        var officer = await house.OfficerAsync();
        Assert.Equal(403, (await officer.OpenAsync($"{Members}/{one.Code}/ghi-nham/{id}")).Status);
        Assert.DoesNotContain("/ghi-nham/", (await officer.OpenAsync($"{Members}/{one.Code}")).Page.DocumentElement.InnerHtml, StringComparison.Ordinal);
        var leader = await house.LeaderAsync();
        Assert.Equal(404, (await leader.OpenAsync($"{Members}/{other.Code}/ghi-nham/{id}")).Status);
        Assert.Equal(404, (await leader.OpenAsync($"{Members}/{one.Code}/ghi-nham/{Guid.Empty}")).Status);
    }

    [Theory]
    [InlineData("ket-thuc")]
    [InlineData("vi-pham")]
    public async Task A_memorandum_that_ended_or_failed_by_mistake_is_in_force_again_and_the_mistake_stays_visible(string step)
    {
        var officer = await house.OfficerAsync();
        var (memorandum, _) = await MemorandumOfficeTests.SignedAsync(house, officer, $"Bản ghi nhớ ghi nhầm {step}");
        Assert.Equal(404, (await officer.OpenAsync($"{memorandum}/mo-lai")).Status);
        await StepAsync(officer, memorandum, step, "Bấm nhầm bản khác");

        await StepAsync(officer, memorandum, "mo-lai", "Bản này vẫn còn hiệu lực");

        await officer.OpenAsync(memorandum);
        Assert.Contains("Bấm nhầm bản khác", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Bản này vẫn còn hiệu lực", officer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await officer.OpenAsync($"{memorandum}/{step}")).Status);
    }

    [Fact]
    public async Task A_day_of_announcement_recorded_by_mistake_is_taken_back_and_the_right_one_recorded()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2026-01-10");
        var leader = await house.LeaderAsync();
        await AnnounceAsync("2026-02-20");

        await StepAsync(leader, decision, "bo-ngay-cong-bo", "Ghi nhầm ngày hội nghị");
        await AnnounceAsync("2026-02-12");

        await leader.OpenAsync(decision);
        Assert.Contains("12/02/2026", leader.Text, StringComparison.Ordinal);
        Assert.Contains("Ghi nhầm ngày hội nghị", leader.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 1, 10), (await HistoryAsync(organisation.Id)).Terms.Single().From.From);

        async Task AnnounceAsync(string day)
        {
            await leader.OpenAsync($"{decision}/cong-bo");
            await leader.SubmitAsync(Form, ("Input.On", day));
            Assert.Equal(302, leader.Status);
        }
    }

    [Fact]
    public async Task A_table_takes_back_no_step_of_the_office()
    {
        await using var own = await App.StartAsync();
        using var behind = SampleFolder.Empty()
            .Write("admission-decisions", "code,paper,signed_on,announced_on,list_known,status,programme,source\nqd-ket-nap-2020,qd-ket-nap-2020,,,không,signed,,\n");

        var error = Assert.Single((await own.ImportAsync(behind.Path)).Errors);

        Assert.Contains("Không chuyển được từ “Đã công bố” sang “Đã ký”", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_paper_is_one_decision_in_the_database_and_free_again_when_that_one_is_void()
    {
        var paper = await house.InDbAsync(async db =>
        {
            var number = await house.PaperAsync("2026-03-01");
            return await db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
        });
        await AddAsync("mot", DecisionStatus.Signed);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => AddAsync("hai", DecisionStatus.Announced));

        await house.InDbAsync(async db =>
        {
            (await db.Set<AdmissionDecision>().AsSplitQuery().SingleAsync(d => d.PaperId == paper)).Void(By, house.App.Clock.GetUtcNow().UtcDateTime, "Ghi trùng");
            return await db.SaveChangesAsync();
        });
        await AddAsync("ba", DecisionStatus.Signed);

        Task<int> AddAsync(string code, DecisionStatus status) => house.InDbAsync(db =>
        {
            db.Add(new AdmissionDecision(Guid.CreateVersion7(), $"mot-van-ban-{code}", new DecisionFacts(paper, RecordTime.Day(new(2026, 3, 1)), RecordTime.Unknown, ListKnown: true, null, null), status, By, house.App.Clock.GetUtcNow().UtcDateTime));
            return db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_table_that_makes_two_decisions_of_one_paper_is_refused_at_its_row()
    {
        await using var own = await App.StartAsync();
        using var twice = SampleFolder.Empty()
            .Write("admission-decisions", "code,paper,signed_on,announced_on,list_known,status,programme,source\nqd-khac,qd-ket-nap-2020,,2020-07-09,không,announced,,\n");

        var error = Assert.Single((await own.ImportAsync(twice.Path)).Errors);

        Assert.Equal((2, "paper"), (error.Line, error.Column));
        Assert.Contains("“qd-ket-nap-2020”", error.Problem, StringComparison.Ordinal);
    }

    private Task<MembershipHistory> HistoryAsync(Guid organisationId) =>
        house.App.InScopeAsync(services => services.GetRequiredService<MemberBook>().HistoryAsync(organisationId, CancellationToken.None));
}
