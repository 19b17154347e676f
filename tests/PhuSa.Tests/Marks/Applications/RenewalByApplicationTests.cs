using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Moves;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Applications;

/// <summary>A cooperative whose right ends asks for a new term, and sees on its phone what each right lacks, what is next and by when.</summary>
public sealed class RenewalByApplicationTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Own = "/htx-cua-toi/nhan-hieu";
    private const string Office = "/quan-tri/nhan-hieu/don";

    [Fact]
    public async Task Point_11_an_application_for_a_right_that_has_ended_gives_the_same_right_a_new_term()
    {
        var grant = await house.GrantAsync(expires: "2026-05-31");
        var director = await DirectorAsync(grant);

        await director.OpenAsync(Own);
        Assert.Contains("làm đơn xin gia hạn", director.Text, StringComparison.Ordinal);
        await director.OpenAsync(director.Page.QuerySelector($"main a[href*='{grant.Id}']")!.GetAttribute("href")!);
        Assert.Equal(grant.Product, director.Page.QuerySelector("[name='Input.Product']")!.GetAttribute("value"));
        await director.SubmitAsync(Form);
        Assert.True(director.Status == 302, director.Text);

        var officer = await GiveAsync(await CheckedAsync(grant), ("Input.ExpiresOn", "2029-06-30"));

        Assert.True(officer.Status == 302, officer.Text);
        var renewed = await house.ReadAsync(grant.Id);
        var application = await OfAsync(grant.HolderId);
        Assert.Equal((Day("2026-07-01"), Day("2029-06-30"), grant.CheckCode), (renewed.RenewedFrom!.Value, renewed.ExpiresOn!.Value, renewed.CheckCode));
        Assert.Equal((MarkApplicationStatus.Granted, (Guid?)grant.Id), (application.Status, application.GrantId));
        Assert.Equal($"Theo đơn {application.Code}", renewed.Steps[^1].Why);
        Assert.Equal(1, await house.InDbAsync(db => db.Set<MarkGrant>().CountAsync(g => g.HolderId == grant.HolderId)));
        Assert.Contains("Đang có hiệu lực", (await house.App.Visit().OpenAsync(Check(renewed))).Text, StringComparison.Ordinal);
        Assert.Contains("Mở hồ sơ đó", await RegisteredAgainAsync(grant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_12_a_new_term_asked_for_before_the_end_follows_the_old_one_without_a_gap()
    {
        var grant = await house.GrantAsync(expires: "2026-08-15");
        var application = await CheckedAsync(grant);

        var officer = await GiveAsync(application, ("Input.ExpiresOn", "2026-08-15"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("nhập ngày hết hạn mới", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.ExpiresOn", "2029-08-15"));

        Assert.True(officer.Status == 302, officer.Text);
        var renewed = await house.ReadAsync(grant.Id);
        Assert.Equal((Day("2026-08-16"), Day("2029-08-15")), (renewed.RenewedFrom!.Value, renewed.ExpiresOn!.Value));
    }

    [Fact]
    public async Task A_renewal_keeps_what_the_form_leaves_empty_and_takes_the_first_day_of_the_new_term_for_the_day_it_is_given()
    {
        var grant = await house.GrantAsync(expires: "2026-08-15", details: new GrantDetails("Trái cây", "Tổ 1", "Đợt 3", $"{Next()}/GCN", null));
        var officer = await GiveAsync(await CheckedAsync(grant), ("Input.GivenOn", "2026-08-16"), ("Input.ExpiresOn", "2029-08-15"), ("Input.Workshop", ""), ("Input.Batch", ""), ("Input.ProductGroup", ""));

        Assert.True(officer.Status == 302, officer.Text);
        var renewed = await house.ReadAsync(grant.Id);
        Assert.Equal((Day("2026-08-16"), Day("2029-08-15")), (renewed.RenewedFrom!.Value, renewed.ExpiresOn!.Value));
        Assert.Equal(("Trái cây", "Tổ 1", "Đợt 3"), (renewed.ProductGroup, renewed.Workshop, renewed.Batch));
        Assert.Equal(Day("2024-01-01"), renewed.UnbrokenFrom);
    }

    [Fact]
    public async Task Many_given_twice_with_a_renewal_among_them_are_given_once()
    {
        var renewal = await CheckedAsync(await house.GrantAsync(expires: "2026-08-15"));
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Office}/trao-nhieu");
        var rows = officer.Page.QuerySelectorAll("[name$='].Id']").Select(input => input.GetAttribute("value")).ToList();
        var at = rows.IndexOf(renewal.Id.ToString());
        (string, string)[] sent =
        [
            .. officer.Page.QuerySelectorAll($"{Form} input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
            ($"Input.Rows[{at}].Chosen", "true"), ("Input.GivenOn", "2026-07-01"), ("Input.ExpiresOn", "2029-08-15"),
        ];

        await officer.PostAsync($"{Office}/trao-nhieu", sent);
        Assert.True(officer.Status == 302, officer.Text);
        await officer.PostAsync($"{Office}/trao-nhieu", sent);

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Single((await house.InDbAsync(db => db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().SingleAsync(g => g.HolderId == renewal.ApplicantId))).Acts);
    }

    [Fact]
    public async Task A_renewal_goes_on_with_a_number_that_an_earlier_term_of_the_right_had_already()
    {
        var number = $"{Next()}/GCN";
        var grant = await house.GrantAsync(given: "2020-01-01", expires: "2023-12-31", details: new GrantDetails(null, null, null, number, null), then: (right, now) => right.Renew(new GrantTerm(Day("2024-01-01"), Day("2026-08-15"), number), News("2024-01-01"), By, now));

        var officer = await GiveAsync(await CheckedAsync(grant), ("Input.ExpiresOn", "2029-08-15"), ("Input.CertificateNumber", number));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(3, (await house.ReadAsync(grant.Id)).Issue);
    }

    [Fact]
    public async Task A_right_that_ended_while_it_was_suspended_is_first_to_be_in_use_again_and_its_holder_is_told_so()
    {
        var grant = await house.GrantAsync(expires: "2026-06-30", then: (right, now) => right.Suspend(News("2026-06-01"), null, By, now));
        var code = await house.InDbAsync(db => db.Set<Organisation>().Where(o => o.Id == grant.HolderId).Select(o => o.Code).SingleAsync());
        var director = await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync("/htx-cua-toi/nhan-hieu");

        Assert.Contains("được dùng lại rồi mới xin gia hạn được", director.Text, StringComparison.Ordinal);
        Assert.Null(director.Page.QuerySelector("main a[href*='quyen=']"));
    }

    [Fact]
    public async Task A_renewal_among_many_that_the_day_does_not_fit_is_told_in_its_row_and_none_is_given()
    {
        var ended = await house.GrantAsync(expires: "2026-05-31");
        var renewal = await CheckedAsync(ended);
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Office}/trao-nhieu");
        var at = officer.Page.QuerySelectorAll("[name$='].Id']").Select(input => input.GetAttribute("value")).ToList().IndexOf(renewal.Id.ToString());

        await officer.SubmitAsync(Form, ($"Input.Rows[{at}].Chosen", "true"), ("Input.GivenOn", "2026-12-30"), ("Input.ExpiresOn", "2029-08-15"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("bắt đầu muộn nhất là ngày", officer.Page.QuerySelector($"[id='Input_Rows_{at}__CertificateNumber']")!.Closest(".ps-field")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ended.ExpiresOn, (await house.ReadAsync(ended.Id)).ExpiresOn);
    }

    [Theory]
    [InlineData("2026-09-29", true)]
    [InlineData("2026-09-30", false)]
    public async Task Point_12_a_renewal_is_asked_for_within_ninety_days_of_the_end_and_not_before(string expires, bool may)
    {
        var grant = await house.GrantAsync(expires: expires);
        var director = await (await DirectorAsync(grant)).OpenAsync($"{Own}/moi");

        await director.SubmitAsync(Form, ("Input.Product", grant.Product));

        Assert.Equal(may ? 302 : 422, director.Status);
        Assert.Equal(!may, director.Text.Contains("không cần xin lại", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_gets_the_words_of_a_right_of_another_organisation_into_the_form()
    {
        var grant = await house.GrantAsync(expires: "2026-05-31");
        var stranger = await house.App.SignedInAsync(Role.CooperativeDirector, (await house.HolderAsync()).Code);

        await stranger.OpenAsync($"{Own}/moi?quyen={grant.Id}");

        Assert.Equal("", stranger.Page.QuerySelector("[name='Input.Product']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task The_holder_of_a_suspended_right_sees_the_cause_and_the_day_by_which_to_put_it_right()
    {
        var grant = await house.GrantAsync(then: (right, now) => right.Suspend(News(), Day("2026-07-31"), By, now));

        var director = await (await DirectorAsync(grant)).OpenAsync(Own);

        Assert.Contains("Lý do của phép thử", director.Text, StringComparison.Ordinal);
        Assert.Contains("Khắc phục trước hết ngày 31/07/2026", director.Text, StringComparison.Ordinal);
        Assert.Null(director.Page.QuerySelector($"main a[href*='{grant.Id}']"));
    }

    [Theory]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-06-30", false)]
    public async Task The_holder_of_a_revoked_right_sees_until_when_it_cannot_be_asked_for_again(string until, bool told)
    {
        var grant = await house.GrantAsync(then: (right, now) => right.Revoke(News("2026-06-15"), Day(until), By, now));

        var director = await (await DirectorAsync(grant)).OpenAsync(Own);

        Assert.Equal(told, director.Text.Contains("Chưa xin lại quyền này được đến hết ngày 01/07/2026.", StringComparison.Ordinal));
    }

    private async Task<string> RegisteredAgainAsync(MarkGrant grant)
    {
        var holder = await house.InDbAsync(db => db.Set<Organisation>().Where(o => o.Id == grant.HolderId).Select(o => o.Code).SingleAsync());
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/moi");
        await officer.SubmitAsync(Form, ("Input.Holder", holder), ("Input.Product", grant.Product), ("Input.GivenOn", "2026-07-01"));
        Assert.Equal(422, officer.Status);
        return officer.Text;
    }

    private async Task<Visitor> GiveAsync(MarkApplication application, params (string, string)[] fields)
    {
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Office}/{application.Id}/trao-quyen");
        Assert.True(officer.Status == 200, officer.Text);
        return await officer.SubmitAsync(Form, fields);
    }

    private async Task<Visitor> DirectorAsync(MarkGrant grant) =>
        await house.App.SignedInAsync(Role.CooperativeDirector, await house.InDbAsync(db => db.Set<Organisation>().Where(o => o.Id == grant.HolderId).Select(o => o.Code).SingleAsync()));

    private Task<MarkApplication> OfAsync(Guid applicantId) => house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.ApplicantId == applicantId));

    /// <summary>The holder's draft, or a new one, checked with a good result.</summary>
    private Task<MarkApplication> CheckedAsync(MarkGrant grant) => house.InDbAsync(async db =>
    {
        var now = house.App.Clock.GetUtcNow().UtcDateTime;
        var content = new ApplicationContent(grant.Product, null, null, "Ấp Long Hoà", 1200, "tấn", "Theo VietGAP", null);
        var application = await db.Set<MarkApplication>().AsSplitQuery().SingleOrDefaultAsync(a => a.ApplicantId == grant.HolderId);
        if (application is null)
        {
            db.Add(application = new MarkApplication(Guid.CreateVersion7(), grant.MarkId, grant.HolderId, content, By, now));
        }
        else
        {
            application.Write(content);
        }

        application.Submit($"NH-2026-{Next()}", null, new MoveNews(Day("2026-06-25"), null), By, now);
        application.FindComplete(new MoveNews(Day("2026-06-26"), null), By, now);
        application.CheckField(new MoveNews(Day("2026-06-29"), "Đạt"), "Tổ 1", passed: true, By, now);
        await db.SaveChangesAsync();
        return application;
    });
}
