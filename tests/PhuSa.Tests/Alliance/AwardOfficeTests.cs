using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Contracts;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Awards in the Alliance's office: nomination, panel, decision, register.</summary>
public sealed class AwardOfficeTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Awards = "/quan-tri/lien-minh/khen-thuong";

    [Fact]
    public void The_flow_of_a_nomination_is_exactly_this() => Assert.Equal(
        """
        Nominated --Approve--> Approved
        Nominated --Decline--> Declined
        Nominated --TakeBack--> TakenBack
        Approved --Decline--> Declined
        Approved --List--> Listed
        Declined --Reconsider--> Nominated
        Declined --TakeBack--> TakenBack
        Listed --Unlist--> Approved
        Listed --Confer--> Awarded
        Awarded --Reopen--> Approved
        """.ReplaceLineEndings("\n"),
        NominationFlow.Table.ToString());

    [Fact]
    public async Task Point_22_a_nomination_goes_to_the_panel_which_sees_earlier_awards_to_a_decision_and_the_register()
    {
        var organisation = await house.OrganisationAsync();
        await AwardAsync(organisation.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "", "2025-06-01");
        var officer = await house.OfficerAsync();
        var nomination = await NominateAsync(officer, organisation.Code, "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Collective", "");
        await officer.FollowAsync();
        Assert.Contains("Đã được khen trước đây (1)", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Giấy khen · Liên minh HTX tỉnh", officer.Text, StringComparison.Ordinal);

        await StepAsync(officer, nomination, "khong-dong-y", "Chưa đủ thời gian");
        await StepAsync(officer, nomination, "xet-lai", "Có thành tích mới");
        await StepAsync(officer, nomination, "dong-y", "7/7 phiếu");
        var decision = await ListAsync(officer, Awards, nomination);
        var leader = await house.LeaderAsync();
        await SignAsync(leader, decision, await house.PaperAsync("2026-05-10"));
        Assert.True(leader.Status == 302, leader.Text);

        var reader = await house.App.Visit("lienminh.localhost").OpenAsync("/khen-thuong");
        Assert.Contains(organisation.Name, reader.Text, StringComparison.Ordinal);
        Assert.Contains("10/05/2026", reader.Text, StringComparison.Ordinal);
        var years = await YearsAsync(organisation.Id, 2025, 2026);
        Assert.Equal(["Giấy khen", "Bằng khen"], years.Select(year => Assert.Single(year.Awards).Form));
        Assert.Equal(new DateOnly(2026, 5, 10), years[1].Awards[0].SignedOn);
    }

    [Fact]
    public async Task Point_22_a_list_that_is_not_in_hand_leaves_open_how_many_awards_a_year_has()
    {
        var organisation = await house.OrganisationAsync();

        // The samples hold a decision of which neither the day nor the list is known.
        Assert.True((await YearsAsync(organisation.Id, 2026))[0].MayBeMore);
        Assert.Empty((await YearsAsync(organisation.Id, 2026))[0].Awards);
    }

    [Fact]
    public async Task The_name_of_a_person_is_never_public()
    {
        var organisation = await house.OrganisationAsync();
        const string person = "Trần Thị Không Công Khai";
        await AwardAsync(organisation.Code, "Kỷ niệm chương “Vì sự nghiệp phát triển hợp tác xã”", "Individual", person, "2026-04-01");

        foreach (var address in new[] { "/khen-thuong", "/tim-kiem?q=kh%C3%B4ng+c%C3%B4ng+khai" })
        {
            Assert.DoesNotContain(person, (await house.App.Visit("lienminh.localhost").OpenAsync(address)).Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty((await YearsAsync(organisation.Id, 2026))[0].Awards);
        Assert.Contains(person, (await (await house.OfficerAsync()).OpenAsync($"{Awards}?tinh-trang=da-khen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collective_is_named_once_a_person_by_name_and_an_empty_form_says_what_is_missing()
    {
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Awards}/moi");
        await officer.SubmitAsync(Form, ("Input.NominatedOn", ""));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập thành tích", officer.Text, StringComparison.Ordinal);
        var organisation = await house.OrganisationAsync();
        await officer.SubmitAsync(Form, ("Input.Kind", await KindAsync("Cờ thi đua của Ủy ban nhân dân tỉnh")), ("Input.Scope", "Individual"), ("Input.Organisation", organisation.Code), ("Input.Merits", "Thành tích"), ("Input.NominatedOn", "2026-05-01"));
        Assert.Contains("Nhập tên người được đề nghị", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Scope", "Collective"), ("Input.Recipient", "Tổ sản xuất"));
        Assert.Contains("không ghi cả hai", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Recipient", ""));
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task The_level_and_form_of_a_kind_of_award_are_fixed_once_somebody_is_nominated_for_it()
    {
        const string name = "Hình thức thử cấp";
        var leader = await house.LeaderAsync();
        await leader.OpenAsync($"{AllianceRights.AwardKinds}/moi");
        await leader.SubmitAsync(Form, ("Input.Name", name), ("Input.Level", nameof(AwardLevel.ProvincialAlliance)), ("Input.Form", nameof(AwardForm.Commendation)));
        Assert.Equal(302, leader.Status);
        var kind = $"{AllianceRights.AwardKinds}/{await KindAsync(name)}";
        await leader.OpenAsync(kind);
        await leader.SubmitAsync(Form, ("Input.Level", nameof(AwardLevel.Province)));
        Assert.Equal(302, leader.Status);
        await NominateAsync(await house.OfficerAsync(), (await house.OrganisationAsync()).Code, name, "Collective", "");

        foreach (var (field, value) in new[] { ("Level", nameof(AwardLevel.ProvincialAlliance)), ("Form", nameof(AwardForm.MeritCertificate)) })
        {
            await leader.OpenAsync(kind);
            await leader.SubmitAsync(Form, ($"Input.{field}", value));
            Assert.Equal(422, leader.Status);
            Assert.Contains("thêm một hình thức mới", leader.Page.QuerySelector($"#Input_{field}-loi, [id^='Input_{field}'][class*=error], .ps-error")!.TextContent, StringComparison.Ordinal);
        }

        await leader.OpenAsync(kind);
        await leader.SubmitAsync(Form, ("Input.Name", $"{name} mới"), ("Input.IsRetired", "true"));
        Assert.Equal(302, leader.Status);
    }

    [Fact]
    public async Task A_collective_stands_once_on_a_list_for_the_same_award()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var nominations = new List<string>();
        foreach (var kind in new[] { "Giấy khen của Liên minh Hợp tác xã tỉnh", "Giấy khen của Liên minh Hợp tác xã tỉnh", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh" })
        {
            nominations.Add(await NominateAsync(officer, organisation.Code, kind, "Collective", ""));
            await StepAsync(officer, nominations[^1], "dong-y", "Đồng ý");
        }

        await officer.OpenAsync($"{Awards}/quyet-dinh/moi");
        var fields = new[] { "NewId", "__RequestVerificationToken" }.Select(name => (name, officer.Page.QuerySelector($"{Form} [name={name}]")!.GetAttribute("value")!)).Append(("Input.Title", "Đợt hai lần"));
        await officer.PostAsync($"{Awards}/quyet-dinh/moi", [.. fields, .. nominations.Select(nomination => ("Input.Rows", IdOf(nomination).ToString()))]);

        Assert.Equal(409, officer.Status);
        Assert.Contains($"“{organisation.Name}” có hai lần trong danh sách", officer.Text, StringComparison.Ordinal);
        await ListAsync(officer, Awards, nominations[1], nominations[2]);
    }

    [Fact]
    public async Task A_stale_step_is_refused_and_the_department_sees_nothing()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var nomination = await NominateAsync(officer, organisation.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "");
        var slow = await house.OfficerAsync();
        await slow.OpenAsync($"{nomination}/khong-dong-y");
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");

        await slow.SubmitAsync(Form, ("Input.Why", "Chậm tay"));

        Assert.Equal(409, slow.Status);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(nomination)).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{nomination}/dong-y")).Status);
    }

    internal static async Task<string> NominateAsync(Visitor officer, string organisation, string kind, string scope, string person)
    {
        await officer.OpenAsync($"{Awards}/moi?to-chuc={organisation}");
        var option = officer.Page.QuerySelectorAll("#Input_Kind option").Single(o => o.TextContent.Trim() == kind).GetAttribute("value")!;
        await officer.SubmitAsync(Form, ("Input.Kind", option), ("Input.Scope", scope), ("Input.Recipient", person), ("Input.Merits", "Nhiều năm hoạt động tốt"), ("Input.NominatedOn", "2026-03-01"));
        Assert.Equal(302, officer.Status);
        return officer.Redirect!.OriginalString;
    }

    private async Task AwardAsync(string organisation, string kind, string scope, string person, string signedOn)
    {
        var officer = await house.OfficerAsync();
        var nomination = await NominateAsync(officer, organisation, kind, scope, person);
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");
        var leader = await house.LeaderAsync();
        await SignAsync(leader, await ListAsync(officer, Awards, nomination), await house.PaperAsync(signedOn));
        Assert.Equal(302, leader.Status);
    }

    private Task<string> KindAsync(string name) => house.InDbAsync(async db => (await db.Set<AwardKind>().SingleAsync(k => k.Name == name)).Id.ToString());

    private Task<List<AwardsOfYear>> YearsAsync(Guid organisation, params int[] years) => house.App.InScopeAsync(async services =>
    {
        var awards = services.GetRequiredService<IAwards>();
        var read = new List<AwardsOfYear>();
        foreach (var year in years)
        {
            read.Add((await awards.OfYearAsync([organisation], year, CancellationToken.None))[organisation]);
        }

        return read;
    });
}
