using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>A right that was suspended and one that ends soon, and a report of a label. All made up.</summary>
internal sealed partial class OfficeRecords
{
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
        db.AddRange(ending, suspended, report);
        await db.SaveChangesAsync();
        Fill($"{MarkRights.Grants}/{{id}}", suspended.Id, "");
        Fill($"{MarkRights.Grants}/{{id}}", ending.Id, "/gia-han", "/sua");
        _filled[$"{MarkRights.Grants}/{{id}}/{{buoc}}"] = $"{MarkRights.Grants}/{suspended.Id}/thu-hoi";
        _filled[$"{MarkRights.Grants}/{{id}}/van-ban/{{viec}}"] = $"{MarkRights.Grants}/{suspended.Id}/van-ban/{suspended.Acts[0].Id}";
        Fill($"{MarkRights.Reports}/{{id}}", report.Id, "");
        _filled[$"{MarkRights.Reports}/{{id}}/{{buoc}}"] = $"{MarkRights.Reports}/{report.Id}/xu-ly";
        return true;
    }
}
