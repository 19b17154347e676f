using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Membership in the Alliance's office: from a request to a term, and what happens to it.</summary>
public sealed class MembershipOfficeTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    [Fact]
    public void The_flow_of_a_request_is_exactly_this() => Assert.Equal(
        """
        Filed --Appraise--> Appraised
        Filed --Return--> Returned
        Filed --TakeBack--> TakenBack
        Appraised --Return--> Returned
        Appraised --List--> Listed
        Appraised --TakeBack--> TakenBack
        Returned --Refile--> Filed
        Returned --TakeBack--> TakenBack
        Listed --Unlist--> Appraised
        Listed --Decide--> Decided
        Decided --Reopen--> Appraised
        Decided --StayClosed--> Decided
        """.ReplaceLineEndings("\n"),
        RequestFlow.Table.ToString());

    [Fact]
    public async Task Point_18_one_decision_admits_many_from_the_day_it_is_signed()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var officer = await house.OfficerAsync();
        var requests = new[] { await RequestAsync(officer, one), await RequestAsync(officer, other, "New") };
        foreach (var request in requests)
        {
            await StepAsync(officer, request, "tham-dinh");
        }

        var decision = await ListAsync(officer, Admissions, requests);
        await officer.FollowAsync();
        Assert.Contains("Danh sách (2)", officer.Text, StringComparison.Ordinal);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync("2026-06-15"));
        Assert.True(leader.Status == 302, leader.Text);

        await leader.OpenAsync($"{Members}/{other.Code}");
        Assert.Contains("thành viên mới", leader.Text, StringComparison.Ordinal);
        Assert.Contains("15/06/2026", leader.Text, StringComparison.Ordinal);
        await leader.OpenAsync($"{Members}?ngay=2026-06-14&q={one.Code}");
        Assert.Contains("Chưa được kết nạp", leader.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        await leader.OpenAsync($"{Members}?ngay=2026-06-15&q={one.Code}");
        Assert.Contains("thành viên chính thức", leader.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        await leader.OpenAsync($"{decision}/cong-bo");
        await leader.SubmitAsync(Form, ("Input.On", "2026-06-14"));
        Assert.Equal(422, leader.Status);
        await leader.SubmitAsync(Form, ("Input.On", "2026-06-30"));
        Assert.Equal(302, leader.Status);
        var reader = await house.App.Visit("lienminh.localhost").OpenAsync("/ket-nap");
        Assert.Contains(one.Name, reader.Text, StringComparison.Ordinal);
        Assert.Contains("30/06/2026", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_signed_is_not_public_and_admits_nobody()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation);
        await StepAsync(officer, request, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, request);

        Assert.DoesNotContain("Đợt thử", (await house.App.Visit("lienminh.localhost").OpenAsync("/ket-nap")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null((await HistoryAsync(organisation.Id)).On(new DateOnly(2026, 7, 1)).State);
        await officer.OpenAsync($"{decision}/bo");
        await officer.SubmitAsync(Form, ("Input.Why", "Lập nhầm"));
        Assert.Equal(302, officer.Status);
        Assert.Contains("Đã thẩm định", (await officer.OpenAsync(request)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_the_decision_comes_from_the_list()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation);
        await StepAsync(officer, request, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, request);

        await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.admission&ho-so={IdOf(decision)}");

        Assert.Equal(200, officer.Status);
        var body = officer.Page.QuerySelector("[name='Input.Body']")!.TextContent;
        Assert.Contains($"- {organisation.Name}: thành viên chính thức;", body, StringComparison.Ordinal);
        Assert.Contains("Điều 1. Kết nạp 01 tổ chức", body, StringComparison.Ordinal);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.admission&ho-so={IdOf(decision)}")).Status);
    }

    [Fact]
    public async Task A_certificate_is_written_for_a_member_of_today_and_for_nobody_else()
    {
        var (member, left) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        await house.AdmitAsync(member, "2025-01-10");
        await house.AdmitAsync(left, "2025-01-10");
        Assert.Equal(302, (await house.ActAsync(left, "Withdraw", "2026-01-01")).Status);
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Members}/{member.Code}");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Soạn giấy chứng nhận").GetAttribute("href")!);

        Assert.Contains("kể từ 10/01/2025", officer.Page.QuerySelector("[name='Input.Body']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.certificate&ho-so={left.Id}")).Status);
    }

    [Fact]
    public async Task A_request_is_returned_with_a_reason_filed_again_and_an_organisation_has_one_open_request()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation);
        await officer.OpenAsync($"{request}/tra-lai");
        await officer.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Why", "Thiếu điều lệ hợp tác xã"));
        await officer.FollowAsync();
        Assert.Contains("Thiếu điều lệ hợp tác xã", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{Admissions}/moi?to-chuc={organisation.Code}");
        await officer.SubmitAsync(Form, ("Input.Class", "Associate"), ("Input.Slip", "Đơn thứ hai"), ("Input.ReceivedOn", "2026-06-02"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("đang có một đề nghị chưa xong", officer.Text, StringComparison.Ordinal);

        await StepAsync(officer, request, "nop-lai", "Đã nộp điều lệ");
        await StepAsync(officer, request, "rut", "Hợp tác xã đổi ý");
        await RequestAsync(officer, organisation);
    }

    [Fact]
    public async Task A_class_takes_only_the_kinds_of_organisation_that_the_charter_names()
    {
        var organisation = await house.OrganisationAsync(OrganisationKind.Enterprise);
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Admissions}/moi?to-chuc={organisation.Code}");
        await officer.SubmitAsync(Form, ("Input.Class", "Official"), ("Input.Slip", "Đơn"), ("Input.ReceivedOn", "2026-06-02"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Loại “thành viên chính thức” không dành cho loại hình tổ chức này.", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Organisation", "không có tổ chức này"));
        Assert.Contains("Không có đúng một tổ chức", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Organisation", organisation.Name), ("Input.Class", "Associate"));
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task Suspended_restored_withdrawn_and_admitted_again_in_a_new_term()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2025-01-10", "New");
        Assert.Equal(302, (await house.ActAsync(organisation, "Suspend", "2025-03-01", "Không đóng hội phí")).Status);
        Assert.Equal(302, (await house.ActAsync(organisation, "Restore", "2025-05-01")).Status);
        Assert.Equal(302, (await house.ActAsync(organisation, "Withdraw", "2025-12-01")).Status);
        await house.AdmitAsync(organisation, "2026-02-01", "Official");

        var history = await HistoryAsync(organisation.Id);
        Assert.Equal([("New", new DateOnly(2025, 11, 30)), ("Official", (DateOnly?)null)], history.Terms.Select(term => (term.ClassCode, term.To)));
        Assert.Equal(new Suspension(new(2025, 3, 1), new(2025, 4, 30)), Assert.Single(history.Suspensions));
        var leader = await (await house.LeaderAsync()).OpenAsync($"{Members}/{organisation.Code}");
        Assert.Contains("Kết nạp lại", leader.Text, StringComparison.Ordinal);
        Assert.Contains("Không đóng hội phí", leader.Text, StringComparison.Ordinal);
        Assert.Contains("Tạm dừng tư cách từ 01/03/2025 đến hết 30/04/2025", leader.Text, StringComparison.Ordinal);
        Assert.True(await house.InDbAsync(db => db.Set<JournalEntry>().AnyAsync(e => e.RecordId == organisation.Id && e.Action == "Suspend" && e.PersonId != null)));
    }

    [Fact]
    public async Task Whoever_was_overtaken_is_told_and_nothing_is_saved()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2025-01-10");
        var slow = await house.LeaderAsync();
        await slow.OpenAsync($"{Members}/{organisation.Code}/thay-doi");
        Assert.Equal(302, (await house.ActAsync(organisation, "Exclude", "2026-01-01", "Vi phạm Điều lệ")).Status);

        await slow.SubmitAsync(Form, ("Input.Action", "Suspend"), ("Input.On", "2026-02-01"), ("Input.Source", "QĐ"), ("Input.Why", "Chậm"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("nay là “Bị khai trừ”", slow.Text, StringComparison.Ordinal);
        Assert.Equal(MembershipState.Excluded, (await HistoryAsync(organisation.Id)).On(new(2026, 7, 1)).State);
    }

    [Fact]
    public async Task A_voided_decision_takes_its_term_back_and_opens_the_request_again()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2026-01-10");
        var leader = await house.LeaderAsync();
        await leader.OpenAsync($"{decision}/huy-so");
        await leader.SubmitAsync(Form, ("Input.Why", "Ghi trùng số"));
        Assert.Equal(302, leader.Status);

        Assert.Null((await HistoryAsync(organisation.Id)).On(new(2026, 7, 1)).State);
        await leader.OpenAsync($"{Admissions}?tinh-trang=da-tham-dinh");
        Assert.Contains(organisation.Name, leader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_a_letter_or_of_nothing_signs_no_decision_and_nobody_but_a_leader_signs()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var request = await RequestAsync(officer, organisation);
        await StepAsync(officer, request, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, request);
        var leader = await house.LeaderAsync();

        await SignAsync(leader, decision, await house.PaperAsync("2026-06-01", PhuSa.Papers.Contracts.PaperKind.Letter));
        Assert.Equal(422, leader.Status);
        await SignAsync(leader, decision, "<script>");
        Assert.Equal(422, leader.Status);
        Assert.Equal(403, (await officer.OpenAsync($"{decision}/ky")).Status);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.DepartmentLeader)).OpenAsync(Members)).Status);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.AlliancePublisher)).OpenAsync($"{Admissions}/moi")).Status);
        Assert.Equal(200, (await (await house.App.SignedInAsync(Role.Auditor)).OpenAsync(Members)).Status);
    }

    [Fact]
    public async Task Every_count_opens_its_list_and_the_table_holds_the_same()
    {
        await house.AdmitAsync(await house.OrganisationAsync(), "2026-01-10");
        await house.AdmitAsync(await house.OrganisationAsync(OrganisationKind.Association), "2026-01-10", "Associate");
        var officer = await house.OfficerAsync();
        await officer.OpenAsync(Members);
        var links = officer.Page.QuerySelectorAll("main details li a").Select(a => (Url: a.GetAttribute("href")!, Count: int.Parse(a.TextContent.Split(": ")[^1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.NotEmpty(links);
        foreach (var (url, count) in links)
        {
            await officer.OpenAsync(url);
            Assert.StartsWith($"{count} tổ chức", officer.Page.QuerySelector("main .ps-row p, main .ps-row div, main .ps-between")!.TextContent.Trim(), StringComparison.Ordinal);
            var csv = await officer.Http.GetStringAsync(new Uri(url.Replace("thanh-vien?", "thanh-vien.csv?", StringComparison.Ordinal), UriKind.Relative));
            Assert.Equal(count + 1, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        Assert.Equal(404, (await officer.OpenAsync($"{Members}?trang=99")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Members}/khong-co")).Status);
    }

    [Theory]
    [InlineData("noi=an+binh", true)]
    [InlineData("noi=T%C3%A2y+Ph%C3%BA", true)]
    [InlineData("noi=oc+eo", false)]
    [InlineData("noi=---", true)]
    public async Task Point_26_members_are_found_by_the_old_and_the_new_name_of_their_place(string query, bool found)
    {
        await house.AdmitOnceAsync("htx-an-binh", "2026-01-12");
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Members}?{query}");

        Assert.Equal(found, officer.Page.QuerySelectorAll("main tbody th a").Any(a => a.GetAttribute("href")!.EndsWith("/htx-an-binh", StringComparison.Ordinal)));
        var csv = await officer.Http.GetStringAsync(new Uri($"{Members}.csv?{query}", UriKind.Relative));
        Assert.Equal(found, csv.Contains("htx-an-binh", StringComparison.Ordinal));
        foreach (var link in officer.Page.QuerySelectorAll("main details li a").Select(a => (Url: a.GetAttribute("href")!, Count: a.TextContent.Split(": ")[^1])).ToList())
        {
            await officer.OpenAsync(link.Url);
            Assert.StartsWith($"{link.Count} tổ chức", officer.Page.QuerySelector("main .ps-between")!.TextContent.Trim(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Officers_keep_the_classes_and_a_stale_form_is_refused()
    {
        var (one, other) = (await house.OfficerAsync(), await house.OfficerAsync());
        const string address = "/quan-tri/lien-minh/loai-thanh-vien";
        await one.OpenAsync($"{address}/moi");
        await one.SubmitAsync(Form, ("Input.Name", " "));
        Assert.Equal(422, one.Status);
        await one.SubmitAsync(Form, ("Input.Name", "thành viên danh dự"), ("Input.Meaning", "Điều 8 Điều lệ"));
        Assert.Equal(302, one.Status);
        await one.OpenAsync($"{address}/thanh-vien-danh-du");
        await other.OpenAsync($"{address}/thanh-vien-danh-du");
        await one.SubmitAsync(Form, ("Input.Meaning", "Điều 9 Điều lệ"));
        Assert.Equal(302, one.Status);

        await other.SubmitAsync(Form, ("Input.Meaning", "Điều 10 Điều lệ"));

        Assert.Equal(409, other.Status);
        Assert.Contains("Điều 9 Điều lệ", (await one.OpenAsync(address)).Text, StringComparison.Ordinal);
        await one.OpenAsync($"{address}/moi");
        await one.SubmitAsync(Form, ("Input.Name", "thành viên danh dự"));
        Assert.Equal(422, one.Status);
    }

    [Fact]
    public async Task Imported_lists_become_terms_as_their_decision_gives_them()
    {
        using var folder = SampleFolder.Copy().Write("admissions", "code,decision,organisation,class,source\nket-nap-1,qd-ket-nap-2020,htx-long-binh,new,\n");
        await using var own = await App.StartAsync(folder.Root);

        var history = await own.InScopeAsync(async services =>
        {
            var book = services.GetRequiredService<MemberBook>();
            return (await book.AllAsync(CancellationToken.None)).Single().History;
        });

        Assert.Equal("New", history.Terms.Single().ClassCode);
        Assert.True(history.On(new(2020, 7, 8)).IsUnknown);
        Assert.Equal(MembershipState.Member, history.On(new(2020, 7, 9)).State);
        var officer = await own.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{Members}/htx-long-binh");
        Assert.Contains("chưa rõ, chậm nhất 09/07/2020", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_parallel_writers_a_member_keeps_one_class_and_one_state()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2025-01-10");
        var leaders = new List<Visitor>();
        for (var i = 0; i < 12; i++)
        {
            leaders.Add(await OpenedAsync(organisation));
        }

        var actions = new[] { "Suspend", "Withdraw", "Exclude" };
        await Task.WhenAll(leaders.Select((leader, i) => leader.SubmitAsync(Form, ("Input.Action", actions[i % 3]), ("Input.On", "2026-06-01"), ("Input.Source", $"QĐ {i}"), ("Input.Why", "Cùng lúc"))));

        Assert.Equal(1, leaders.Count(leader => leader.Status == 302));
        Assert.All(leaders.Where(leader => leader.Status != 302), leader => Assert.Equal(409, leader.Status));
        Assert.Single(await house.InDbAsync(async db => (await db.Set<Membership>().AsSplitQuery().SingleAsync(m => m.Id == organisation.Id)).Acts));
    }

    [Fact]
    public async Task Under_parallel_writers_an_organisation_stands_on_one_list_and_is_admitted_once()
    {
        var organisation = await house.OrganisationAsync();
        var officers = new List<Visitor>();
        for (var i = 0; i < 8; i++)
        {
            var officer = await house.OfficerAsync();
            officers.Add(await officer.OpenAsync($"{Admissions}/moi?to-chuc={organisation.Code}"));
        }

        await Task.WhenAll(officers.Select(officer => officer.SubmitAsync(Form, ("Input.Class", "Official"), ("Input.Slip", "Đơn"), ("Input.ReceivedOn", "2026-06-02"))));
        Assert.Equal(1, officers.Count(officer => officer.Status == 302));
        Assert.Equal(7, officers.Count(officer => officer.Status == 409));

        var request = officers.Find(officer => officer.Status == 302)!.Redirect!.OriginalString;
        await StepAsync(officers[0], request, "tham-dinh");
        var decision = await ListAsync(officers[0], Admissions, request);
        var leaders = new List<Visitor>();
        for (var i = 0; i < 6; i++)
        {
            leaders.Add(await (await house.LeaderAsync()).OpenAsync($"{decision}/ky"));
        }

        var number = await house.PaperAsync("2026-06-10");
        await Task.WhenAll(leaders.Select(leader => leader.SubmitAsync(Form, ("Input.Number", number))));
        Assert.Equal(1, leaders.Count(leader => leader.Status == 302));
        Assert.Equal(1, await house.InDbAsync(db => db.Set<Admission>().CountAsync(a => a.OrganisationId == organisation.Id)));
    }

    private async Task<Visitor> OpenedAsync(PhuSa.Organisations.Organisations.Organisation organisation) =>
        await (await house.LeaderAsync()).OpenAsync($"{Members}/{organisation.Code}/thay-doi");

    private Task<MembershipHistory> HistoryAsync(Guid organisationId) =>
        house.App.InScopeAsync(services => services.GetRequiredService<MemberBook>().HistoryAsync(organisationId, CancellationToken.None));
}
