using PhuSa.Marks.Grants;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>The register comes first, the paper after: decisions drafted from rights, and the signed ones put to them.</summary>
public sealed class GrantDecisionTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Draft = "/quan-tri/van-ban/moi?mau=";

    [Fact]
    public async Task A_decision_is_drafted_for_all_rights_of_a_batch_that_have_none()
    {
        var batch = $"Đợt {Next()}";
        var first = await house.GrantAsync(details: new GrantDetails(null, null, batch, $"{Next()}/GCN", null));
        await house.GrantAsync(given: null, expires: null, details: new GrantDetails(null, null, batch, null, null));
        await house.GrantAsync(details: new GrantDetails(null, null, batch, null, null), then: (right, now) => right.Revoke(News("2026-06-01"), null, By, now));
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{first.Id}");

        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "Soạn quyết định").GetAttribute("href")!);

        Assert.Equal(200, officer.Status);
        var body = officer.Page.QuerySelector("[name='Input.Body']")!.TextContent;
        Assert.Contains($"“Nhãn hiệu chứng nhận An Giang”, {batch}, cho 02 đơn vị với 02 sản phẩm", body, StringComparison.Ordinal);
        Assert.Contains($"Xoài cát Hoà Lộc, giấy chứng nhận số {first.CertificateNumber}, từ 01/01/2024 đến hết ngày 31/12/2027;", body, StringComparison.Ordinal);
        Assert.Equal(2, body.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task To_a_right_that_has_ended_nothing_is_given_by_a_decision_of_today_but_its_old_one_may_be_recorded()
    {
        var right = await house.GrantAsync(then: (ended, now) => ended.Revoke(News("2026-06-01"), null, By, now));
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{right.Id}");

        Assert.DoesNotContain("Soạn quyết định", officer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Draft}marks.grant&ho-so={right.Id}")).Status);
        Assert.Equal(200, (await officer.OpenAsync($"{Rights}/{right.Id}/quyet-dinh")).Status);
    }

    [Fact]
    public async Task Whoever_does_not_keep_the_mark_drafts_nothing_from_it()
    {
        var right = await house.GrantAsync();
        foreach (var role in new[] { Role.AllianceOfficer, Role.CooperativeDirector })
        {
            Assert.NotEqual(200, (await (await house.App.SignedInAsync(role)).OpenAsync($"{Draft}marks.grant&ho-so={right.Id}")).Status);
        }
    }

    [Theory]
    [InlineData("tam-dung", "Tạm dừng", "; hạn khắc phục là ngày 01/09/2026")]
    [InlineData("thu-hoi", "Thu hồi", "; đơn vị chưa được trao lại quyền cho sản phẩm này đến hết ngày 01/09/2026")]
    public async Task What_was_done_with_a_right_before_its_paper_is_drafted_with_its_reason_and_its_day(string step, string word, string until)
    {
        var right = await house.GrantAsync();
        var officer = await house.OfficerAsync();
        await StepAsync(officer, right.Id, step, ("Input.Until", "2026-09-01"));
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync($"{Rights}/{right.Id}");

        await officer.OpenAsync(officer.Page.QuerySelectorAll("aside a").Single(link => link.TextContent.StartsWith("Soạn văn bản", StringComparison.Ordinal)).GetAttribute("href")!);

        var body = officer.Page.QuerySelector("[name='Input.Body']")!.TextContent;
        Assert.Contains("Xét: Không đạt kiểm nghiệm.", body, StringComparison.Ordinal);
        Assert.Contains($"Điều 1. {word} quyền sử dụng nhãn hiệu chứng nhận “Nhãn hiệu chứng nhận An Giang”", body, StringComparison.Ordinal);
        Assert.Contains($"kể từ ngày 01/07/2026{until}.", body, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Draft}marks.grant-act&ho-so={Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Of_two_renewals_without_papers_each_is_drafted_with_its_own_term()
    {
        var right = await house.GrantAsync(expires: "2026-07-31", then: (grant, now) =>
        {
            grant.Renew(new GrantTerm(Day("2026-08-01"), Day("2027-07-31"), null), News("2026-06-20"), By, now);
            grant.Renew(new GrantTerm(Day("2027-08-01"), Day("2029-07-31"), null), News("2026-06-30"), By, now);
        });
        var officer = await house.OfficerAsync();
        foreach (var (act, term) in right.Acts.OrderBy(act => act.On).Zip(["kể từ ngày 01/08/2026 đến hết ngày 31/07/2027", "kể từ ngày 01/08/2027 đến hết ngày 31/07/2029"]))
        {
            await officer.OpenAsync($"{Draft}marks.grant-act&ho-so={act.Id}");
            Assert.Contains(term, officer.Page.QuerySelector("[name='Input.Body']")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_signed_decision_is_put_to_the_rights_that_are_ticked_and_to_no_other()
    {
        var batch = $"Đợt {Next()}";
        var details = new GrantDetails(null, null, batch, null, null);
        var (first, second, third) = (await house.GrantAsync(details: details), await house.GrantAsync(details: details), await house.GrantAsync(details: details));
        var foreign = await house.GrantAsync();
        var number = await house.PaperAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{first.Id}/quyet-dinh");
        Assert.Equal(2, officer.Page.QuerySelectorAll("[name='Input.Also'][checked]").Length);

        await PostAsync(officer, first, number, second.Id, foreign.Id);

        Assert.Equal(302, officer.Status);
        Assert.NotNull((await house.ReadAsync(first.Id)).DecisionId);
        Assert.Equal((await house.ReadAsync(first.Id)).DecisionId, (await house.ReadAsync(second.Id)).DecisionId);
        Assert.Null((await house.ReadAsync(third.Id)).DecisionId);
        Assert.Null((await house.ReadAsync(foreign.Id)).DecisionId);

        // Sent twice: there is nothing left to decide.
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{first.Id}/quyet-dinh")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Draft}marks.grant&ho-so={first.Id}")).Status);
    }

    [Theory]
    [InlineData("", "Nhập số, ký hiệu văn bản")]
    [InlineData("9999/QĐ-KHONG", "Không có văn bản nào đã ký mang số này")]
    public async Task Without_a_signed_paper_nothing_is_put_to_any_right_and_the_ticks_stay(string number, string sentence)
    {
        var details = new GrantDetails(null, null, $"Đợt {Next()}", null, null);
        var (first, second) = (await house.GrantAsync(details: details), await house.GrantAsync(details: details));
        await house.GrantAsync(details: details);
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{first.Id}/quyet-dinh");

        await PostAsync(officer, first, number, second.Id);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.Equal(second.Id.ToString(), Assert.Single(officer.Page.QuerySelectorAll("[name='Input.Also'][checked]")).GetAttribute("value"));
        Assert.Null((await house.ReadAsync(first.Id)).DecisionId);
    }

    private static Task<Visitor> PostAsync(Visitor officer, MarkGrant grant, string number, params Guid[] also) => officer.PostAsync(
        $"{Rights}/{grant.Id}/quyet-dinh",
        [("__RequestVerificationToken", officer.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Input.Number", number), .. also.Select(id => ("Input.Also", id.ToString()))]);
}
