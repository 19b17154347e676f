using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Contracts;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Figures;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>One wrong row comes off a signed list by a correcting paper; the decision and its other rows stand. One paper is one decision of either kind.</summary>
public sealed class CorrectedListTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Awards = "/quan-tri/lien-minh/khen-thuong";

    [Fact]
    public async Task One_row_comes_off_a_list_of_admissions_with_reason_and_paper_and_the_others_stay_members()
    {
        var (right, wrong) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var (decision, requests) = await AdmittedAsync(right, wrong);
        var row = await RowAsync(decision, wrong);
        var leader = await house.LeaderAsync();
        await leader.OpenAsync(decision);
        await leader.OpenAsync(leader.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(url => url.EndsWith(row.ToString(), StringComparison.Ordinal)));
        await leader.SubmitAsync(Form, ("Input.Source", " "), ("Input.Why", ""));
        Assert.Equal(422, leader.Status);
        Assert.Contains("Nhập số, ngày của văn bản đính chính", leader.Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await CountAsync(right), await CountAsync(wrong)));

        await leader.SubmitAsync(Form, ("Input.Source", "Quyết định 99/QĐ-LMHTX ngày 01/06/2026"), ("Input.Why", "Nhầm với đơn vị cùng tên"));

        Assert.True(leader.Status == 302, leader.Text);
        await leader.FollowAsync();
        Assert.Contains("Danh sách (1)", leader.Text, StringComparison.Ordinal);
        foreach (var told in new[] { wrong.Name, "Đã đưa ra khỏi danh sách", "Quyết định 99/QĐ-LMHTX ngày 01/06/2026", "Nhầm với đơn vị cùng tên" })
        {
            Assert.Contains(told, leader.Text, StringComparison.Ordinal);
        }

        Assert.Equal(MembershipState.Member, (await HistoryAsync(right)).On(new(2026, 7, 1)).State);
        Assert.Empty((await HistoryAsync(wrong)).Terms);
        Assert.Equal((1, 0), (await CountAsync(right), await CountAsync(wrong)));
        Assert.Equal((RequestStatus.Decided, RequestStatus.Appraised), (await StatusAsync(requests[0]), await StatusAsync(requests[1])));
        Assert.Contains("Được đưa ra khỏi danh sách kết nạp", (await leader.OpenAsync($"{Members}/{wrong.Code}")).Text, StringComparison.Ordinal);
        var reader = (await house.App.Visit("lienminh.localhost").OpenAsync("/ket-nap")).Text;
        Assert.Contains(right.Name, reader, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong.Name, reader, StringComparison.Ordinal);
        Assert.Null(await house.App.InScopeAsync(services => services.GetServices<PhuSa.Papers.Contracts.IPaperTemplate>().Single(t => t.Code == CertificateTemplate.TheCode).OfAsync(wrong.Id, CancellationToken.None)));

        // What was asked can still be decided, rightly this time.
        var again = await ListAsync(await house.OfficerAsync(), Admissions, requests[1]);
        await SignAsync(leader, again, await house.PaperAsync("2026-06-20"));
        Assert.True(leader.Status == 302, leader.Text);
        Assert.Equal(new DateOnly(2026, 6, 20), (await HistoryAsync(wrong)).Terms.Single().From.From);
    }

    [Fact]
    public async Task A_row_comes_off_once_and_whoever_comes_second_is_told_by_whom()
    {
        var (right, wrong) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var (decision, _) = await AdmittedAsync(right, wrong);
        var address = $"{decision}/dong/{await RowAsync(decision, wrong)}";
        var (leader, slow, voider) = (await house.LeaderAsync(), await house.LeaderAsync(), await house.LeaderAsync());
        await slow.OpenAsync(address);
        await voider.OpenAsync($"{decision}/huy-so");
        await leader.OpenAsync(address);
        await leader.SubmitAsync(Form, ("Input.Source", "QĐ 1"), ("Input.Why", "Nhầm"));
        Assert.Equal(302, leader.Status);

        await slow.SubmitAsync(Form, ("Input.Source", "QĐ 2"), ("Input.Why", "Chậm tay"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("Đã đưa ra khỏi danh sách", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Chậm tay", slow.Page.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
        await voider.SubmitAsync(Form, ("Input.Why", "Huỷ cả"));
        Assert.Equal(409, voider.Status);
        Assert.Equal(404, (await leader.OpenAsync(address)).Status);
        Assert.Equal(404, (await leader.OpenAsync($"{decision}/dong/{Guid.Empty}")).Status);
        Assert.Equal(403, (await (await house.OfficerAsync()).OpenAsync(address)).Status);

        // A decision of which a row came off can still be void as a whole.
        await voider.SubmitAsync(Form, ("Input.Why", "Huỷ cả"));
        Assert.Equal(302, voider.Status);
        Assert.Empty((await HistoryAsync(right)).Terms);
    }

    [Fact]
    public async Task Point_22_an_award_comes_off_its_list_and_counts_no_more_and_its_nomination_is_open_again()
    {
        var (right, wrong) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var officer = await house.OfficerAsync();
        var nominations = new List<string>();
        foreach (var organisation in new[] { right, wrong })
        {
            nominations.Add(await AwardOfficeTests.NominateAsync(officer, organisation.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", ""));
            await StepAsync(officer, nominations[^1], "dong-y", "Đồng ý");
        }

        var decision = await ListAsync(officer, Awards, [.. nominations]);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync("2026-05-10"));
        Assert.Equal(302, leader.Status);
        var id = IdOf(decision);
        var row = await house.InDbAsync(db => db.Set<Award>().Where(a => a.DecisionId == id && a.OrganisationId == wrong.Id).Select(a => a.Id).SingleAsync());

        await leader.OpenAsync($"{decision}/dong/{row}");
        await leader.SubmitAsync(Form, ("Input.Source", "Quyết định đính chính 12"), ("Input.Why", "Ghi nhầm đơn vị"));

        Assert.True(leader.Status == 302, leader.Text);
        var awards = await house.App.InScopeAsync(services => services.GetRequiredService<IAwards>().OfYearAsync([right.Id, wrong.Id], 2026, CancellationToken.None));
        Assert.Single(awards[right.Id].Awards);
        Assert.Empty(awards[wrong.Id].Awards);
        Assert.Equal([NominationStatus.Awarded, NominationStatus.Approved], await house.InDbAsync(async db =>
            (await db.Set<Nomination>().Where(n => n.OrganisationId == right.Id || n.OrganisationId == wrong.Id).OrderBy(n => n.OrganisationId == wrong.Id).Select(n => n.Status).ToListAsync())));
        Assert.DoesNotContain(wrong.Name, (await house.App.Visit("lienminh.localhost").OpenAsync("/khen-thuong")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_parallel_leaders_one_paper_is_an_admission_or_an_award_and_never_both()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, one);
        await StepAsync(officer, request, "tham-dinh");
        var nomination = await AwardOfficeTests.NominateAsync(officer, other.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "");
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");
        var decisions = new[] { await ListAsync(officer, Admissions, request), await ListAsync(officer, Awards, nomination) };
        var leaders = new List<Visitor>();
        foreach (var decision in decisions)
        {
            leaders.Add(await (await house.LeaderAsync()).OpenAsync($"{decision}/ky"));
        }

        var number = await house.PaperAsync("2026-06-10");
        await Task.WhenAll(leaders.Select(leader => leader.SubmitAsync(Form, ("Input.Number", number))));

        var slow = Assert.Single(leaders, leader => leader.Status != 302);
        Assert.Contains(slow.Status, (int[])[409, 422]);
        Assert.Contains("Mỗi quyết định chỉ dùng cho một danh sách", slow.Text, StringComparison.Ordinal);
        Assert.Equal(number, slow.Page.QuerySelector("[name='Input.Number']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_database_gives_a_paper_to_one_decision_of_either_kind_and_a_void_one_frees_it()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2026-04-01");
        var id = IdOf(decision);
        var paper = await house.InDbAsync(db => db.Set<AdmissionDecision>().Where(d => d.Id == id).Select(d => d.PaperId!.Value).SingleAsync());

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => HoldAsync(Guid.CreateVersion7()));

        await house.VoidAsync(decision);
        await HoldAsync(Guid.CreateVersion7());

        Task<int> HoldAsync(Guid by) => house.InDbAsync(db =>
        {
            db.Add(new DecisionPaper(paper, by));
            return db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_table_that_makes_an_award_of_the_paper_of_an_admission_is_refused_at_its_row()
    {
        await using var own = await App.StartAsync();
        using var twice = SampleFolder.Empty()
            .Write("award-decisions", "code,paper,signed_on,announced_on,list_known,status,programme,source\nkhen-khac,qd-ket-nap-2020,,2020-07-09,không,announced,,\n");

        var error = Assert.Single((await own.ImportAsync(twice.Path)).Errors);

        Assert.Equal((2, "paper"), (error.Line, error.Column));
        Assert.Contains("“qd-ket-nap-2020”", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_gives_no_memorandum_the_address_of_a_page_for_its_code()
    {
        await using var own = await App.StartAsync();
        using var folder = SampleFolder.Empty()
            .Write("memoranda", "code,title,party_a,party_b,signed_on,about,paper,status,programme,source\nmoi,Bản ghi nhớ,lien-minh-htx,lien-hiep-htx-viet-nam,2020-07-09,,,signed,,\n");

        Assert.Contains((await own.ImportAsync(folder.Path)).Errors, error => error.Problem.Contains("là địa chỉ của một trang khác", StringComparison.Ordinal));
    }

    private async Task<(string Decision, IReadOnlyList<string> Requests)> AdmittedAsync(params Organisation[] organisations)
    {
        var officer = await house.OfficerAsync();
        var requests = new List<string>();
        foreach (var organisation in organisations)
        {
            requests.Add(await RequestAsync(officer, organisation));
            await StepAsync(officer, requests[^1], "tham-dinh");
        }

        var decision = await ListAsync(officer, Admissions, [.. requests]);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync("2026-05-20"));
        Assert.True(leader.Status == 302, leader.Text);
        return (decision, requests);
    }

    private Task<Guid> RowAsync(string decision, Organisation organisation)
    {
        var id = IdOf(decision);
        return house.InDbAsync(db => db.Set<Admission>().Where(a => a.DecisionId == id && a.OrganisationId == organisation.Id).Select(a => a.Id).SingleAsync());
    }

    private Task<RequestStatus> StatusAsync(string request)
    {
        var id = IdOf(request);
        return house.InDbAsync(db => db.Set<MembershipRequest>().Where(r => r.Id == id).Select(r => r.Status).SingleAsync());
    }

    /// <summary>The rows that the figures count.</summary>
    private Task<int> CountAsync(Organisation organisation) => house.App.InScopeAsync(async services =>
        (await services.GetRequiredService<DecisionRecords>().AdmissionsAsync(organisation.Id, _ => true, CancellationToken.None)).Sum(decision => decision.Rows.Count));

    private Task<MembershipHistory> HistoryAsync(Organisation organisation) =>
        house.App.InScopeAsync(services => services.GetRequiredService<MemberBook>().HistoryAsync(organisation.Id, CancellationToken.None));
}
