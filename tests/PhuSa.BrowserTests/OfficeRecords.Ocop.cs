using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Products;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;

namespace PhuSa.BrowserTests;

/// <summary>OCOP products in every state. All made up.</summary>
internal static class OcopRecords
{
    public const string Ending = "mat-ong-rung-mau";
    public const string Ended = "kho-ca-loc-mau";
    public const string Preparing = "banh-phong-mau";
    public const string Sent = "tra-mang-cau-mau";

    /// <summary>One white pixel.</summary>
    internal const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

    public static async Task<bool> MakeAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        if (await db.Set<OcopProduct>().AnyAsync())
        {
            return true;
        }

        var today = VietnamTime.Today(TimeProvider.System);
        var owner = Guid.CreateVersion7();
        await services.GetRequiredService<IOrganisationRegister>().OpenAsync(owner, OrganisationKind.HouseholdBusiness, "Hộ kinh doanh Mẫu Thị Ngọt", shortName: null, [], CancellationToken.None);
        var ending = Product(Ending, "Mật ong rừng Mẫu", owner, OcopGroup.Food);
        var certified = Certified(ending, today.AddMonths(-35), 4);
        var ended = Product(Ended, "Khô cá lóc Mẫu", owner, OcopGroup.Food);
        var preparing = Product(Preparing, "Bánh phồng Mẫu", owner, OcopGroup.Food);
        var sent = Product(Sent, "Trà mãng cầu Mẫu", owner, OcopGroup.Drinks);
        var waiting = Opened(sent, OcopRound.First, today);
        waiting.Send(OfficePeople.By, Now, "Đủ hồ sơ theo danh mục");
        db.AddRange(ending, ended, preparing, sent);
        db.AddRange(certified, Certified(ended, today.AddMonths(-40), 3), Opened(preparing, OcopRound.Again, today), waiting);
        await db.SaveChangesAsync();
        using var content = new MemoryStream(Convert.FromBase64String(Pixel));
        var photo = await services.GetRequiredService<IFiles>().TakeInAsync(new(content, "mat-ong.png"), OcopFiles.Of(ending.Id), OcopFiles.Rules, CancellationToken.None);
        ending.Show(photo.Id, "Chai mật ong rừng Mẫu trên bàn gỗ");
        await db.SaveChangesAsync();
        return true;
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static OcopProduct Product(string code, string name, Guid owner, OcopGroup group) => new(
        Guid.CreateVersion7(),
        code,
        owner,
        new OcopProductSheet(name, "ấp Mẫu, xã Mẫu", PlaceId: null, group, "Sản phẩm mẫu", "Bộ Nông nghiệp và Môi trường", "https://vi-du.vn/truy-xuat", "Cửa hàng Mẫu tại chợ Mẫu\nGian hàng trên sàn thương mại điện tử", "Dữ liệu mẫu, không phải của chủ thể nào"));

    private static OcopEvaluation Opened(OcopProduct product, OcopRound round, DateOnly today) =>
        new(Guid.CreateVersion7(), $"{product.Code}-lan-1", product.Id, round, today, OfficePeople.By, Now);

    private static OcopEvaluation Certified(OcopProduct product, DateOnly decidedOn, int stars)
    {
        var evaluation = new OcopEvaluation(Guid.CreateVersion7(), $"{product.Code}-lan-1", product.Id, OcopRound.First, OcopEvaluationStatus.Certified, OfficePeople.By, Now);
        evaluation.Tell(OcopRound.First, new OcopResult(null, OcopLevel.Province, null, stars, OcopGroup.Food), new OcopDecision(null, "00/QĐ-UBND", decidedOn, "00/GCN-OCOP"), revokedOn: null, "Dữ liệu mẫu");
        return evaluation;
    }
}

internal sealed partial class OfficeRecords
{
    private async Task<bool> ProductsAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var evaluations = await db.Set<OcopEvaluation>().Select(e => new { e.Code, e.Id }).ToDictionaryAsync(e => e.Code, e => e.Id);
        var photo = (await db.Set<OcopProduct>().AsNoTracking().SingleAsync(p => p.Code == OcopRecords.Ending)).Photos[0].Id;
        var route = $"{OcopDesk.Address}/{{code}}";
        foreach (var part in new[] { "", "/sua", "/anh", "/danh-gia/moi" })
        {
            _filled[route + part] = $"{OcopDesk.Address}/{OcopRecords.Ending}{part}";
        }

        _filled[$"{route}/anh/{{id}}"] = $"{OcopDesk.Address}/{OcopRecords.Ending}/anh/{photo}";
        foreach (var (part, code) in new[] { ("ho-so", OcopRecords.Preparing), ("ket-qua", OcopRecords.Sent), ("chung-nhan", OcopRecords.Ending), ("cong-van", OcopRecords.Ending) })
        {
            _filled[$"{route}/danh-gia/{{id}}/{part}"] = $"{OcopDesk.Address}/{code}/danh-gia/{evaluations[$"{code}-lan-1"]}/{part}";
        }

        _filled[$"{route}/danh-gia/{{id}}/{{buoc}}"] = $"{OcopDesk.Address}/{OcopRecords.Ending}/danh-gia/{evaluations[$"{OcopRecords.Ending}-lan-1"]}/thu-hoi";
        return true;
    }
}
