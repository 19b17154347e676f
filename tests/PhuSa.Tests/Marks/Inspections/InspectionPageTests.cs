using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Inspections;

/// <summary>Inspections through the pages: planned, announced or not, from a report, with their result; and what the holder sees of them.</summary>
public sealed class InspectionPageTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Own = "/htx-cua-toi/nhan-hieu";
    private static readonly (string, string)[] Planned = [("Input.PlannedFor", "2026-07-10"), ("Input.Unannounced", "false"), ("Input.Reason", "Định kỳ năm 2026"), ("Input.Prepare", "Sổ sản xuất")];

    [Fact]
    public async Task An_announced_visit_goes_from_its_plan_to_its_end_and_the_holder_sees_when_and_what_to_keep_ready()
    {
        var grant = await house.GrantAsync();
        var number = await house.PaperAsync();
        var officer = await house.OfficerAsync();
        var director = await DirectorAsync(grant);
        var visit = await PlanAsync(officer, $"quyen={grant.Id}");
        Assert.DoesNotContain(visit.Code, (await director.OpenAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await director.OpenAsync(InspectionDesk.OwnOf(visit.Id))).Status);

        await StepAsync(officer, visit.Id, "bao-truoc", ("Input.On", "2026-06-30"), ("Input.Until", "2026-07-01"), ("Input.Number", number));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains(number, (await officer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Contains(visit.Code, (await director.OpenAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Contains("Sổ sản xuất", (await director.OpenAsync(InspectionDesk.OwnOf(visit.Id))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Định kỳ năm 2026", director.Text, StringComparison.Ordinal);

        await ResultAsync(officer, visit.Id, "Remedy", ("Input.Rights[0].Finding", "Tem dán sai chỗ"), ("Input.Until", "2026-07-20"));
        Assert.True(officer.Status == 302, officer.Text);
        await director.OpenAsync(InspectionDesk.OwnOf(visit.Id));
        Assert.Contains("Tem dán sai chỗ", director.Text, StringComparison.Ordinal);
        Assert.Contains("20/07/2026", director.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{InspectionDesk.Of(visit.Id)}/ket-thuc")).Status);

        await StepAsync(officer, visit.Id, "da-khac-phuc", ("Input.Why", "Đã dán lại"));
        Assert.Equal(302, officer.Status);
        await StepAsync(officer, visit.Id, "ket-thuc");
        Assert.Equal(302, officer.Status);
        Assert.Equal(InspectionVisitStatus.Closed, (await ReadAsync(visit.Id)).Status);
        Assert.Equal(GrantStatus.Granted, (await house.ReadAsync(grant.Id)).Status);
    }

    [Fact]
    public async Task An_unannounced_visit_is_not_seen_by_the_holder_before_it_is_carried_out()
    {
        var grant = await house.GrantAsync();
        var officer = await house.OfficerAsync();
        var director = await DirectorAsync(grant);
        var visit = await PlanAsync(officer, $"quyen={grant.Id}", ("Input.Unannounced", "true"));

        foreach (var address in new[] { Own, "/htx-cua-toi", "/quan-tri", "/thong-bao" })
        {
            Assert.DoesNotContain(visit.Code, (await director.OpenAsync(address)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await director.OpenAsync(InspectionDesk.OwnOf(visit.Id))).Status);
        Assert.Equal(403, (await director.OpenAsync(InspectionDesk.Of(visit.Id))).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{InspectionDesk.Of(visit.Id)}/bao-truoc")).Status);

        await ResultAsync(officer, visit.Id, "Passed");
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains(visit.Code, (await director.OpenAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await director.OpenAsync(InspectionDesk.OwnOf(visit.Id))).Status);
        var another = await DirectorAsync(await house.GrantAsync());
        Assert.Equal(404, (await another.OpenAsync(InspectionDesk.OwnOf(visit.Id))).Status);
    }

    [Fact]
    public async Task A_report_by_the_public_leads_to_one_visit_however_often_it_is_sent_and_is_answered_by_what_came_of_it()
    {
        var grant = await house.GrantAsync();
        var report = await ReportAsync(grant.Id);
        var (officer, second) = (await house.OfficerAsync(), await house.OfficerAsync());
        await officer.OpenAsync($"{MarkRights.Reports}/{report}");
        var link = officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Lên lịch kiểm tra từ tin báo").GetAttribute("href")!;
        await officer.OpenAsync(link);
        await second.OpenAsync(link);
        Assert.Contains("Bao bì ghi sản phẩm khác", officer.Page.QuerySelector("[name='Input.Reason']")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.PlannedFor", "2026-07-10"), ("Input.Unannounced", "true"));
        Assert.True(officer.Status == 302, officer.Text);
        var address = officer.Redirect!.OriginalString;
        await second.SubmitAsync(Form, ("Input.PlannedFor", "2026-07-11"), ("Input.Unannounced", "true"));
        Assert.Equal((302, address), (second.Status, second.Redirect!.OriginalString));
        Assert.Equal((302, address), ((await second.OpenAsync(link)).Status, second.Redirect!.OriginalString));
        var visit = await house.InDbAsync(db => db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().SingleAsync(v => v.ReportId == report));
        Assert.Equal(VisitSource.Report, visit.Source);
        Assert.Contains(visit.Code, (await officer.OpenAsync($"{MarkRights.Reports}/{report}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await officer.OpenAsync(address)).Page.QuerySelector($"main a[href='{MarkRights.Reports}/{report}']"));

        await ResultAsync(officer, visit.Id, "ProposeSuspension", ("Input.Rights[0].Finding", "Dán tem lên hàng khác"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.OpenAsync($"{MarkRights.Reports}/{report}/xu-ly");
        Assert.Contains(visit.Code, officer.Page.QuerySelector("[name='Input.Why']")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(Form);
        Assert.Equal(302, officer.Status);
        Assert.Contains("Đề nghị tạm dừng quyền", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_visit_was_called_off_its_report_may_lead_to_another()
    {
        var report = await ReportAsync((await house.GrantAsync()).Id);
        var officer = await house.OfficerAsync();
        var first = await PlanAsync(officer, $"tin-bao={report}");
        await StepAsync(officer, first.Id, "huy", ("Input.Why", "Trùng đợt khác"));
        Assert.Equal(302, officer.Status);

        var second = await PlanAsync(officer, $"tin-bao={report}");

        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal(InspectionVisitStatus.CalledOff, (await ReadAsync(first.Id)).Status);
    }

    [Fact]
    public async Task A_report_of_no_known_right_asks_for_the_holder_and_says_what_it_cannot_find()
    {
        var report = await ReportAsync(null);
        var grant = await house.GrantAsync();
        var code = await house.InDbAsync(db => db.Set<Organisation>().Where(o => o.Id == grant.HolderId).Select(o => o.Code).SingleAsync());
        var officer = await (await house.OfficerAsync()).OpenAsync($"{InspectionDesk.Address}/moi?tin-bao={report}&don-vi=khong-co-ai");
        Assert.Contains("Không có đúng một tổ chức", officer.Text, StringComparison.Ordinal);

        var visit = await PlanAsync(officer, $"tin-bao={report}&don-vi={code}");

        Assert.Equal(grant.HolderId, visit.HolderId);
    }

    [Fact]
    public async Task An_unusual_finding_leads_to_a_visit_and_is_settled_by_it()
    {
        var grant = await house.GrantAsync();
        var scan = await house.InDbAsync(async db =>
        {
            var found = new UnusualScan(Guid.CreateVersion7(), grant.Id, null, grant.CheckCode, new ScanCount(Day("2026-06-30"), 100, 540, 200, 34, 20, 0, 2), By, house.App.Clock.GetUtcNow().UtcDateTime);
            db.Add(found);
            await db.SaveChangesAsync();
            return found.Id;
        });
        var officer = await house.OfficerAsync();

        var visit = await PlanAsync(officer, $"bat-thuong={scan}", ("Input.Unannounced", "true"));

        Assert.Equal(UnusualScanStatus.FieldCheck, await house.InDbAsync(db => db.Set<UnusualScan>().Where(s => s.Id == scan).Select(s => s.Status).SingleAsync()));
        Assert.Contains(visit.Code, (await officer.OpenAsync($"{MarkRights.Unusual}/{scan}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_names_the_inspection_that_led_to_it()
    {
        var grant = await house.GrantAsync();
        var officer = await house.OfficerAsync();
        var visit = await PlanAsync(officer, $"quyen={grant.Id}", ("Input.Unannounced", "true"));
        await ResultAsync(officer, visit.Id, "ProposeSuspension", ("Input.Rights[0].Finding", "Dán tem lên hàng khác"));
        await officer.FollowAsync();
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(a => a.GetAttribute("href")!.Contains("/tam-dung?", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Input.Why", "Theo kết quả kiểm tra"), ("Input.Visit", $"{Guid.CreateVersion7()}"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Visit", $"{visit.Id}"));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(visit.Id, Assert.Single((await house.ReadAsync(grant.Id)).Acts).VisitId);
        Assert.Contains($"Theo lượt kiểm tra {visit.Code}", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_counts_what_is_planned_and_what_is_done_and_each_number_opens_its_list()
    {
        var (grant, other) = (await house.GrantAsync(), await house.GrantAsync());
        var officer = await (await house.OfficerAsync()).OpenAsync($"{InspectionDesk.Plans}/moi");
        await officer.SubmitAsync(Form, ("Input.Title", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Title", $"Kế hoạch số {Next()}"));
        Assert.True(officer.Status == 302, officer.Text);
        var plan = Guid.Parse(officer.Redirect!.OriginalString.Split('/')[^1]);
        await officer.OpenAsync($"{InspectionDesk.Address}/moi?ke-hoach={plan}&quyen={grant.Id}");
        await officer.SubmitAsync(Form, [.. Planned[1..], ("Input.PlannedFor", "2027-01-10")]);
        Assert.Equal(422, officer.Status);
        Assert.Contains("trong năm 2026", officer.Text, StringComparison.Ordinal);
        var done = await PlanAsync(officer, $"ke-hoach={plan}&quyen={grant.Id}", ("Input.Unannounced", "true"));
        await PlanAsync(officer, $"ke-hoach={plan}&quyen={other.Id}");
        await ResultAsync(officer, done.Id, "Passed");

        await officer.OpenAsync(InspectionDesk.OfPlan(plan));
        foreach (var (state, count) in new[] { (VisitFilter.Ahead, 1), (VisitFilter.Done, 1), (VisitFilter.Late, 0) })
        {
            var address = VisitFilter.OfPlan(plan, state);
            Assert.Equal($"{count}", officer.Page.QuerySelectorAll("main a").Single(a => a.GetAttribute("href") == address).TextContent);
            var list = await (await house.OfficerAsync()).OpenAsync(address);
            Assert.Equal(count, list.Page.QuerySelectorAll("main tbody tr").Length);
        }

        Assert.Equal(422, (await (await officer.OpenAsync($"{InspectionDesk.OfPlan(plan)}/sua")).SubmitAsync(Form, ("Input.Year", "2027"))).Status);
    }

    [Fact]
    public async Task Of_two_who_record_a_result_one_succeeds_and_the_other_is_told_how_it_stands_now()
    {
        var visit = await PlanAsync(await house.OfficerAsync(), $"quyen={(await house.GrantAsync()).Id}", ("Input.Unannounced", "true"));
        var (first, second) = (await house.OfficerAsync(), await house.OfficerAsync());
        await second.OpenAsync($"{InspectionDesk.Of(visit.Id)}/huy");
        await ResultAsync(first, visit.Id, "Passed");
        Assert.Equal(302, first.Status);

        await second.SubmitAsync(Form, ("Input.Why", "Không đi nữa"));

        Assert.Equal(409, second.Status);
        Assert.Contains("Đã kiểm tra", second.Text, StringComparison.Ordinal);
        Assert.Equal("Không đi nữa", second.Page.QuerySelector("[name='Input.Why']")!.TextContent);
    }

    [Fact]
    public async Task Every_form_sent_empty_says_beside_each_field_what_is_missing_and_records_nothing()
    {
        var grant = await house.GrantAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync($"{InspectionDesk.Address}/moi?quyen={grant.Id}");
        await officer.SubmitAsync(Form, ("Input.PlannedFor", ""), ("Input.Reason", ""));
        Assert.Equal(422, officer.Status);
        Assert.All(["Nhập ngày dự kiến", "Chọn báo trước hay đột xuất", "Nhập lý do kiểm tra"], sentence => Assert.Contains(sentence, officer.Text, StringComparison.Ordinal));
        Assert.False(await house.InDbAsync(db => db.Set<InspectionVisit>().AnyAsync(v => v.HolderId == grant.HolderId)));

        var visit = await PlanAsync(officer, $"quyen={grant.Id}");
        Assert.Equal(422, (await (await officer.OpenAsync($"{InspectionDesk.Of(visit.Id)}/sua")).SubmitAsync(Form, ("Input.PlannedFor", ""), ("Input.Reason", ""))).Status);
        await StepAsync(officer, visit.Id, "bao-truoc", ("Input.On", ""), ("Input.Until", ""));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập ngày hẹn kiểm tra", officer.Text, StringComparison.Ordinal);
        await StepAsync(officer, visit.Id, "bao-truoc");
        await StepAsync(officer, visit.Id, "ket-qua", ("Input.On", ""));
        Assert.Equal(422, officer.Status);
        Assert.All(["Ghi tên ít nhất một người", "Ghi những gì đã kiểm tra", "Chọn kết quả của quyền này"], sentence => Assert.Contains(sentence, officer.Text, StringComparison.Ordinal));
        Assert.Equal(422, (await StepAsync(officer, visit.Id, "huy", ("Input.Why", ""))).Status);
        Assert.Equal(InspectionVisitStatus.Announced, (await ReadAsync(visit.Id)).Status);
    }

    [Fact]
    public async Task What_a_hostile_browser_sends_plans_and_records_nothing()
    {
        var (grant, foreign) = (await house.GrantAsync(), await house.GrantAsync());
        var officer = await (await house.OfficerAsync()).OpenAsync($"{InspectionDesk.Address}/moi?quyen={grant.Id}");
        var token = officer.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var id = Guid.CreateVersion7();
        (string, string)[] fields = [("__RequestVerificationToken", token), ("NewId", $"{id}"), ("Input.PlannedFor", "2026-07-10"), ("Input.Unannounced", "true"), ("Input.Reason", "x")];
        await officer.PostAsync($"{InspectionDesk.Address}/moi?quyen={grant.Id}", [.. fields, ("Input.Grants", $"{foreign.Id}")]);
        Assert.Equal(422, officer.Status);
        await officer.PostAsync($"{InspectionDesk.Address}/moi", [.. fields, ("Input.Grants", $"{grant.Id}")]);
        Assert.Equal(422, officer.Status);
        await officer.PostAsync($"{InspectionDesk.Address}/moi?quyen={Guid.CreateVersion7()}", fields);
        Assert.Equal(404, officer.Status);
        Assert.False(await house.InDbAsync(db => db.Set<InspectionVisit>().AnyAsync(v => v.Id == id)));

        var visit = await PlanAsync(officer, $"quyen={grant.Id}", ("Input.Unannounced", "true"));
        await officer.OpenAsync($"{InspectionDesk.Of(visit.Id)}/ket-qua");
        await officer.SubmitAsync(Form, ("Input.Rights[0].Result", "77"), ("Input.Team", "A"), ("Input.LookedAt", "B"));
        Assert.Equal(422, officer.Status);
        Assert.Null((await ReadAsync(visit.Id)).CarriedOutOn);
    }

    [Fact]
    public async Task The_list_goes_out_as_a_table_and_what_waits_stands_in_the_officers_queue()
    {
        var officer = await house.OfficerAsync();
        var visit = await PlanAsync(officer, $"quyen={(await house.GrantAsync()).Id}", ("Input.PlannedFor", "2026-06-01"));
        var csv = await officer.Http.GetStringAsync(new Uri($"{InspectionDesk.Address}.csv?q={visit.Code}", UriKind.Relative));
        Assert.Contains(visit.Code, csv, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await officer.Http.GetAsync(new Uri($"{InspectionDesk.Address}.xlsx", UriKind.Relative))).StatusCode);
        Assert.Contains(visit.Code, (await officer.OpenAsync($"{InspectionDesk.Address}?tinh-trang=qua-han&sap-xep=don-vi")).Text, StringComparison.Ordinal);
        Assert.Contains(visit.Code, (await officer.OpenAsync("/quan-tri/viec-cua-toi")).Text + (await officer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
    }

    private static async Task<Visitor> StepAsync(Visitor officer, Guid visit, string word, params (string Name, string Value)[] fields)
    {
        await officer.OpenAsync($"{InspectionDesk.Of(visit)}/{word}");
        Assert.Equal(200, officer.Status);
        return await officer.SubmitAsync(Form, fields);
    }

    private static Task<Visitor> ResultAsync(Visitor officer, Guid visit, string result, params (string Name, string Value)[] more) =>
        StepAsync(officer, visit, "ket-qua", [("Input.Team", "Lê Thị Mẫu, Trần Văn Mẫu"), ("Input.LookedAt", "Bao bì, sổ sản xuất"), ("Input.Rights[0].Result", result), .. more]);

    private async Task<InspectionVisit> PlanAsync(Visitor officer, string query, params (string Name, string Value)[] more)
    {
        await officer.OpenAsync($"{InspectionDesk.Address}/moi?{query}");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, [.. Planned, .. more]);
        Assert.True(officer.Status == 302, officer.Text);
        return await ReadAsync(Guid.Parse(officer.Redirect!.OriginalString.Split('/')[^1]));
    }

    private Task<InspectionVisit> ReadAsync(Guid id) => house.InDbAsync(db => db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().SingleAsync(v => v.Id == id));

    private async Task<Visitor> DirectorAsync(MarkGrant grant) =>
        await house.App.SignedInAsync(Role.CooperativeDirector, await house.InDbAsync(db => db.Set<Organisation>().Where(o => o.Id == grant.HolderId).Select(o => o.Code).SingleAsync()));

    private Task<Guid> ReportAsync(Guid? grant) => house.InDbAsync(async db =>
    {
        var report = new LabelReport(Guid.CreateVersion7(), grant, new LabelReportWords(null, "Bao bì ghi sản phẩm khác", "Chợ Mẫu", null), By, house.App.Clock.GetUtcNow().UtcDateTime);
        db.Add(report);
        await db.SaveChangesAsync();
        return report.Id;
    });
}
