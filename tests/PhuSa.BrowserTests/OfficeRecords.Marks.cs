using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>A right that was suspended and one that ends soon, and a report of a label. All made up.</summary>
internal sealed partial class OfficeRecords
{
    private static long _label = 1;

    private async Task<bool> MarksAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var (today, now) = (VietnamTime.Today(TimeProvider.System), Now);
        var mark = await db.Set<CertificationMark>().OrderBy(m => m.Code).FirstAsync();
        var holder = Guid.CreateVersion7();
        await services.GetRequiredService<IOrganisationRegister>().OpenAsync(holder, OrganisationKind.HouseholdBusiness, "Hộ kinh doanh Mẫu Văn Xoài", shortName: null, [], CancellationToken.None);
        var ending = new MarkGrant(Guid.CreateVersion7(), $"quyen-{holder:N}-1", mark.Id, holder, new GrantTerms("Xoài sấy Mẫu", RecordTime.Day(today.AddYears(-2)), today.AddDays(20), null, null, null), GrantStatus.Granted, OfficePeople.By, now);
        ending.Detail(new GrantDetails("Trái cây", "Tổ 1", "Đợt mẫu", $"{holder:N}", null));
        var suspended = new MarkGrant(Guid.CreateVersion7(), $"quyen-{holder:N}-2", mark.Id, holder, new GrantTerms("Mứt xoài Mẫu", RecordTime.Day(today.AddYears(-1)), today.AddYears(1), null, null, null), GrantStatus.Granted, OfficePeople.By, now);
        suspended.Suspend(new GrantNews(today.AddDays(-20), "Chưa nộp kết quả kiểm nghiệm", null), today.AddDays(-5), OfficePeople.By, now);
        var report = new LabelReport(Guid.CreateVersion7(), ending.Id, new LabelReportWords(CheckCode.Written(ending.CheckCode), "Bao bì ghi sản phẩm khác", "Chợ Mẫu", null), OfficePeople.By, now);
        var place = new LabelPlace(ending.Id, mark.Id);
        var declared = new OutputDeclaration(Guid.CreateVersion7(), ending.Id, new DeclaredOutput(today.AddYears(-1), today, 500, "kg", 2, "Bản khai mẫu"), OfficePeople.By, now);
        var first = Interlocked.Add(ref _label, 1_000) - 1_000;
        var issued = new LabelEntry(Guid.CreateVersion7(), place, LabelMove.Issue, LabelAmount.Numbered(new LabelSpan("MẪU", first, first + 999)), new LabelNews(today.AddDays(-30), "Đợt tem mẫu"), OfficePeople.By, now) { DeclarationId = declared.Id, CheckCode = CheckCode.New() };
        var used = new LabelEntry(Guid.CreateVersion7(), place, LabelMove.Use, LabelAmount.Numbered(new LabelSpan("MẪU", first, first + 99)), new LabelNews(today.AddDays(-10), null), OfficePeople.By, now);
        var scan = new UnusualScan(Guid.CreateVersion7(), ending.Id, issued.Id, issued.CheckCode, new ScanCount(today.AddDays(-1), issued.Count, 540, 200, 34, 20, 0, 2), OfficePeople.By, now);
        db.AddRange(ending, suspended, report, declared, issued, used, scan);
        await db.SaveChangesAsync();
        Fill($"{MarkRights.Grants}/{{id}}", suspended.Id, "");
        Fill($"{MarkRights.Grants}/{{id}}", ending.Id, "/gia-han", "/sua");
        _filled[$"{MarkRights.Grants}/{{id}}/{{buoc}}"] = $"{MarkRights.Grants}/{suspended.Id}/thu-hoi";
        _filled[$"{MarkRights.Grants}/{{id}}/van-ban/{{viec}}"] = $"{MarkRights.Grants}/{suspended.Id}/van-ban/{suspended.Acts[0].Id}";
        Fill($"{MarkRights.Grants}/{{id}}", ending.Id, "/tem", "/tem/cap", "/tem/san-luong");
        _filled[$"{MarkRights.Grants}/{{id}}/tem/{{viec}}"] = $"{MarkRights.LabelsOf(ending.Id)}/huy";
        _filled[$"{MarkRights.Grants}/{{id}}/tem/dao/{{dong}}"] = $"{MarkRights.LabelsOf(ending.Id)}/dao/{used.Id}";
        _filled[$"{MarkRights.Grants}/{{id}}/tem/san-luong/{{ban}}/rut"] = $"{MarkRights.LabelsOf(ending.Id)}/san-luong/{declared.Id}/rut";
        Fill($"{MarkRights.Unusual}/{{id}}", scan.Id, "");
        _filled[$"{MarkRights.Unusual}/{{id}}/{{buoc}}"] = $"{MarkRights.Unusual}/{scan.Id}/khong-van-de";
        Fill($"{MarkRights.Reports}/{{id}}", report.Id, "");
        _filled[$"{MarkRights.Reports}/{{id}}/{{buoc}}"] = $"{MarkRights.Reports}/{report.Id}/xu-ly";
        return true;
    }
}
