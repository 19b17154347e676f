using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>
/// A small directory of its own: units that were renamed, joined and divided, marks and products, some of it agreed to, some not.
/// </summary>
public sealed class DirectoryHouse : IAsyncLifetime
{
    public const string Site = "lienminh.localhost";

    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await App.StartAsync(empty: true, prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");
        using var folder = ImportFolder.With(
            ("places", """
                code,valid_from,valid_to,level,name,parent
                01,,2025-06-30,province,Tỉnh Một,
                0101,,2025-06-30,district,Huyện Sông Xanh,01
                10001,,2025-06-30,commune,Xã Hoà Thuận,0101
                10002,,2025-06-30,commune,Xã Đông Phú,0101
                10003,,2025-06-30,commune,Thị trấn Bến Đò,0101
                01,2025-07-01,,province,Tỉnh Một,
                10001,2025-07-01,,commune,Xã Ánh Dương,01@2025-07-01
                10002,2025-07-01,,commune,Xã Bến Đò,01@2025-07-01

                """),
            ("place-changes", """
                old,new,split,resolution
                10001,10001@2025-07-01,,
                10002,10001@2025-07-01,có,
                10002,10002@2025-07-01,có,
                10003,10002@2025-07-01,,

                """),
            ("cooperatives", """
                code,name,short_name,display_name,registration_number,founded,place_text,place,source
                htx-ba,HTX Ba Nhánh,,,,,"xã Đông Phú, huyện Sông Xanh",10002,Báo Một
                htx-an,HTX Ân Tình,,,,,"xã Hoà Thuận, huyện Sông Xanh",10001,Báo Một
                htx-do,HTX Đò Ngang,,,,,"thị trấn Bến Đò",10003,Báo Một
                htx-kin,HTX Kín Tiếng,,,,,,,
                htx-xa,HTX Xa Xôi,,,,,"huyện Sông Xanh",0101,Báo Một

                """),
            ("certification-marks", "code,name,owner,regulation,source\nque-lua,Nhãn hiệu chứng nhận Quê Lúa,,,\n"),
            ("mark-grants", """
                code,mark,holder,product,given_on,expires_on,decision,status,programme,source
                g1,que-lua,htx-an,Xoài cát,,,,granted,,
                g2,que-lua,htx-ba,Nước ép xoài,,,,granted,,
                g3,que-lua,htx-do,Khoai thu hồi,,,,revoked,,

                """),
            ("collective-marks", "code,name,owner,application_number,source\ntt,GẠO MÙA NỔI,htx-do,,\n"));
        Assert.Empty((await App.ImportAsync(folder.Path)).Errors);
        await SayAsync(App, "htx-an", CooperativeSector.Agriculture, 10.5m, 105.25m, PublicItem.Sector, PublicItem.MapPoint);
        await SayAsync(App, "htx-ba", CooperativeSector.Agriculture, 10.6m, 105.35m);
        await SayAsync(App, "htx-kin", CooperativeSector.Services, 10.7m, 105.45m);
        await SettleAsync("htx-kin", "xã Hoà Thuận");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A cooperative of the product agreed to be shown on the map.</summary>
    internal static Task<bool> ShowPointAsync(App app, string code, decimal latitude, decimal longitude) => SayAsync(app, code, sector: null, latitude, longitude, PublicItem.MapPoint);

    private static Task<bool> SayAsync(App app, string code, CooperativeSector? sector, decimal latitude, decimal longitude, params PublicItem[] agreed) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Cán bộ sổ", "kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code);
        var contact = new CooperativeContact(cooperative.Id);
        contact.Describe(new ContactContent("Lê Văn Kín", "0912000333", null, null, "Ấp Kín", latitude, longitude));
        db.Add(contact);
        cooperative.Sort(sector, "Ngành kín");
        cooperative.Agree(agreed, new DateOnly(2026, 6, 1), "Phiếu");
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Its place is in the file, and no published source names it.</summary>
    private Task<bool> SettleAsync(string code, string words) => App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Cán bộ sổ", "kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        var place = await services.GetRequiredService<PhuSa.Places.Contracts.IPlaces>().FindAsync("10001", new DateOnly(2020, 1, 1), CancellationToken.None);
        (await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code)).Settle(words, place!.Id, source: null);
        await db.SaveChangesAsync();
        return true;
    });
}
