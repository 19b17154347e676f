using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Figures;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>What an award is for, as its decision words it; and the lists of decisions to take away.</summary>
public sealed class AwardReasonTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Awards = "/quan-tri/lien-minh/khen-thuong";
    private const string Kind = "Giấy khen của Liên minh Hợp tác xã tỉnh";

    [Fact]
    public async Task The_reason_is_entered_with_the_nomination_and_stands_in_the_register_on_the_public_page_and_in_the_figure()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await AwardAsync(organisation.Code, "Collective", "", "Đã có thành tích trong chuyển đổi số 2025", "2026-04-02");

        var officer = await house.OfficerAsync();
        Assert.Contains("Đã có thành tích trong chuyển đổi số 2025", (await officer.OpenAsync(decision)).Text, StringComparison.Ordinal);
        var row = (await house.App.Visit("lienminh.localhost").OpenAsync("/khen-thuong")).Page.QuerySelectorAll("tbody tr").Single(tr => tr.TextContent.Contains(organisation.Name, StringComparison.Ordinal));
        Assert.Equal("Đã có thành tích trong chuyển đổi số 2025", row.QuerySelector("td[data-th='Lý do khen']")!.TextContent.Trim());
        var decisions = await house.App.InScopeAsync(services => services.GetRequiredService<DecisionRecords>().AwardsAsync(organisation.Id, _ => true, CancellationToken.None));
        Assert.Contains(decisions.SelectMany(counted => counted.Rows).SelectMany(counted => counted.Evidence.Facts), fact => fact is { Label: "Lý do khen", Value: "Đã có thành tích trong chuyển đổi số 2025" });
    }

    [Fact]
    public async Task The_reason_of_a_persons_award_is_not_public()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await AwardAsync(organisation.Code, "Individual", "Lê Thị Kín Tên", "Đã tận tuỵ hai mươi năm xyzt", "2026-04-03");

        Assert.Contains("xyzt", (await (await house.OfficerAsync()).OpenAsync(decision)).Text, StringComparison.Ordinal);
        foreach (var address in new[] { "/khen-thuong", "/tim-kiem?q=xyzt&cong=tat-ca" })
        {
            Assert.DoesNotContain("tận tuỵ hai mươi năm", (await house.App.Visit("lienminh.localhost").OpenAsync(address)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_officer_records_the_reason_of_an_award_that_was_signed_without_one_and_two_are_told_of_each_other()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await AwardAsync(organisation.Code, "Collective", "", "", "2026-04-04");
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        await officer.OpenAsync(decision);
        var page = officer.Page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).Single(url => url.EndsWith("/ly-do", StringComparison.Ordinal));
        await slow.OpenAsync(page);
        await officer.OpenAsync(page);
        await officer.SubmitAsync(Form, ("Input.Reason", new string('x', Award.ReasonMaxLength + 1)));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Reason", "  Đã có thành tích\r\ntrong tiêu thụ nông sản "));
        await officer.FollowAsync();
        Assert.Contains("Đã có thành tích trong tiêu thụ nông sản", officer.Text, StringComparison.Ordinal);

        await slow.SubmitAsync(Form, ("Input.Reason", "Chậm tay"));
        Assert.Equal(409, slow.Status);
        Assert.Contains("Đã có thành tích trong tiêu thụ nông sản", slow.Text, StringComparison.Ordinal);

        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.Auditor)).OpenAsync(page)).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{decision}/dong/{Guid.Empty}/ly-do")).Status);
    }

    [Fact]
    public async Task A_row_that_was_taken_off_and_a_decision_that_was_voided_take_no_reason_any_more()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await AwardAsync(organisation.Code, "Collective", "", "", "2026-04-05");
        var officer = await house.OfficerAsync();
        var page = (await officer.OpenAsync(decision)).Page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).Single(url => url.EndsWith("/ly-do", StringComparison.Ordinal));
        await officer.OpenAsync(page);
        var leader = await house.LeaderAsync();
        await leader.OpenAsync(page.Replace("/ly-do", "", StringComparison.Ordinal));
        await leader.SubmitAsync(Form, ("Input.Source", "QĐ đính chính 01"), ("Input.Why", "Ghi nhầm"));
        Assert.Equal(302, leader.Status);

        await officer.SubmitAsync(Form, ("Input.Reason", "Muộn rồi"));

        Assert.Equal(409, officer.Status);
        Assert.Equal(404, (await officer.OpenAsync(page)).Status);
    }

    [Fact]
    public async Task A_table_brings_reasons_and_one_without_that_column_leaves_them()
    {
        var organisation = await house.OrganisationAsync();
        using var with = ImportFolder.With(("awards", $"code,decision,level,form,scope,organisation,recipient_name,reason,source\nkhen-ly-do,qd-khen-thuong-2020,province,merit-certificate,collective,{organisation.Code},,Đã có thành tích từ bảng,\n"));
        using var without = ImportFolder.With(("awards", $"code,decision,level,form,scope,organisation,recipient_name,source\nkhen-ly-do,qd-khen-thuong-2020,province,merit-certificate,collective,{organisation.Code},,Nguồn\n"));
        Assert.Empty((await house.App.ImportAsync(with.Path)).Errors);
        Assert.Empty((await house.App.ImportAsync(without.Path)).Errors);

        var kept = await house.InDbAsync(db => db.Set<Award>().AsNoTracking().SingleAsync(a => a.Code == "khen-ly-do"));
        Assert.Equal(("Đã có thành tích từ bảng", "Nguồn"), (kept.Reason, kept.Source));
    }

    [Fact]
    public void A_reason_is_not_given_to_a_row_that_stands_no_more()
    {
        var award = new Award(Guid.Empty, "khen-mau", Guid.Empty);
        award.TakeOff(new Correction("QĐ 1", "Ghi nhầm"), By, new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Throws<RefusedException>(() => award.GiveReason("Muộn"));
    }

    [Fact]
    public async Task The_list_of_a_decision_and_the_list_of_decisions_are_taken_away_as_shown()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await AwardAsync(organisation.Code, "Collective", "", "Đã có thành tích, năm 2025", "2026-04-06");
        var officer = await house.OfficerAsync();

        var links = (await officer.OpenAsync(decision)).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"{decision}.xlsx", links);
        var list = await LinesAsync(officer, $"{decision}.csv");
        Assert.Equal("Tên,Nội dung,Cấp,Đối tượng,Lý do khen,Tình trạng", list[0]);
        Assert.Equal($"{organisation.Name},Giấy khen,Liên minh HTX tỉnh,tập thể,\"Đã có thành tích, năm 2025\",Đã ký", list[1]);
        var shown = (await officer.OpenAsync(Awards)).Page.QuerySelectorAll("section[aria-labelledby=qd] tbody tr").Length;
        var decisions = await LinesAsync(officer, $"{Awards}/quyet-dinh.csv");
        Assert.Equal(("Quyết định,\"Ngày ký, có hiệu lực\",Ngày công bố,Số dòng,Tình trạng", shown), (decisions[0], decisions.Count - 1));
        Assert.Contains(decisions, line => line.Contains("06/04/2026", StringComparison.Ordinal));

        foreach (var (address, status) in new[] { ($"{decision}.xlsx", 200), ($"{Awards}/quyet-dinh.xlsx", 200), ($"{Admissions}/quyet-dinh.csv", 200), ($"{Awards}/quyet-dinh/{Guid.Empty}.csv", 404), ($"{Awards}/quyet-dinh/x.csv", 404), ($"{decision.Replace("khen-thuong", "ket-nap", StringComparison.Ordinal)}.csv", 404) })
        {
            using var answer = await officer.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal((address, status), (address, (int)answer.StatusCode));
        }

        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{decision}.csv")).Status);
    }

    [Fact]
    public async Task The_list_of_an_admission_is_taken_away_with_the_row_that_was_taken_off()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2026-04-07");
        var leader = await house.LeaderAsync();
        var page = (await leader.OpenAsync(decision)).Page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).Single(url => url.Contains("/dong/", StringComparison.Ordinal));
        await leader.OpenAsync(page);
        await leader.SubmitAsync(Form, ("Input.Source", "QĐ đính chính 02"), ("Input.Why", "Ghi nhầm"));

        var list = await LinesAsync(leader, $"{decision}.csv");

        Assert.Equal(["Tên,Nội dung,Tình trạng", $"{organisation.Name},thành viên chính thức,Đã đưa ra khỏi danh sách"], list);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(Visitor person, string address) =>
        Encoding.UTF8.GetString(await person.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <returns>The address of the decision.</returns>
    private async Task<string> AwardAsync(string organisation, string scope, string person, string reason, string signedOn)
    {
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Awards}/moi?to-chuc={organisation}");
        var option = officer.Page.QuerySelectorAll("#Input_Kind option").Single(o => o.TextContent.Trim() == Kind).GetAttribute("value")!;
        await officer.SubmitAsync(Form, ("Input.Kind", option), ("Input.Scope", scope), ("Input.Recipient", person), ("Input.Merits", "Nhiều năm hoạt động tốt"), ("Input.Reason", reason), ("Input.NominatedOn", "2026-03-01"));
        Assert.True(officer.Status == 302, officer.Text);
        var nomination = officer.Redirect!.OriginalString;
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");
        var decision = await ListAsync(officer, Awards, nomination);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync(signedOn));
        Assert.True(leader.Status == 302, leader.Text);
        return decision;
    }
}
