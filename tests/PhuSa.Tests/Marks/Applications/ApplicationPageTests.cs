using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Applications;

/// <summary>Applications for a certification mark: on a cooperative's phone and in the office.</summary>
public sealed class ApplicationPageTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Own = "/htx-cua-toi/nhan-hieu";
    private const string Office = "/quan-tri/nhan-hieu/don";

    private static readonly (string, string)[] Making =
        [("Input.Making.Place", "Ấp Long Hoà"), ("Input.Making.Output", "1.200"), ("Input.Making.OutputUnit", "tấn"), ("Input.Making.Process", "Theo VietGAP")];

    [Fact]
    public async Task A_cooperative_applies_in_three_short_screens_and_gets_a_number()
    {
        var (director, holder) = await DirectorAsync();
        await director.OpenAsync($"{Own}/moi");
        Assert.Equal(200, director.Status);
        await director.SubmitAsync(Form, ("Input.Product", "Xoài cát Hoà Lộc"));
        Assert.True(director.Status == 302, director.Text);
        await director.FollowAsync();
        await director.SubmitAsync(Form, Making);
        Assert.True(director.Status == 302, director.Text);
        await director.FollowAsync();
        Assert.Contains("Chưa nộp", director.Text, StringComparison.Ordinal);
        Assert.Contains("1.200 tấn", director.Text, StringComparison.Ordinal);

        await director.OpenAsync(director.Page.QuerySelector("main a.btn-primary")!.GetAttribute("href")!);
        await director.SubmitAsync(Form);
        Assert.True(director.Status == 302, director.Text);

        await director.FollowAsync();
        var application = await OfAsync(holder.Id);
        Assert.Matches("^NH-2026-[0-9]{3,}$", application.Code!);
        Assert.Contains(application.Code!, director.Text, StringComparison.Ordinal);
        Assert.Contains("Đã nộp", (await director.OpenAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Contains(application.Code!, (await (await house.OfficerAsync()).OpenAsync($"{Office}?q={application.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_drafts_one_application_and_a_second_for_the_same_product_is_told_of_the_first()
    {
        var (director, holder) = await DirectorAsync();
        await director.OpenAsync($"{Own}/moi");
        var form = director.Page.QuerySelector(Form)!;
        (string, string)[] sent = [.. new[] { "NewId", "__RequestVerificationToken" }.Select(name => (name, form.QuerySelector($"[name={name}]")!.GetAttribute("value")!)), ("Input.Mark", form.QuerySelector("[name='Input.Mark'] option[selected]")!.GetAttribute("value")!), ("Input.Product", "Xoài cát")];

        await director.PostAsync($"{Own}/moi", sent);
        await director.PostAsync($"{Own}/moi", sent);
        Assert.Equal(302, director.Status);
        await OfAsync(holder.Id);

        await director.OpenAsync($"{Own}/moi");
        await director.SubmitAsync(Form, ("Input.Product", "XOÀI CÁT"));
        Assert.Equal(422, director.Status);
        Assert.Contains("Đã có đơn cho cùng nhãn hiệu và sản phẩm này", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_a_draft_without_it_cannot_be_submitted()
    {
        var (director, holder) = await DirectorAsync();
        var application = await DraftAsync(holder, ApplicationContent.Nothing with { Product = "Xoài cát" });

        await director.OpenAsync($"{Own}/{application.Id}");
        Assert.Contains("Còn thiếu, ghi xong thì nộp được", director.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await director.OpenAsync($"{Own}/{application.Id}/nop")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/san-pham")]
    [InlineData("/san-xuat")]
    [InlineData("/tep")]
    [InlineData("/nop")]
    [InlineData("/rut")]
    public async Task Nobody_reads_or_writes_the_application_of_another_organisation(string part)
    {
        var (_, holder) = await DirectorAsync();
        var (stranger, _) = await DirectorAsync();
        var application = await DraftAsync(holder);

        Assert.Equal(404, (await stranger.OpenAsync($"{Own}/{application.Id}{part}")).Status);
        Assert.Equal(403, (await stranger.OpenAsync($"{Office}/{application.Id}")).Status);
    }

    [Fact]
    public async Task The_office_asks_once_for_a_supplement_and_the_cooperative_sends_it_from_the_phone()
    {
        var (director, holder) = await DirectorAsync();
        var application = await SubmittedAsync(holder);
        var officer = await house.OfficerAsync();
        await StepAsync(officer, application, "yeu-cau-bo-sung", ("Input.Why", "Thiếu giấy an toàn thực phẩm"), ("Input.Until", "2026-07-08"));
        Assert.True(officer.Status == 302, officer.Text);

        await director.OpenAsync($"{Own}/{application.Id}");
        Assert.Contains("Thiếu giấy an toàn thực phẩm", director.Text, StringComparison.Ordinal);
        Assert.Contains("08/07/2026", director.Text, StringComparison.Ordinal);
        Assert.Contains("cần bổ sung", (await director.OpenAsync(Own)).Text, StringComparison.Ordinal);
        await director.OpenAsync($"{Own}/{application.Id}/tep");
        await director.UploadAsync(Form, "Input.File", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"u8.ToArray(), "giay-an-toan.pdf", "application/pdf");
        await director.OpenAsync($"{Own}/{application.Id}/bo-sung");
        await director.SubmitAsync(Form, ("Input.Why", "Đã gửi giấy"));
        Assert.True(director.Status == 302, director.Text);

        await officer.OpenAsync($"{Office}/{application.Id}");
        Assert.Contains("Đã nộp, đang kiểm tra hồ sơ", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yeu-cau-bo-sung", officer.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Office}/{application.Id}/yeu-cau-bo-sung")).Status);
        Assert.Equal(404, (await director.OpenAsync($"{Own}/{application.Id}/san-xuat")).Status);
    }

    [Fact]
    public async Task From_the_submission_to_the_right_whose_check_page_answers_with_the_term_of_the_regulation()
    {
        var (director, holder) = await DirectorAsync();
        var application = await SubmittedAsync(holder, (await RegulationAsync()).Id);
        var number = await house.PaperAsync("2026-07-01");
        var officer = await house.OfficerAsync();
        await StepAsync(officer, application, "du-ho-so");
        await StepAsync(officer, application, "kiem-tra", ("Input.Team", "Tổ kiểm tra 1"), ("Input.Passed", "true"), ("Input.Why", "Đúng quy trình"));
        await StepAsync(officer, application, "mau", ("Input.Team", "Trung tâm kiểm nghiệm"), ("Input.Passed", "true"), ("Input.Why", "Đạt cả 5 chỉ tiêu"));
        Assert.True(officer.Status == 302, officer.Text);

        await officer.OpenAsync($"{Office}/{application.Id}/trao-quyen");
        Assert.Equal("2029-06-30", officer.Page.QuerySelector("[name='Input.ExpiresOn']")!.GetAttribute("value"));
        await officer.SubmitAsync(Form, ("Input.CertificateNumber", $"{Next()}/GCN"), ("Input.Number", number));
        Assert.True(officer.Status == 302, officer.Text);

        var grant = await house.InDbAsync(db => db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.HolderId == holder.Id));
        Assert.Equal((await OfAsync(holder.Id)).GrantId, grant.Id);
        var reader = await house.App.Visit().OpenAsync(Check(grant));
        Assert.Contains("Đang có hiệu lực", reader.Text, StringComparison.Ordinal);
        Assert.Contains("30/06/2029", reader.Text, StringComparison.Ordinal);
        await director.OpenAsync(Own);
        Assert.Contains("Đang có hiệu lực", director.Text, StringComparison.Ordinal);
        Assert.Contains("được trao quyền dùng nhãn hiệu", (await director.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_its_reason_and_the_cooperative_reads_it()
    {
        var (director, holder) = await DirectorAsync();
        var application = await SubmittedAsync(holder);
        var officer = await house.OfficerAsync();
        await StepAsync(officer, application, "khong-trao", ("Input.Why", ""));
        Assert.Equal(422, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Why", "Nằm ngoài vùng của quy chế"));
        Assert.Equal(302, officer.Status);

        Assert.Contains("Nằm ngoài vùng của quy chế", (await director.OpenAsync($"{Own}/{application.Id}")).Text, StringComparison.Ordinal);
        await director.OpenAsync($"{Own}/moi");
        await director.SubmitAsync(Form, ("Input.Product", "Xoài cát"));
        Assert.Equal(302, director.Status);
    }

    [Fact]
    public async Task A_result_without_pass_or_fail_is_asked_for_and_nothing_typed_is_lost()
    {
        var (_, holder) = await DirectorAsync();
        var application = await SubmittedAsync(holder);
        var officer = await house.OfficerAsync();
        await StepAsync(officer, application, "du-ho-so");

        await StepAsync(officer, application, "kiem-tra", ("Input.Why", "Đúng quy trình"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Chọn đạt hay chưa đạt", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Đúng quy trình", officer.Page.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
        Assert.Equal(404, (await officer.OpenAsync($"{Office}/{application.Id}/trao-quyen")).Status);
    }

    [Fact]
    public async Task An_officer_enters_an_application_for_a_caller_with_the_day_it_came()
    {
        var (director, holder) = await DirectorAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Office}/moi");
        await officer.SubmitAsync(Form, [("Input.Applicant", holder.Code), ("Input.Source", "Đơn giấy gửi bưu điện"), ("Input.Product", "Xoài cát"), ("Input.SubmittedOn", "2026-06-29")]);
        Assert.Equal(422, officer.Status);
        Assert.Contains("Đơn còn thiếu", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, Making);

        Assert.True(officer.Status == 302, officer.Text);
        var application = await OfAsync(holder.Id);
        Assert.Equal((MarkApplicationStatus.Submitted, Day("2026-06-29")), (application.Status, application.SubmittedOn!.Value));
        Assert.Contains("Đơn giấy gửi bưu điện", (await director.OpenAsync($"{Own}/{application.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_decision_gives_all_chosen_rights_or_none()
    {
        var first = await house.CheckedApplicationAsync();
        var second = await house.CheckedApplicationAsync();
        var number = await house.PaperAsync("2026-07-01");
        var certificate = $"{Next()}/GCN";
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Office}/trao-nhieu");

        await officer.SubmitAsync(Form, [.. Chosen(officer, first, certificate), .. Chosen(officer, second, certificate), ("Input.Number", number), ("Input.Batch", "Đợt 4"), ("Input.ExpiresOn", "2029-06-30")]);
        Assert.Equal(422, officer.Status);
        Assert.Contains("Số giấy này ghi cho hai đơn", officer.Text, StringComparison.Ordinal);
        Assert.Equal(MarkApplicationStatus.Checked, (await OfAsync(first.ApplicantId)).Status);

        await officer.SubmitAsync(Form, [.. Chosen(officer, first, certificate), .. Chosen(officer, second, $"{Next()}/GCN")]);
        Assert.True(officer.Status == 302, officer.Text);

        foreach (var application in new[] { first, second })
        {
            var grant = await house.InDbAsync(db => db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.HolderId == application.ApplicantId));
            Assert.Equal(("Đợt 4", Day("2029-06-30"), grant.Id), (grant.Batch, grant.ExpiresOn!.Value, (await OfAsync(application.ApplicantId)).GrantId!.Value));
        }
    }

    [Fact]
    public async Task Applications_submitted_at_one_moment_get_numbers_of_their_own()
    {
        var drafts = new List<(Visitor Director, MarkApplication Application)>();
        for (var i = 0; i < 8; i++)
        {
            var (director, holder) = await DirectorAsync();
            var application = await DraftAsync(holder);
            await director.OpenAsync($"{Own}/{application.Id}/nop");
            drafts.Add((director, application));
        }

        await Task.WhenAll(drafts.Select(draft => draft.Director.SubmitAsync(Form)));

        Assert.All(drafts, draft => Assert.True(draft.Director.Status == 302, draft.Director.Text));
        var ids = drafts.ConvertAll(draft => draft.Application.Id).ToArray();
        var codes = await house.InDbAsync(db => db.Set<MarkApplication>().Where(a => ids.Contains(a.Id)).Select(a => a.Code).ToListAsync());
        Assert.Equal(8, codes.Distinct(StringComparer.Ordinal).Count(code => code is not null));
    }

    [Fact]
    public async Task A_version_of_a_regulation_is_entered_once_and_two_never_begin_on_one_day()
    {
        var slug = await house.InDbAsync(db => db.Set<CertificationMark>().Select(m => m.Slug).SingleAsync());
        var officer = await (await house.OfficerAsync()).OpenAsync($"/quan-tri/nhan-hieu/chung-nhan/{slug}/quy-che/moi");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.ValidFrom", "1999-01-01"), ("Input.AppraisalDays", "0"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.AppraisalDays", "10"), ("Input.Zone", "Cả tỉnh"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        Assert.Contains("10 ngày làm việc", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"/quan-tri/nhan-hieu/chung-nhan/{slug}/quy-che/moi");
        await officer.SubmitAsync(Form, ("Input.ValidFrom", "1999-01-01"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Đã có quy chế có hiệu lực từ ngày này", officer.Text, StringComparison.Ordinal);
    }

    /// <summary>The fields of an application's row in the list of those that one decision grants.</summary>
    internal static (string, string)[] Chosen(Visitor officer, MarkApplication application, string certificate)
    {
        var name = officer.Page.QuerySelector($"input[value='{application.Id}']")!.GetAttribute("name")!;
        var row = name[..^".Id".Length];
        return [($"{row}.Chosen", "true"), ($"{row}.CertificateNumber", certificate)];
    }

    private static async Task StepAsync(Visitor officer, MarkApplication application, string step, params (string, string)[] fields)
    {
        await officer.OpenAsync($"{Office}/{application.Id}/{step}");
        Assert.True(officer.Status == 200, $"{step}: {officer.Status} {officer.Text}");
        await officer.SubmitAsync(Form, fields);
    }

    private async Task<(Visitor Director, Organisation Holder)> DirectorAsync()
    {
        var holder = await house.HolderAsync();
        return (await house.App.SignedInAsync(Role.CooperativeDirector, holder.Code), holder);
    }

    private Task<MarkApplication> OfAsync(Guid applicantId) => house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.ApplicantId == applicantId));

    private Task<MarkApplication> DraftAsync(Organisation holder, ApplicationContent? content = null, Action<MarkApplication, DateTime>? then = null) => house.InDbAsync(async db =>
    {
        var mark = await db.Set<CertificationMark>().SingleAsync();
        var now = house.App.Clock.GetUtcNow().UtcDateTime;
        var application = new MarkApplication(Guid.CreateVersion7(), mark.Id, holder.Id, content ?? new ApplicationContent("Xoài cát", null, null, "Ấp Long Hoà", 1200, "tấn", "Theo VietGAP", null), By, now);
        then?.Invoke(application, now);
        db.Add(application);
        await db.SaveChangesAsync();
        return application;
    });

    private Task<MarkApplication> SubmittedAsync(Organisation holder, Guid? regulationId = null) => DraftAsync(holder, then: (application, now) => application.Submit($"NH-2026-{Next()}", regulationId, new MoveNews(Day("2026-06-25"), null), By, now));

    private Task<MarkRegulation> RegulationAsync() => house.InDbAsync(async db =>
    {
        var mark = await db.Set<CertificationMark>().SingleAsync();
        var regulation = new MarkRegulation(Guid.CreateVersion7(), mark.Id);
        regulation.Write(Day("2020-01-01"), null, new RegulationText(null, null, null, null, null, null), new RegulationRules(10, 5, 5, 36, 12));
        db.Add(regulation);
        await db.SaveChangesAsync();
        return regulation;
    });
}
