using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Marks.Office.Collective;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Marks.Statements;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
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
        ending.Detail(new GrantDetails("Trái cây", "Tổ 1", "Đợt_mẫu_viết_liền_không_dấu_cách_theo_tờ_trình", $"{holder:N}", null));
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
        await CollectiveMarksAsync(db, holder, today, now);
        using var signer = await services.GetRequiredService<StatementKeys>().SignerAsync(CancellationToken.None);
        var key = await db.Set<StatementKey>().Where(k => k.Status == StatementKeyStatus.Signing).Select(k => k.Id).SingleAsync();
        await SampleAsync(services, db, mark.Id);
        _filled[$"{StatementRights.Office}/{{id}}/{{buoc}}"] = $"{StatementRights.Office}/{key}/bi-lo";
        Fill($"{MarkRights.Grants}/{{id}}", suspended.Id, "");
        Fill($"{MarkRights.Grants}/{{id}}", ending.Id, "/gia-han", "/sua", "/quyet-dinh");
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

    /// <summary>A picture of the mark as it stands on labels; all tests share one mark.</summary>
    private async Task SampleAsync(IServiceProvider services, AppDbContext db, Guid markId)
    {
        var mark = await db.Set<CertificationMark>().SingleAsync(m => m.Id == markId);
        if (mark.Samples.Count == 0)
        {
            using var content = new MemoryStream(Convert.FromBase64String(OcopRecords.Pixel));
            mark.Show((await services.GetRequiredService<IFiles>().TakeInAsync(new(content, "mau.png"), MarkSampleFiles.Of(markId), MarkSampleFiles.Rules, CancellationToken.None)).Id, "Mẫu nhãn hiệu để thử");
            db.Entry(mark).Property(m => m.Version).IsModified = true;
            await db.SaveChangesAsync();
        }

        var route = $"{MarkRights.Marks}/{{slug}}/mau";
        var sample = $"{MarkRights.Marks}/{mark.Slug}/mau/{mark.Samples[0].Id}";
        _filled[route] = $"{MarkRights.Marks}/{mark.Slug}/mau";
        _filled[$"{route}/{{id}}"] = sample;
        _filled[$"{route}/{{id}}/bo"] = $"{sample}/bo";
    }

    private static int _filings = 54_320;

    /// <summary>Marks at the stages that the pages of steps need, one with a member.</summary>
    private async Task CollectiveMarksAsync(AppDbContext db, Guid owner, DateOnly today, DateTime now)
    {
        const string Said = "Theo thông báo của Cục";
        var marks = Enumerable.Range(1, 3).Select(number =>
        {
            var made = new CollectiveMark(Guid.CreateVersion7(), $"nhtt-{owner:N}-{number}", number == 3 ? FilingStage.FeePaid : FilingStage.Preparing, OfficePeople.By, now);
            made.Describe($"RAU MẪU - XÃ MẪU {number}", owner, null, "Hồ sơ mẫu");
            return made;
        }).ToList();
        var (preparing, published, feePaid) = (marks[0], marks[1], marks[2]);
        published.File($"4-2020-{Interlocked.Increment(ref _filings):D5}", "31", "Rau, củ, quả tươi", new MoveNews(today.AddMonths(-20), Said, null), OfficePeople.By, now);
        published.Take(FilingAction.AcceptForm, new MoveNews(today.AddMonths(-18), Said, null), OfficePeople.By, now);
        published.Take(FilingAction.PublishApplication, new MoveNews(today.AddMonths(-15), Said, null), OfficePeople.By, now);
        var member = new MarkMember(Guid.CreateVersion7(), published.Id, owner, today.AddYears(-1));
        db.AddRange(marks);
        db.Add(member);
        await db.SaveChangesAsync();
        var route = $"{CollectiveRights.Marks}/{{id}}";
        Fill(route, published.Id, "", "/sua", "/quy-che", "/thanh-vien/moi");
        Fill(route, preparing.Id, "/nop-don");
        Fill(route, feePaid.Id, "/cap-van-bang");
        _filled[$"{route}/{{buoc}}"] = $"{CollectiveRights.Of(published.Id)}/phan-doi";
        _filled[$"{route}/van-ban/{{viec}}"] = $"{CollectiveRights.Of(published.Id)}/van-ban/{published.Acts[0].Id}";
        _filled[$"{route}/thanh-vien/{{tv}}/thoi"] = $"{CollectiveRights.Of(published.Id)}/thanh-vien/{member.Id}/thoi";
        await SupportAsync(db, published.Id, today, now);
        _filled[$"{CollectiveRights.Terms}/{{ma}}"] = $"{CollectiveRights.Terms}/moi";
    }

    /// <summary>A request that was agreed to, and contracts at the steps that the pages need.</summary>
    private async Task SupportAsync(AppDbContext db, Guid mark, DateOnly today, DateTime now)
    {
        var request = new MarkSupportRequest(Guid.CreateVersion7(), mark, new SupportWish(today.AddDays(-40), 2_500_000, "Chi phí nộp đơn lần đầu", "Hồ sơ mẫu"), OfficePeople.By, now);
        request.Take(SupportRequestAction.AgreeInPrinciple, new MoveNews(today.AddDays(-30), "Chủ trương mẫu", null), OfficePeople.By, now);
        var contracts = Enum.GetValues<ContractStatus>().Where(status => status != ContractStatus.Liquidated).Select(status =>
            new MarkSupportContract(Guid.CreateVersion7(), $"hd-{mark:N}-{(int)status}", mark, null, status == ContractStatus.Signed ? new ContractMoney(2_500_000, null, RecordTime.Unknown, RecordTime.Unknown, null, RecordTime.Unknown) : new ContractMoney(2_500_000, 2_500_000, RecordTime.Day(today.AddDays(-20)), RecordTime.Unknown, null, RecordTime.Unknown), status, OfficePeople.By, now)).ToList();
        var (signed, paid, accepted) = (contracts[0], contracts[1], contracts[2]);
        signed.PayPart(1_000_000, new MoveNews(today.AddDays(-10), "Uỷ nhiệm chi mẫu", null), OfficePeople.By, now);
        db.Add(request);
        db.AddRange(contracts);
        await db.SaveChangesAsync();
        Fill($"{SupportRights.Support}/de-nghi/{{id}}", request.Id, "", "/hop-dong");
        Fill($"{SupportRights.Support}/hop-dong/{{id}}", signed.Id, "", "/chi", "/sua");
        Fill($"{SupportRights.Support}/hop-dong/{{id}}", paid.Id, "/nghiem-thu");
        Fill($"{SupportRights.Support}/hop-dong/{{id}}", accepted.Id, "/thanh-ly");
        _filled[$"{SupportRights.Support}/de-nghi/{{id}}/{{buoc}}"] = $"{SupportRights.OfRequest(request.Id)}/khong-ho-tro";
        _filled[$"{SupportRights.Support}/de-nghi/{{id}}/van-ban/{{viec}}"] = $"{SupportRights.OfRequest(request.Id)}/van-ban/{request.Acts[0].Id}";
        _filled[$"{SupportRights.Support}/hop-dong/{{id}}/van-ban/{{viec}}"] = $"{SupportRights.OfContract(signed.Id)}/van-ban/{signed.Acts[0].Id}";
    }
}
