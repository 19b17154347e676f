using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Places.Places;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Import;

/// <summary>A folder that is taken in again after the office has worked on: what its rows said before is not said again.</summary>
public sealed class ImportAgainTests
{
    private const string Code = "htx-an-binh";
    private const string Row = "htx-an-binh,HTX Nông nghiệp An Bình,HTX An Bình,,,2015-10,\"xã An Bình, huyện Thoại Sơn\",30692,";
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_the_office_changed_since_stands_when_the_same_folder_is_taken_in_again()
    {
        await using var app = await App.StartAsync();
        await RenamedAsync(app);
        await ActAsync(app, async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            (await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == Code)).Register(new Registration("HTX AB", "1601234567", [], RecordTime.Year(2016), "UBND huyện Thoại Sơn", null, "Trồng lúa", "Giấy chứng nhận đăng ký"));
            await db.Set<Site>().Where(s => s.Code == "khcn").ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Trang của Sở"));
            await services.GetRequiredService<IOrganisationRegister>().MergeAsync(await IdAsync(db, "ubnd-tinh"), await IdAsync(db, "so-khcn"), "Sở Khoa học và Công nghệ", null, CancellationToken.None);
        });

        var result = await app.ImportAsync(App.Samples);

        Assert.Empty(result.Errors);
        Assert.Equal((0, 0), (result.Created, result.Changed));
        Assert.Equal(("HTX Nông nghiệp An Bình Mới", "HTX An Bình Mới", 1), await NamesAsync(app));
        await app.InDbAsync(async db =>
        {
            var file = await db.Set<Cooperative>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Code == Code);
            Assert.Equal(("HTX AB", "1601234567", RecordTime.Year(2016)), (file.DisplayName, file.RegistrationNumber, file.Founded));
            Assert.Equal("Trang của Sở", await db.Set<Site>().Where(s => s.Code == "khcn").Select(s => s.Name).SingleAsync());
        });
    }

    [Fact]
    public async Task A_cell_that_changed_is_taken_in_and_the_others_stay_as_the_office_has_them()
    {
        await using var app = await App.StartAsync();
        await RenamedAsync(app);
        using var folder = SampleFolder.Only("cooperatives").Change("cooperatives", Row, Row.Replace("2015-10", "2015-11", StringComparison.Ordinal));

        var result = await app.ImportAsync(folder.Path);

        Assert.Empty(result.Errors);
        Assert.Equal((0, 1), (result.Created, result.Changed));
        Assert.Equal(("HTX Nông nghiệp An Bình Mới", "HTX An Bình Mới", 1), await NamesAsync(app));
        Assert.Equal(RecordTime.Month(2015, 11), (await FileAsync(app)).Founded);

        folder.Change("cooperatives", "HTX Nông nghiệp An Bình,HTX An Bình,", "HTX Nông nghiệp An Bình Mới Nhất,HTX An Bình,");
        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);
        Assert.Equal(("HTX Nông nghiệp An Bình Mới Nhất", "HTX An Bình Mới", 2), await NamesAsync(app));
    }

    [Fact]
    public async Task A_place_is_taken_in_together_with_the_source_that_names_it()
    {
        await using var app = await App.StartAsync();
        Guid unit = default;
        await ActAsync(app, async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            unit = await db.Set<Place>().Where(p => p.Code == "30694").Select(p => p.Id).FirstAsync();
            (await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == Code)).Settle("xã khác", unit, "Điều của văn phòng");
        });
        using var folder = SampleFolder.Only("cooperatives").Change("cooperatives", Row, Row.Replace("2015-10", "2015-12", StringComparison.Ordinal));

        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);
        var kept = await FileAsync(app);
        Assert.Equal(("xã khác", unit, "Điều của văn phòng"), (kept.PlaceText, kept.PlaceId, kept.Source));

        folder.Change("cooperatives", "xã An Bình, huyện Thoại Sơn", "xã An Bình, Thoại Sơn");
        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);
        var taken = await FileAsync(app);
        Assert.Equal("xã An Bình, Thoại Sơn", taken.PlaceText);
        Assert.NotEqual(unit, taken.PlaceId);
        Assert.StartsWith("Bài đăng ngày 13/07/2020", taken.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_written_is_not_remembered_either()
    {
        await using var app = await App.StartAsync();
        using var folder = SampleFolder.Only("cooperatives").Change("cooperatives", Row, Row.Replace("2015-10", "2015-09", StringComparison.Ordinal)).Add("cooperatives", "htx-hong,,,,,,,,");
        Assert.NotEmpty((await app.ImportAsync(folder.Path)).Errors);
        folder.Remove("cooperatives", "htx-hong");
        Assert.Equal(1, (await app.ImportAsync(folder.Path, dryRun: true)).Changed);

        var result = await app.ImportAsync(folder.Path);

        Assert.Empty(result.Errors);
        Assert.Equal(1, result.Changed);
        Assert.Equal(RecordTime.Month(2015, 9), (await FileAsync(app)).Founded);
        Assert.Equal(0, (await app.ImportAsync(folder.Path)).Changed);
    }

    [Fact]
    public async Task A_record_that_is_gone_comes_back_with_its_row()
    {
        await using var app = await App.StartAsync();
        var lines = 0;
        await ActAsync(app, async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            lines = await db.Set<PlacedLink>().CountAsync();
            await db.Set<PlacedLink>().Where(link => link.Title == "Nhãn hiệu An Giang").ExecuteDeleteAsync();
        });
        using var folder = SampleFolder.Only("site-links");

        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);

        await app.InDbAsync(async db => Assert.Equal(lines, await db.Set<PlacedLink>().CountAsync()));
    }

    [Fact]
    public async Task A_cell_is_told_by_the_name_of_its_column_wherever_it_stands()
    {
        var (code, name, later) = (ImportColumns.Code("code", "", ""), ImportColumns.Text("name", "", "", 20), ImportColumns.Text("later", "", "", 20));
        await using var app = await App.StartAsync(empty: true);
        await app.InDbAsync(db =>
        {
            var scope = new ImportScope(db, new Actor("Nhập dữ liệu"), Now);
            byte[] Said(string[] header, params string[] cells) =>
                SaidCells.Of([code, name, later], new ImportRow("a.csv", 2, header.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal), cells, scope));
            var before = Said(["code", "name"], "mot", "Một");
            Assert.Equal(before, Said(["name", "code"], "Một", "mot"));
            var now = Said(["later", "code", "name"], "", "mot", "Hai");
            Assert.True(SaidCells.IsSame(before, now, code));
            Assert.False(SaidCells.IsSame(before, now, name));
            Assert.False(SaidCells.IsSame(before, now, later));
            return Task.CompletedTask;
        });
    }

    private static Task<int> RenamedAsync(App app) => ActAsync(app, async services =>
        await services.GetRequiredService<IOrganisationRegister>().RenameAsync(await IdAsync(services.GetRequiredService<AppDbContext>(), Code), "HTX Nông nghiệp An Bình Mới", "HTX An Bình Mới", new DateOnly(2026, 6, 1), "Nghị quyết", CancellationToken.None));

    private static Task<Guid> IdAsync(AppDbContext db, string code) => db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync();

    private static async Task<(string Name, string? ShortName, int Former)> NamesAsync(App app)
    {
        var organisation = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Organisation>().AsNoTracking().SingleAsync(o => o.Code == Code));
        return (organisation.Name, organisation.ShortName, organisation.FormerNames.Count);
    }

    private static Task<Cooperative> FileAsync(App app) => app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Cooperative>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Code == Code));

    private static Task<int> ActAsync(App app, Func<IServiceProvider, Task> act) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Cán bộ hợp tác xã"));
        await act(services);
        return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });
}
