using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>A cooperative with something in every part of its file.</summary>
internal sealed partial class OfficeRecords
{
    private const string Registered = "htx-an-binh";

    private async Task<bool> CooperativesAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == Registered);
        if (cooperative.Status == CooperativeStatus.Unknown)
        {
            await FileAsync(db, cooperative);
        }

        foreach (var part in new[] { "", "/dang-ky", "/lien-he", "/so-lieu", "/bo-may", "/chung-nhan", "/tinh-trang", "/dong-y" })
        {
            _filled[$"{RegistryRights.Address}/{{code}}{part}"] = $"{RegistryRights.Address}/{Registered}{part}";
        }

        return true;
    }

    private static async Task FileAsync(AppDbContext db, Cooperative cooperative)
    {
        var today = VietnamTime.Today(TimeProvider.System);
        cooperative.Register(new Registration(null, "1601987654", ["5107A00012"], RecordTime.Month(2015, 10), "Phòng Tài chính - Kế hoạch huyện Thoại Sơn", CooperativeSector.Agriculture, "Trồng lúa, làm gạo an toàn", cooperative.Source));
        var years = new[] { (Year: 2024, Members: 58), (Year: 2025, Members: 63) }.Select(row =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, row.Year);
            year.Describe(new YearContent(row.Members, 2, null, 1_250_000_000, row.Year == 2025 ? 3_400_000_000 : null, "Báo cáo năm của hợp tác xã"));
            return year;
        }).ToList();
        var contact = new CooperativeContact(cooperative.Id);
        contact.Describe(new ContactContent("Nguyễn Văn Mười", "0918000111", "htx.anbinh@vi-du.vn", "https://vi-du.vn/htx-an-binh", "Ấp Phú Hiệp", 10.3126m, 105.2431m));
        var director = new BoardMember(Guid.CreateVersion7(), cooperative.Id);
        director.Describe(new BoardContent("Nguyễn Văn Mười", BoardRole.Director, "0918000111", new DateOnly(2023, 1, 1), To: null));
        var certificate = new HeldCertificate(Guid.CreateVersion7(), cooperative.Id);
        certificate.Describe(new CertificateContent("VietGAP trồng trọt", "VietGAP-TT-12-03-89-0001", "Trung tâm chứng nhận", "Lúa, 45 ha", new DateOnly(2024, 5, 1), today.AddDays(40)));
        db.AddRange(years);
        db.AddRange(contact, director, certificate);
        cooperative.Classify(years);
        cooperative.Change(CooperativeAction.Activate, new StatusNews(new DateOnly(2015, 10, 20), "Giấy chứng nhận đăng ký hợp tác xã", "Đang hoạt động theo báo cáo năm 2025", []), today, OfficePeople.By, Now);
        cooperative.Agree([PublicItem.Phone, PublicItem.Sector], today, "Phiếu đồng ý công khai");
        await db.SaveChangesAsync();
    }
}
