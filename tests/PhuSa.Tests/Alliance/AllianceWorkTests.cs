using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>What waits on the Alliance's people is told to those who can act.</summary>
public sealed class AllianceWorkTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Desk = "/quan-tri?tat-ca=true";
    private const string Memoranda = "/quan-tri/lien-minh/ban-ghi-nho";

    [Fact]
    public async Task A_request_waits_to_be_listed_and_a_list_waits_for_its_leader_until_it_is_signed()
    {
        var organisation = await house.OrganisationAsync();
        var (officer, leader) = (await house.OfficerAsync(), await house.LeaderAsync());
        var request = await RequestAsync(officer, organisation);
        await StepAsync(officer, request, "tham-dinh");
        Assert.Contains("đã thẩm định, chờ vào danh sách trình ký", await ItemAsync(officer, request), StringComparison.Ordinal);

        var decision = await ListAsync(officer, Admissions, request);
        Assert.Equal("", await ItemAsync(officer, request));
        Assert.Contains("Quyết định kết nạp: danh sách 1 dòng, chờ ghi quyết định đã ký", await ItemAsync(leader, decision), StringComparison.Ordinal);
        Assert.Equal("", await ItemAsync(officer, decision));

        await SignAsync(leader, decision, await house.PaperAsync("2026-06-01"));
        Assert.Equal("", await ItemAsync(leader, decision));
    }

    [Fact]
    public async Task A_nomination_the_panel_agreed_to_waits_to_be_listed()
    {
        var organisation = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        var nomination = await AwardOfficeTests.NominateAsync(officer, organisation.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "");
        await StepAsync(officer, nomination, "dong-y", "Đồng ý");

        Assert.Contains("hội đồng đã đồng ý, chờ vào danh sách trình ký", await ItemAsync(officer, nomination), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_memorandum_past_its_term_or_not_kept_waits_until_somebody_says_what_became_of_it()
    {
        var officer = await house.OfficerAsync();
        var (past, _) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ hết hạn chưa ghi");
        await officer.OpenAsync($"{past}/sua");
        await officer.SubmitAsync(Form, ("Input.EndsOn", "2026-06-15"));
        Assert.Equal(302, officer.Status);
        var (broken, _) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ không được giữ");
        await StepAsync(officer, broken, "vi-pham", "Không giao hàng");
        Assert.Contains("hết thời hạn ngày 15/06/2026", await ItemAsync(officer, past), StringComparison.Ordinal);
        Assert.Contains("có một bên không thực hiện", await ItemAsync(officer, broken), StringComparison.Ordinal);

        await StepAsync(officer, past, "ket-thuc", "Hết hạn");
        await StepAsync(officer, broken, "ket-thuc", "Chấm dứt");

        Assert.Equal(("", ""), (await ItemAsync(officer, past), await ItemAsync(officer, broken)));
    }

    [Fact]
    public async Task An_obligation_is_told_from_thirty_days_before_its_day()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, party) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ có nghĩa vụ gần hạn");
        await MemorandumOfficeTests.OweAsync(officer, memorandum, party.Name, "Nghĩa vụ còn ba mươi ngày", "2026-07-31");
        await MemorandumOfficeTests.OweAsync(officer, memorandum, party.Name, "Nghĩa vụ còn ba mốt ngày", "2026-08-01");

        await officer.OpenAsync(Desk);

        Assert.Contains("Nghĩa vụ còn ba mươi ngày", officer.Text, StringComparison.Ordinal);
        Assert.Contains("sắp đến hạn", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nghĩa vụ còn ba mốt ngày", officer.Text, StringComparison.Ordinal);
    }

    /// <returns>What the desk says of the record at this address; nothing where it does not wait.</returns>
    private static async Task<string> ItemAsync(Visitor person, string address)
    {
        await person.OpenAsync(Desk);
        return person.Page.QuerySelectorAll("main li").FirstOrDefault(item => item.QuerySelectorAll("a").Any(a => a.GetAttribute("href") == address))?.TextContent ?? "";
    }
}
