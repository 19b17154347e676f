using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Office.Chosen;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>A cooperative with something in every part of its file.</summary>
internal sealed partial class OfficeRecords
{
    /// <summary>Made up: what stands in its file must not be taken for a fact of a real cooperative.</summary>
    private const string Registered = "htx-nong-nghiep-mau";

    /// <summary>Another, in no form of any page: what tests that send forms empty leave behind does not reach it.</summary>
    public const string Mapped = "htx-ve-mau";

    private async Task<bool> CooperativesAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        if (!await db.Set<Cooperative>().AnyAsync(c => c.Code == Registered))
        {
            var id = Guid.CreateVersion7();
            var code = await services.GetRequiredService<IOrganisationRegister>().OpenAsync(id, OrganisationKind.Cooperative, "HTX Nông nghiệp Mẫu", "HTX Mẫu", [], CancellationToken.None);
            var cooperative = new Cooperative(id, code);
            cooperative.Settle("xã An Bình, huyện Thoại Sơn", (await services.GetRequiredService<IPlaces>().FindAsync("30692", new DateOnly(2020, 1, 1), CancellationToken.None))!.Id, source: null);
            db.Add(cooperative);
            await FileAsync(db, cooperative);
            await OnMapAsync(db, services.GetRequiredService<IOrganisationRegister>());
        }

        foreach (var part in new[] { "", "/dang-ky", "/lien-he", "/so-lieu", "/bo-may", "/chung-nhan", "/tinh-trang", "/dong-y" })
        {
            _filled[$"{RegistryRights.Address}/{{code}}{part}"] = $"{RegistryRights.Address}/{Registered}{part}";
        }

        foreach (var part in new[] { "/linh-vuc", "/dong-y" })
        {
            _filled[ChosenDesk.Address + part] = $"{ChosenDesk.Address}{part}?{ChosenDesk.CodeKey}={Registered}&{ChosenDesk.CodeKey}=htx-long-binh";
        }

        return true;
    }

    private static async Task FileAsync(AppDbContext db, Cooperative cooperative)
    {
        var today = VietnamTime.Today(TimeProvider.System);
        cooperative.Register(new Registration(null, "0000000000", ["0000A00000"], RecordTime.Month(2015, 10), "Phòng Tài chính - Kế hoạch huyện Thoại Sơn", CooperativeSector.Agriculture, "Trồng lúa, làm gạo an toàn", "Dữ liệu mẫu, không phải của hợp tác xã nào"));
        var years = new[] { (Year: 2024, Members: 58), (Year: 2025, Members: 63) }.Select(row =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, row.Year);
            year.Describe(new YearContent(row.Members, 2, null, 1_250_000_000, row.Year == 2025 ? 3_400_000_000 : null, "Báo cáo năm của hợp tác xã"));
            return year;
        }).ToList();
        var contact = new CooperativeContact(cooperative.Id);
        contact.Describe(new ContactContent("Nguyễn Văn Mười", "0900000000", "htx.mau@vi-du.vn", "https://vi-du.vn/htx-mau", "Ấp Phú Hiệp", 10.3126m, 105.2431m));
        var director = new BoardMember(Guid.CreateVersion7(), cooperative.Id);
        director.Describe(new BoardContent("Nguyễn Văn Mười", BoardRole.Director, "0900000000", new DateOnly(2023, 1, 1), To: null));
        var certificate = new HeldCertificate(Guid.CreateVersion7(), cooperative.Id);
        certificate.Describe(new CertificateContent("VietGAP trồng trọt", "VietGAP-TT-00-00-89-0000", "Trung tâm chứng nhận", "Lúa, 45 ha", new DateOnly(2024, 5, 1), today.AddDays(40)));
        db.AddRange(years);
        db.AddRange(contact, director, certificate);
        cooperative.Classify(years, today, SizeScale.BuiltIn);
        cooperative.Change(CooperativeAction.Activate, new StatusNews(new DateOnly(2015, 10, 20), "Giấy chứng nhận đăng ký hợp tác xã", "Đang hoạt động theo báo cáo năm 2025", []), today, OfficePeople.By, Now);
        cooperative.Agree([PublicItem.Phone, PublicItem.Sector], today, "Phiếu đồng ý công khai");
        await db.SaveChangesAsync();
    }

    private static async Task OnMapAsync(AppDbContext db, IOrganisationRegister register)
    {
        var id = Guid.CreateVersion7();
        var cooperative = new Cooperative(id, await register.OpenAsync(id, OrganisationKind.Cooperative, "HTX Vẽ Mẫu", "HTX Vẽ Mẫu", [], CancellationToken.None));
        var contact = new CooperativeContact(id);
        contact.Describe(new ContactContent(null, null, null, null, null, 10.3126m, 105.2431m));
        cooperative.Agree([PublicItem.MapPoint], VietnamTime.Today(TimeProvider.System), "Phiếu đồng ý công khai");
        db.AddRange(cooperative, contact);
        await db.SaveChangesAsync();
    }
}
