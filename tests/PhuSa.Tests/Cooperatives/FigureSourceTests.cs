using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Where the figures of a year come from follows whoever tells them.</summary>
public sealed class FigureSourceTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";
    private const string Report = "Báo cáo năm 2024 của hợp tác xã";
    private readonly App _app = house.App;

    [Theory]
    [InlineData("htx-an-binh", "Thành viên chính thức,Tổng vốn", "70,900", "danh-sach.csv")]
    [InlineData("htx-long-binh", "Thành viên chính thức", "70", $"{Report}; danh-sach.csv")]
    [InlineData("htx-vinh-binh", "Thành viên chính thức,Tổng vốn", "50,800", Report)]
    public async Task Point_2_a_table_that_changes_figures_is_their_source_and_values_that_stay_keep_theirs(string code, string columns, string values, string source)
    {
        await house.ChangeAsync(code, (db, c) =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2024);
            year.Describe(new YearContent(50, null, null, 800, null, Report));
            db.Add(year);
        });

        await _app.TakenInAsync(await _app.LookedOverAsync($"Mã,Năm,{columns}\n{code},2024,{values}\n"));

        Assert.Equal(source, await SourceAsync(code, 2024));
        await _app.TakenInAsync(await _app.LookedOverAsync($"Mã,Năm,Doanh thu\n{code},2023,5000\n"));
        Assert.Equal("danh-sach.csv", await SourceAsync(code, 2023));
    }

    [Fact]
    public async Task Point_2_accepted_figures_name_the_cooperative_and_no_person()
    {
        var director = await _app.SignedInAsync(Role.CooperativeDirector, "htx-cho-moi");
        await director.OpenAsync("/htx-cua-toi/so-lieu");
        await director.SubmitAsync(Form, ("Input.Year", "2025"), ("Input.Values[OfficialMembers]", "61"));
        var proposal = await house.ReadAsync("htx-cho-moi", (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");

        await officer.SubmitAsync(Form, ($"Input.Verdicts[{proposal.Items.Single().Id}]", "nhan"));

        Assert.Equal("Đề nghị của HTX Sản xuất Kinh doanh Dịch vụ Nông nghiệp Chợ Mới, 01/07/2026", await SourceAsync("htx-cho-moi", 2025));
    }

    private Task<string?> SourceAsync(string code, int year) => house.ReadAsync(code, (db, c) => db.Set<CooperativeYear>().Where(y => y.CooperativeId == c.Id && y.Year == year).Select(y => y.Source).SingleAsync());
}
