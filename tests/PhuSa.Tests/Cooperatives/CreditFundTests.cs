using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using ImportFolder = PhuSa.Tests.Organisations.ImportFolder;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Unions, groups and credit funds in the register, whichever way they came, and the figures that count them or not.</summary>
public sealed class CreditFundTests : IAsyncLifetime
{
    private const string Header = "code,name,short_name,display_name,registration_number,founded,place_text,place,source";
    private const string Form = "main form[method=post]";

    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_2_a_table_says_the_kind_and_credit_funds_count_only_where_the_definition_says_so()
    {
        await TakeInAsync(("cooperatives", $"{Header},kind\nhtx,HTX Một,,,,,,,,\nqtd,QTDND Hai,,,,,,,,peoples-credit-fund\nlh,Liên hiệp Ba,,,,,,,,cooperative-union\ntht,Tổ Bốn,,,,,,,,cooperative-group\n"));

        Assert.Equal((1L, 2L), await RegisteredAsync());
        foreach (var (code, action) in new[] { ("htx", CooperativeAction.Activate), ("qtd", CooperativeAction.Activate) })
        {
            await ActivateAsync(code, action);
        }

        Assert.Equal((1L, 2L), ((await _app.AskAsync("cooperatives.active", FigureRequest.Everything)).Value!.Value, (await _app.AskAsync("cooperatives.active-with-credit-funds", FigureRequest.Everything)).Value!.Value));
    }

    [Fact]
    public async Task A_table_without_the_column_means_cooperatives_and_leaves_a_kind_on_record_as_it_is()
    {
        await TakeInAsync(("cooperatives", $"{Header},kind\nqtd,QTDND Hai,,,,,,,,peoples-credit-fund\n"));

        await TakeInAsync(("cooperatives", $"{Header}\nhtx,HTX Một,,,,,,,\nqtd,QTDND Hai,,,777,,,,\n"));

        Assert.Equal((1L, 2L), await RegisteredAsync());
    }

    [Fact]
    public async Task No_table_changes_a_kind()
    {
        await TakeInAsync(("cooperatives", $"{Header}\nhtx,HTX Một,,,,,,,\n"));
        using var folder = ImportFolder.With(("cooperatives", $"{Header},kind\nhtx,HTX Một,,,,,,,,peoples-credit-fund\n"));

        Assert.Contains("loại hình không đổi được", Assert.Single((await _app.ImportAsync(folder.Path)).Errors).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fund_that_came_among_organisations_gets_its_file_from_a_table_under_its_code()
    {
        await TakeInAsync(("organisations", "code,name,short_name,kind\nqtd,QTDND Hai,,peoples-credit-fund\n"));
        await TakeInAsync(("cooperatives", $"{Header}\nhtx,HTX Một,,,,,,,\n"));
        Assert.Equal((1L, 1L), await RegisteredAsync());

        await TakeInAsync(("cooperatives", $"{Header},kind\nqtd,QTDND Hai,,,,,,,,peoples-credit-fund\n"));

        Assert.Equal((1L, 2L), await RegisteredAsync());
        await _app.InDbAsync(async db => Assert.Equal(await db.Set<Organisation>().Where(o => o.Code == "qtd").Select(o => o.Id).SingleAsync(), await db.Set<Cooperative>().Where(c => c.Code == "qtd").Select(c => c.Id).SingleAsync()));
    }

    [Fact]
    public async Task A_fund_that_came_among_organisations_gets_its_file_from_an_officer_once()
    {
        await TakeInAsync(("organisations", "code,name,short_name,kind\nqtd,QTDND Hai,,peoples-credit-fund\nso,Sở Một,,agency\n"));
        var (officer, other) = (await _app.SignedInAsync(Role.DepartmentOfficer, "so"), await _app.SignedInAsync(Role.DepartmentOfficer, "so"));
        await officer.OpenAsync("/quan-tri/to-chuc/qtd");
        var begin = officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Lập hồ sơ").GetAttribute("href")!;
        await officer.OpenAsync(begin);
        await other.OpenAsync(begin);
        Assert.Contains("QTDND Hai", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form);
        await other.SubmitAsync(Form);

        Assert.Equal((302, "/quan-tri/hop-tac-xa/qtd"), (officer.Status, officer.Redirect!.OriginalString));
        Assert.Equal((302, "/quan-tri/hop-tac-xa/qtd"), (other.Status, other.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Contains("Hồ sơ còn thiếu 8/8 mục chính.", officer.Text, StringComparison.Ordinal);
        Assert.Equal((0L, 1L), await RegisteredAsync());
        Assert.Equal("/quan-tri/hop-tac-xa/qtd", (await officer.OpenAsync("/quan-tri/to-chuc/qtd")).Page.QuerySelector("main a[href^='/quan-tri/hop-tac-xa/']")!.GetAttribute("href"));
        Assert.Equal(404, (await officer.OpenAsync("/quan-tri/hop-tac-xa/lap-ho-so/so")).Status);
        Assert.Equal(404, (await officer.OpenAsync("/quan-tri/hop-tac-xa/lap-ho-so/khong-co")).Status);
    }

    [Fact]
    public async Task Who_adds_an_agency_to_the_register_is_asked_whether_it_is_one()
    {
        await TakeInAsync(("organisations", "code,name,short_name,kind\nso,Sở Một,,agency\n"));
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");
        await officer.OpenAsync("/quan-tri/hop-tac-xa/moi");

        await officer.SubmitAsync(Form, ("Input.Kind", "Cooperative"), ("Input.Name", "Sở Một"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Nếu là một thì đừng thêm vào sổ hợp tác xã", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lập hồ sơ cho tổ chức này", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_adds_a_fund_that_came_among_organisations_is_asked_and_led_to_begin_its_file()
    {
        await TakeInAsync(("organisations", "code,name,short_name,kind\nqtd-my-binh,QTDND Mỹ Bình,,peoples-credit-fund\nso,Sở Một,,agency\n"));
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");
        await officer.OpenAsync("/quan-tri/hop-tac-xa/moi");

        await officer.SubmitAsync(Form, ("Input.Kind", "PeoplesCreditFund"), ("Input.Name", "Quỹ tín dụng nhân dân Mỹ Bình"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Đã có trong danh sách tổ chức, chưa có hồ sơ.", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main .ps-next a").Single(a => a.TextContent == "Lập hồ sơ cho tổ chức này").GetAttribute("href")!);
        await officer.SubmitAsync(Form);
        Assert.Equal((302, "/quan-tri/hop-tac-xa/qtd-my-binh"), (officer.Status, officer.Redirect!.OriginalString));

        await officer.OpenAsync("/quan-tri/hop-tac-xa/moi");
        await officer.SubmitAsync(Form, ("Input.Kind", "PeoplesCreditFund"), ("Input.Name", "Quỹ tín dụng nhân dân Mỹ Bình"));
        Assert.Equal(422, officer.Status);
        Assert.DoesNotContain("chưa có hồ sơ", officer.Text, StringComparison.Ordinal);
        officer.Page.QuerySelector("#Input_IsAnother")!.SetAttribute("checked", "checked");
        await officer.SubmitAsync(Form);
        Assert.Equal((302, "/quan-tri/hop-tac-xa/quy-tin-dung-nhan-dan-my-binh"), (officer.Status, officer.Redirect!.OriginalString));
    }

    private async Task TakeInAsync((string Table, string Rows) table)
    {
        using var folder = ImportFolder.With(table);
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    private Task<bool> ActivateAsync(string code, CooperativeAction action) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(RegistryHouse.By);
        var db = services.GetRequiredService<AppDbContext>();
        var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code);
        cooperative.Change(action, new StatusNews(new DateOnly(2015, 3, 1), "Giấy thử", "Kiểm thử", []), new DateOnly(2026, 7, 1), RegistryHouse.By, App.Start.UtcDateTime);
        await db.SaveChangesAsync();
        return true;
    });

    /// <returns>Without and with credit funds; nothing known is none.</returns>
    private async Task<(long Without, long With)> RegisteredAsync() =>
        ((await _app.AskAsync("cooperatives.registered", FigureRequest.Everything)).Value ?? 0, (await _app.AskAsync("cooperatives.registered-with-credit-funds", FigureRequest.Everything)).Value ?? 0);
}
