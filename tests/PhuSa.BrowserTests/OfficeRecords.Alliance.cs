using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>A member, requests in two states, decisions before and after their signature, a nomination, a memorandum and a receipt. All made up.</summary>
internal sealed partial class OfficeRecords
{
    private const string AllianceOffice = "/quan-tri/lien-minh";
    private static int _members;

    private async Task<bool> AllianceAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var today = VietnamTime.Today(TimeProvider.System);
        var register = services.GetRequiredService<IOrganisationRegister>();
        var ids = new List<Guid>();
        var codes = new List<string>();
        foreach (var what in new[] { "Thành viên", "Đề nghị", "Chờ ký" })
        {
            var id = Guid.CreateVersion7();
            codes.Add(await register.OpenAsync(id, OrganisationKind.Cooperative, $"HTX Mẫu {what} {Interlocked.Increment(ref _members)}", shortName: null, [], CancellationToken.None));
            ids.Add(id);
            await db.SaveChangesAsync();
        }

        var (signed, row, act) = Admit(db, ids[0], codes[0], today);
        var (awarding, award, off) = Awarded(db, ids[0], today);
        var announced = Announced(db, today);
        var requests = ids.Skip(1).Select(id => new MembershipRequest(Guid.CreateVersion7(), new RequestSheet(id, "Official", today, "Đơn xin gia nhập số 01", null), OfficePeople.By, Now)).ToList();
        var draft = new AdmissionDecision(Guid.CreateVersion7(), "Đợt kết nạp tới", OfficePeople.By, Now);
        requests[1].Appraise("Phòng Tư vấn, hỗ trợ", "Đủ điều kiện theo Điều lệ", OfficePeople.By, Now);
        requests[1].List(draft.Id, OfficePeople.By, Now);
        db.AddRange(requests);
        db.Add(draft);
        var kind = await db.Set<AwardKind>().OrderBy(k => k.Id).FirstAsync();
        var nomination = new Nomination(Guid.CreateVersion7(), new NominationSheet(kind.Id, AwardScope.Collective, ids[0], null, "Tiêu thụ toàn bộ sản phẩm của thành viên trong ba năm liền", "Đã có thành tích trong tiêu thụ sản phẩm cho thành viên", today), OfficePeople.By, Now);
        db.Add(nomination);
        await db.SaveChangesAsync();
        var (memorandum, obligation) = await MemorandumAsync(db, ids, today);
        var receipt = await FeesAsync(services, db, ids[0], today);

        FillAlliance(codes[0], signed, draft.Id, requests[0].Id, nomination.Id, kind.Id);
        _filled[$"{AllianceOffice}/thanh-vien/{{code}}/ghi-nham/{{id}}"] = $"{AllianceOffice}/thanh-vien/{codes[0]}/ghi-nham/{act}";
        _filled[$"{AllianceOffice}/{{loai}}/quyet-dinh/{{id}}/dong/{{dong}}"] = $"{AllianceOffice}/ket-nap/quyet-dinh/{signed}/dong/{row}";
        _filled[$"{AllianceOffice}/{{loai}}/quyet-dinh/{{id}}/bo-ngay-cong-bo"] = $"{AllianceOffice}/ket-nap/quyet-dinh/{announced}/bo-ngay-cong-bo";
        _filled[$"{AllianceOffice}/khen-thuong/quyet-dinh/{{id}}/dong/{{dong}}/ly-do"] = $"{AllianceOffice}/khen-thuong/quyet-dinh/{awarding}/dong/{award}/ly-do";
        _filled[$"{AllianceOffice}/{{loai}}/quyet-dinh/{{id}}/dong/{{dong}}/dua-lai"] = $"{AllianceOffice}/khen-thuong/quyet-dinh/{awarding}/dong/{off}/dua-lai";
        FillMoney(memorandum, obligation, receipt);
        return true;
    }

    private static (Guid Decision, Guid Row, Guid Off) Awarded(AppDbContext db, Guid organisation, DateOnly today)
    {
        var paper = new Paper(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), new() { Kind = PaperKind.Decision, Number = $"{_members}/QĐ-KT", Title = "Về việc khen thưởng", SignedOn = RecordTime.Day(today.AddMonths(-7)), IsPublic = true }, OfficePeople.By, Now);
        var decision = new AwardDecision(Guid.CreateVersion7(), "Đợt khen thưởng trước", OfficePeople.By, Now);
        decision.Sign(paper.Id, paper.SignedOn, OfficePeople.By, Now);
        var award = new Award(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), decision.Id);
        award.Describe(AwardLevel.ProvincialAlliance, AwardForm.Commendation, AwardScope.Collective, organisation, recipientName: null, "Đã có thành tích trong phát triển kinh tế tập thể", source: null);
        var off = new Award(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), decision.Id);
        off.Describe(AwardLevel.ProvincialAlliance, AwardForm.Commendation, AwardScope.Collective, organisationId: null, "Tổ hợp tác Mẫu", reason: null, source: null);
        off.TakeOff(new Correction("Đính chính mẫu", "Ghi nhầm tên"), OfficePeople.By, Now);
        db.AddRange(paper, decision, award, off);
        return (decision.Id, award.Id, off.Id);
    }

    private static Guid Announced(AppDbContext db, DateOnly today)
    {
        var day = RecordTime.Day(today.AddMonths(-4));
        var paper = new Paper(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), new() { Kind = PaperKind.Decision, Number = $"{_members}/QĐ-CB", Title = "Về việc kết nạp thành viên", SignedOn = day, IsPublic = true }, OfficePeople.By, Now);
        var decision = new AdmissionDecision(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), new DecisionFacts(paper.Id, day, RecordTime.Day(today.AddMonths(-3)), ListKnown: false, null, null), DecisionStatus.Announced, OfficePeople.By, Now);
        db.AddRange(paper, decision);
        return decision.Id;
    }

    private static (Guid Decision, Guid Row, Guid Act) Admit(AppDbContext db, Guid organisation, string code, DateOnly today)
    {
        var paper = new Paper(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), new() { Kind = PaperKind.Decision, Number = $"{_members}/QĐ-LMHTX", Title = "Về việc kết nạp thành viên", SignedOn = RecordTime.Day(today.AddMonths(-8)), IsPublic = true }, OfficePeople.By, Now);
        var decision = new AdmissionDecision(Guid.CreateVersion7(), "Đợt kết nạp trước", OfficePeople.By, Now);
        decision.Sign(paper.Id, paper.SignedOn, OfficePeople.By, Now);
        var admission = new Admission(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), decision.Id, organisation);
        admission.Describe("Official", source: null);
        var membership = new Membership(organisation, code);
        membership.Admit(MembershipHistory.Of([], []), code, "Official", paper.SignedOn.From!.Value, today, paper.Id, OfficePeople.By, Now);
        var joining = new Joining(admission.Id, decision.Id, "Official", paper.SignedOn, RecordTime.Unknown);
        var (suspended, restored) = (today.AddMonths(-6), today.AddMonths(-5));
        membership.Record(MembershipHistory.Of([joining], []), code, MembershipAction.Suspend, new MembershipNews(suspended, "Quyết định mẫu", "Chưa nộp hội phí"), today, OfficePeople.By, Now);
        var act = membership.Acts[0].Id;
        membership.Record(MembershipHistory.Of([joining], [new Happening(act, MembershipAction.Suspend, suspended)]), code, MembershipAction.Restore, new MembershipNews(restored, "Quyết định mẫu", "Đã nộp đủ"), today, OfficePeople.By, Now);
        db.AddRange(paper, decision, admission, membership);
        return (decision.Id, admission.Id, act);
    }

    private static async Task<(string Code, Guid Obligation)> MemorandumAsync(AppDbContext db, List<Guid> parties, DateOnly today)
    {
        var id = Guid.CreateVersion7();
        var memorandum = new Memorandum(id, id.ToString("N"), parties[0], parties[1], new MemorandumFacts("Bản ghi nhớ về tiêu thụ nông sản", RecordTime.Day(today.AddMonths(-2)), "Tiêu thụ lúa và xoài", null, null, null), MemorandumStatus.Signed, OfficePeople.By, Now);
        memorandum.Agree(new MemorandumTerms("Tiêu thụ nông sản", today.AddYears(1), OtherParties: null));
        var late = new Obligation(Guid.CreateVersion7(), id, new ObligationSheet("Bao tiêu 200 tấn lúa vụ hè thu", parties[1], today.AddDays(-3)), OfficePeople.By, Now);
        var done = new Obligation(Guid.CreateVersion7(), id, new ObligationSheet("Gửi danh sách hộ tham gia", parties[0], today.AddDays(-30)), OfficePeople.By, Now);
        done.Take(ObligationAction.Fulfil, "Công văn kèm danh sách 45 hộ", today.AddDays(-32), OfficePeople.By, Now);
        db.AddRange(memorandum, late, done);
        await db.SaveChangesAsync();
        return (memorandum.Code, late.Id);
    }

    private static async Task<Guid> FeesAsync(IServiceProvider services, AppDbContext db, Guid payer, DateOnly today)
    {
        if (!await db.Set<FeeSchedule>().AnyAsync(s => s.FirstYear == today.Year))
        {
            var schedule = new FeeSchedule(Guid.CreateVersion7(), today.Year);
            schedule.Set(PartYear.ByMonths, "Nghị quyết mẫu, không phải của Liên minh nào", [new("Official", null, 1_200_000), new("Official", OrganisationKind.PeoplesCreditFund, 3_600_000)]);
            db.Add(schedule);
            await db.SaveChangesAsync();
        }

        return (await services.GetRequiredService<FeeBook>().ReceiveAsync(Guid.CreateVersion7(), new ReceiptSheet(payer, today.Year, 600_000, today, "Thủ quỹ hợp tác xã", PaymentMethod.Transfer), OfficePeople.By, CancellationToken.None)).Id;
    }

    private void FillAlliance(string member, Guid signed, Guid draft, Guid request, Guid nomination, Guid kind)
    {
        _filled[$"{AllianceOffice}/thanh-vien/{{code}}"] = $"{AllianceOffice}/thanh-vien/{member}";
        _filled[$"{AllianceOffice}/thanh-vien/{{code}}/thay-doi"] = $"{AllianceOffice}/thanh-vien/{member}/thay-doi";
        _filled[$"{AllianceOffice}/thanh-vien/{{code}}/the"] = $"{AllianceOffice}/thanh-vien/{member}/the";
        _filled[$"{AllianceOffice}/loai-thanh-vien/{{code}}"] = $"{AllianceOffice}/loai-thanh-vien/Official";
        _filled[$"{AllianceOffice}/hinh-thuc-khen/{{id}}"] = $"{AllianceOffice}/hinh-thuc-khen/{kind}";
        Fill($"{AllianceOffice}/ket-nap/{{id}}", request, "");
        Fill($"{AllianceOffice}/khen-thuong/{{id}}", nomination, "");
        _filled[$"{AllianceOffice}/ket-nap/{{id}}/{{buoc}}"] = $"{AllianceOffice}/ket-nap/{request}/tham-dinh";
        _filled[$"{AllianceOffice}/khen-thuong/{{id}}/{{buoc}}"] = $"{AllianceOffice}/khen-thuong/{nomination}/dong-y";
        var decisions = $"{AllianceOffice}/{{loai}}/quyet-dinh";
        _filled[$"{decisions}/moi"] = $"{AllianceOffice}/ket-nap/quyet-dinh/moi";
        foreach (var (end, id) in new[] { ("", signed), ("/cong-bo", signed), ("/huy-so", signed), ("/danh-sach", draft), ("/ky", draft), ("/bo", draft) })
        {
            _filled[$"{decisions}/{{id}}{end}"] = $"{AllianceOffice}/ket-nap/quyet-dinh/{id}{end}";
        }
    }

    private void FillMoney(string memorandum, Guid obligation, Guid receipt)
    {
        var memoranda = $"{AllianceOffice}/ban-ghi-nho";
        foreach (var part in new[] { "", "/sua", "/ban-ky" })
        {
            _filled[$"{memoranda}/{{code}}{part}"] = $"{memoranda}/{memorandum}{part}";
        }

        _filled[$"{memoranda}/{{code}}/{{buoc}}"] = $"{memoranda}/{memorandum}/gia-han";
        _filled[$"{memoranda}/{{code}}/nghia-vu/{{id}}"] = $"{memoranda}/{memorandum}/nghia-vu/{obligation}";
        _filled[$"{memoranda}/{{code}}/nghia-vu/{{id}}/{{buoc}}"] = $"{memoranda}/{memorandum}/nghia-vu/{obligation}/da-xong";
        _filled[$"{AllianceOffice}/hoi-phi/bieu/{{nam}}"] = $"{AllianceOffice}/hoi-phi/bieu/moi";
        _filled[$"{AllianceOffice}/hoi-phi/bieu/{{nam}}/rut"] = $"{AllianceOffice}/hoi-phi/bieu/{VietnamTime.Today(TimeProvider.System).Year}/rut";
        Fill($"{AllianceOffice}/hoi-phi/phieu-thu/{{id}}", receipt, "", "/huy");
    }
}
