using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Merging;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Cooperatives;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Organisations;

/// <summary>Two organisations without a file that are one become one, everything that names them follows, and all of it can be taken back.</summary>
public sealed class OrganisationMergeTests : IAsyncLifetime
{
    private const string Address = "/quan-tri/to-chuc";
    private const string Form = "main form[method=post]";
    private const string Kept = "cong-ty-tnhh-xoai-mau";
    private const string Gone = "cty-tnhh-xoai-mau";
    private const string Third = "doanh-nghiep-tu-nhan-xoai-mau";
    private readonly RegistryHouse _house = new();

    private App App => _house.App;

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var (db, register) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IOrganisationRegister>());
            var gone = Guid.CreateVersion7();
            await register.OpenAsync(Guid.CreateVersion7(), OrganisationKind.Enterprise, "Công ty TNHH Xoài Mẫu", shortName: null, [], CancellationToken.None);
            await register.OpenAsync(gone, OrganisationKind.Enterprise, "Cty TNHH Xoài Mẫu", "Xoài Mẫu", [], CancellationToken.None);
            await register.OpenAsync(Guid.CreateVersion7(), OrganisationKind.HouseholdBusiness, "Doanh nghiệp tư nhân Xoài Mẫu", shortName: null, [], CancellationToken.None);
            await register.OpenAsync(Guid.CreateVersion7(), OrganisationKind.Enterprise, "Công ty TNHH Xoài Mẫu Miền Tây", shortName: null, [], CancellationToken.None);
            var content = new PaperContent { Kind = PaperKind.Report, Number = "05/BC-XM", Title = "Báo cáo của doanh nghiệp", IssuedById = gone, SignedOn = RecordTime.Day(new DateOnly(2026, 5, 1)) };
            db.Add(new Paper(Guid.CreateVersion7(), "bao-cao-xoai-mau", content, RegistryHouse.By, App.Start.UtcDateTime));
            await db.SaveChangesAsync();
            return true;
        });
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Merged_and_taken_apart_again_every_row_and_export_is_the_same_to_the_byte()
    {
        var officer = await App.SignedInAsync(Role.AllianceOfficer);
        var before = await ExportedAsync(officer);

        await MergeAsync(officer, Kept, Gone, ("Input.Take[ten]", "kia"));

        Assert.Equal((302, $"{Address}/{Kept}"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Equal("Cty TNHH Xoài Mẫu", officer.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains($"Gồm cả Cty TNHH Xoài Mẫu (mã {Gone})", officer.Text, StringComparison.Ordinal);
        await App.InDbAsync(async db => Assert.Equal((await OfAsync(Kept)).Id, await db.Set<Paper>().Where(p => p.Code == "bao-cao-xoai-mau").Select(p => p.IssuedById).SingleAsync()));
        await officer.OpenAsync($"{Address}/{Gone}/gop");
        Assert.Equal((301, $"{Address}/{Kept}"), (officer.Status, officer.Redirect!.OriginalString));
        Assert.NotEqual(before, await ExportedAsync(officer));

        var page = await PageAsync(Gone);
        await officer.OpenAsync($"{MergeDesk.Address}/{page.Split('/')[^1]}");
        Assert.Equal((301, page), (officer.Status, officer.Redirect!.OriginalString));
        await officer.OpenAsync(page);
        Assert.Contains("05/BC-XM", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Why", "Gộp nhầm"));

        Assert.Equal((302, $"{Address}/{Gone}"), (officer.Status, officer.Redirect!.OriginalString));
        Assert.Equal(before, await ExportedAsync(officer));
        await officer.OpenAsync($"{Address}/{Kept}");
        Assert.Contains($"Đã tách khỏi nhau: {Gone} và {Kept}", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_the_same_name_are_shown_whatever_their_words_for_the_kind_and_no_longer_name_is()
    {
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/{Kept}");
        await officer.OpenAsync(officer.Page.QuerySelector("main a[href$='/gop']")!.GetAttribute("href")!);

        Assert.Equal([$"{Address}/{Kept}/gop?voi={Gone}", $"{Address}/{Kept}/gop?voi={Third}"], officer.Page.QuerySelectorAll("main li a[href*='voi=']").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Contains("Cùng tên, khác loại hình", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_itself_with_none_and_with_a_cooperative_it_is_not_merged()
    {
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        foreach (var (other, sentence) in new[] { (Kept, "Không có tổ chức nào khác mang mã"), ("khong-co", "Không có tổ chức nào khác mang mã"), ("htx-long-binh", "thuộc loại hình có hồ sơ riêng") })
        {
            Assert.Equal(422, (await officer.OpenAsync($"{Address}/{Kept}/gop?voi={other}")).Status);
            Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        }

        var (kept, cooperative) = (await OfAsync(Kept), await OfAsync("htx-long-binh"));
        await Assert.ThrowsAsync<RefusedException>(() => MergedAsync(kept, kept));
        await Assert.ThrowsAsync<RefusedException>(() => MergedAsync(kept, cooperative));
        await Assert.ThrowsAsync<RefusedException>(() => MergedAsync(cooperative, kept));
        Assert.Equal(0, await MergesAsync());
    }

    [Fact]
    public async Task A_cooperative_is_merged_at_its_file()
    {
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);

        await officer.OpenAsync($"{Address}/htx-long-binh/gop?voi={Kept}");

        Assert.Equal((302, $"{RegistryHouse.Office}/htx-long-binh/gop"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.OpenAsync($"{Address}/htx-long-binh");
        Assert.Null(officer.Page.QuerySelector($"main a[href='{Address}/htx-long-binh/gop']"));
    }

    [Fact]
    public async Task From_a_stale_page_and_a_second_time_it_is_told()
    {
        var (first, second) = (await OpenedAsync(Kept, Gone), await OpenedAsync(Third, Gone));
        await App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            await services.GetRequiredService<IOrganisationRegister>().RenameAsync((await OfAsync(Gone)).Id, "Công ty Xoài Mẫu Mới", "Xoài Mẫu", on: null, "Giấy A", CancellationToken.None);
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        await first.SubmitAsync(Form, ("Input.Why", "Một"));
        Assert.Equal(409, first.Status);
        Assert.Contains("vừa được sửa", first.Text, StringComparison.Ordinal);
        Assert.Contains("Công ty Xoài Mẫu Mới", first.Text, StringComparison.Ordinal);
        Assert.Equal("Một", first.Page.QuerySelector("#Input_Why")!.TextContent.Trim());
        await first.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, first.Status);
        await first.SubmitAsync(Form, ("Input.Why", "Một"));
        Assert.Equal(302, first.Status);

        await second.SubmitAsync(Form, ("Input.Why", "Hai"));
        Assert.Equal(409, second.Status);
        Assert.Contains("không còn riêng trong danh sách", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await MergesAsync());

        var page = await PageAsync(Gone);
        await first.OpenAsync(page);
        await second.OpenAsync(page);
        await first.SubmitAsync(Form, ("Input.Why", "Tách"));
        Assert.Equal(302, first.Status);
        await second.SubmitAsync(Form, ("Input.Why", "Tôi cũng tách"));
        Assert.Equal(409, second.Status);
    }

    [Fact]
    public async Task Both_ways_at_one_moment_one_is_done()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await MergedAsync(await OfAsync(i % 2 == 0 ? Kept : Gone), await OfAsync(i % 2 == 0 ? Gone : Kept));
                return true;
            }
            catch (Exception failure) when (failure is DbUpdateException or RefusedException or InvalidOperationException)
            {
                // The one that went is not found any more by those who look late.
                return false;
            }
        })));

        Assert.Equal((1, 1), (outcomes.Count(done => done), await MergesAsync()));
    }

    [Fact]
    public async Task Merges_into_one_are_taken_apart_the_latest_first_and_leave_nothing_of_theirs()
    {
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        var before = await ExportedAsync(officer);
        await MergeAsync(officer, Kept, Gone, ("Input.Take[ten]", "kia"));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await MergeAsync(officer, Kept, Third, ("Input.Take[ten]", "kia"));

        await UndoAsync(officer, Gone);
        Assert.Equal(409, officer.Status);
        Assert.Contains($"gộp hồ sơ {Third} vào cùng hồ sơ", officer.Text, StringComparison.Ordinal);
        await UndoAsync(officer, Third);
        Assert.Equal(302, officer.Status);
        await UndoAsync(officer, Gone);
        Assert.Equal(302, officer.Status);
        Assert.Equal(before, await ExportedAsync(officer));
    }

    [Fact]
    public async Task An_office_with_a_book_is_the_one_that_stays()
    {
        var office = (await OfAsync(Gone)).Id;
        await App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var db = services.GetRequiredService<AppDbContext>();
            db.Add(new PaperBook(Guid.CreateVersion7(), office, new("Văn bản hành chính", "XM", [PaperKind.Report], IsLegal: false, FirstYear: 2026, 0)));
            return await db.SaveChangesAsync();
        });
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);

        await MergeAsync(officer, Kept, Gone);
        Assert.Equal(409, officer.Status);
        Assert.Contains("Hãy chọn tổ chức đó là tổ chức ở lại", officer.Text, StringComparison.Ordinal);
        await MergeAsync(officer, Gone, Kept);
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task Who_only_reads_merges_nothing()
    {
        await MergeAsync(await App.SignedInAsync(Role.DepartmentOfficer), Kept, Gone);
        var leader = await App.SignedInAsync(Role.AllianceLeader);

        Assert.Equal(403, (await leader.OpenAsync($"{Address}/{Kept}/gop")).Status);
        Assert.Equal(403, (await leader.OpenAsync(await PageAsync(Gone))).Status);
        await leader.OpenAsync($"{Address}/{Kept}");
        Assert.Contains($"(mã {Gone})", leader.Text, StringComparison.Ordinal);
        Assert.Null(leader.Page.QuerySelector("main a[href*='/gop']"));
    }

    private async Task<string> ExportedAsync(Visitor officer)
    {
        var told = new List<string> { await MergeExport.OfAsync(App, Guid.Empty) };
        foreach (var address in new[] { $"{Address}.csv", $"{Address}.csv?q=xoai+mau" })
        {
            told.Add(await officer.Http.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        }

        return string.Join('\n', told);
    }

    private async Task<Visitor> OpenedAsync(string kept, string gone)
    {
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/{kept}/gop?voi={gone}");
        Assert.Equal(200, officer.Status);
        return officer;
    }

    private static async Task MergeAsync(Visitor officer, string kept, string gone, params (string Name, string Value)[] choices)
    {
        await officer.OpenAsync($"{Address}/{kept}/gop?voi={gone}");
        await officer.SubmitAsync(Form, [("Input.Why", "Cùng một mã số thuế, nhập hai lần"), .. choices]);
    }

    private async Task UndoAsync(Visitor officer, string gone)
    {
        await officer.OpenAsync(await PageAsync(gone));
        await officer.SubmitAsync(Form, ("Input.Why", "Nhầm"));
    }

    private Task<string> PageAsync(string gone) => App.InScopeAsync(async services =>
        $"{OrganisationMergeDesk.Address}/{await services.GetRequiredService<AppDbContext>().Set<FileMerge>().Where(m => m.GoneCode == gone && m.UndoneAt == null).Select(m => m.Id).SingleAsync()}");

    private Task<int> MergesAsync() => App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<FileMerge>().CountAsync());

    private Task<OrganisationRow> OfAsync(string code) => App.InScopeAsync(services => services.GetRequiredService<IOrganisations>().Rows.SingleAsync(row => row.Code == code));

    private Task<FileMerge> MergedAsync(OrganisationRow kept, OrganisationRow gone) => App.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(RegistryHouse.By);
        return services.GetRequiredService<OrganisationMergeDesk>().MergeAsync(kept, gone, new MergeChoice(new HashSet<string>(), "Cùng lúc", null), RegistryHouse.By, CancellationToken.None);
    });
}
