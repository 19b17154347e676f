using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Cooperatives;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Organisations;

/// <summary>A kind that was entered by mistake is corrected with the reason, while no record is in the way that only the wrong kind can have.</summary>
public sealed class KindTests : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private const string Header = "code,name,short_name,display_name,registration_number,founded,place_text,place,source,kind";

    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("organisations", "code,name,short_name,kind\nso,Sở Một,,agency\ncty,Công ty Hai,,enterprise\n"),
            ("cooperatives", $"{Header}\nquy,QTDND Ba,,,,,,,,cooperative\nhtx,HTX Bốn,,,,,,,,cooperative\n"));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_2_a_fund_that_was_entered_as_a_cooperative_is_one_no_more_and_the_journal_knows_why()
    {
        Assert.Equal(2, await RegisteredAsync());
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");
        await officer.OpenAsync("/quan-tri/hop-tac-xa/quy");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Sửa loại hình ghi nhầm").GetAttribute("href")!);

        await officer.SubmitAsync(Form, ("Input.Kind", "PeoplesCreditFund"), ("Input.Why", "Nhập cả sổ thành hợp tác xã"));

        Assert.Equal((302, "/quan-tri/to-chuc/quy"), (officer.Status, officer.Redirect!.OriginalString));
        Assert.Equal(1, await RegisteredAsync());
        Assert.Equal(OrganisationKind.PeoplesCreditFund, await KindAsync("quy"));
        await _app.InDbAsync(async db => Assert.Equal("Nhập cả sổ thành hợp tác xã", (await db.Set<JournalEntry>().SingleAsync(e => e.Kind == "organisations" && e.Action == "Change" && e.Title == "QTDND Ba")).Why));
        await officer.OpenAsync("/quan-tri/hop-tac-xa?loai=quy-tin-dung");
        Assert.Contains("QTDND Ba", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_that_records_are_in_the_way_of_is_told_and_stays()
    {
        await _app.PersonAsync(Role.Partner, "cty");
        var officer = await _app.SignedInAsync(Role.AllianceOfficer, "so");

        await officer.OpenAsync("/quan-tri/to-chuc/htx/loai-hinh");
        await officer.SubmitAsync(Form, ("Input.Kind", "Enterprise"), ("Input.Why", "Là công ty"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("hồ sơ ở sổ hợp tác xã", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync("/quan-tri/to-chuc/cty/loai-hinh");
        await officer.SubmitAsync(Form, ("Input.Kind", "Agency"), ("Input.Why", "Là cơ quan"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("1 người đại diện có vai trò không dùng cho loại hình mới", officer.Text, StringComparison.Ordinal);
        Assert.Equal((OrganisationKind.Cooperative, OrganisationKind.Enterprise), (await KindAsync("htx"), await KindAsync("cty")));

        await officer.OpenAsync("/quan-tri/to-chuc/cty/loai-hinh");
        await officer.SubmitAsync(Form, ("Input.Kind", "HouseholdBusiness"), ("Input.Why", "Là hộ kinh doanh"));
        Assert.Equal((302, OrganisationKind.HouseholdBusiness), (officer.Status, await KindAsync("cty")));
    }

    [Fact]
    public async Task The_form_empty_or_hostile_or_begun_before_somebody_else_saved_is_told()
    {
        var (officer, other) = (await _app.SignedInAsync(Role.DepartmentOfficer, "so"), await _app.SignedInAsync(Role.AllianceOfficer, "so"));
        await other.OpenAsync("/quan-tri/to-chuc/cty/loai-hinh");
        await officer.OpenAsync("/quan-tri/to-chuc/cty/loai-hinh");
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập lý do", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Why", "Không đổi gì"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("đang ghi đúng loại hình này", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Kind", "99"), ("Input.Why", "x"));
        Assert.Equal(422, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Kind", "HouseholdBusiness"), ("Input.Why", "Là hộ kinh doanh"));
        await other.SubmitAsync(Form, ("Input.Kind", "ScienceOrganisation"), ("Input.Why", "Là viện"));

        Assert.Equal((302, 409), (officer.Status, other.Status));
        Assert.Contains("Hộ kinh doanh", other.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync("/quan-tri/to-chuc/khong-co/loai-hinh")).Status);
        Assert.Equal(403, (await (await _app.SignedInAsync(Role.DepartmentLeader, "so")).OpenAsync("/quan-tri/to-chuc/cty/loai-hinh")).Status);
    }

    private async Task<long> RegisteredAsync() => (await _app.AskAsync("cooperatives.registered", FigureRequest.Everything)).Value ?? 0;

    private async Task<OrganisationKind> KindAsync(string code)
    {
        OrganisationKind? kind = null;
        await _app.InDbAsync(async db => kind = await db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Kind).SingleAsync());
        return kind!.Value;
    }
}
