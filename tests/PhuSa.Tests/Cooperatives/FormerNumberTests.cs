using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A number for life: whichever door brings a new one, the one before still finds the file, in whatever way it is written.</summary>
public sealed class FormerNumberTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";
    private readonly App _app = house.App;

    [Fact]
    public async Task A_number_changed_on_the_page_stays_among_the_former_ones_and_a_typo_is_taken_out()
    {
        await NumberAsync("htx-an-binh", "1601 000 101");
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-an-binh/dang-ky");
        await officer.SubmitAsync(Form, ("Input.Number", "1601000102"));
        Assert.Equal(["1601 000 101"], (await house.OfAsync("htx-an-binh")).FormerNumbers);

        // Another way of writing it is no other number.
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-an-binh/dang-ky");
        await officer.SubmitAsync(Form, ("Input.Number", "1601 000 102"));
        Assert.Equal(["1601 000 101"], (await house.OfAsync("htx-an-binh")).FormerNumbers);

        await officer.OpenAsync($"{RegistryHouse.Office}/htx-an-binh/dang-ky");
        await officer.SubmitAsync(Form, ("Input.FormerNumbers", ""));
        var kept = await house.OfAsync("htx-an-binh");
        Assert.Equal(("1601 000 102", 0), (kept.RegistrationNumber, kept.FormerNumbers.Count));
    }

    [Fact]
    public async Task A_number_changed_by_a_table_stays_and_the_next_table_that_has_it_is_asked_about()
    {
        await NumberAsync("htx-long-binh", "1601000201");
        await _app.TakenInAsync(await _app.LookedOverAsync("Mã,Số đăng ký\nhtx-long-binh,1601000202\n"));
        Assert.Equal(["1601000201"], (await house.OfAsync("htx-long-binh")).FormerNumbers);

        var officer = await _app.LookedOverAsync("Tên,Số đăng ký\nHTX Tên Khác Hẳn,1601.000.201\n");

        Assert.Equal("0 0 0 1 0", IntakeHouse.Counts(officer));
        Assert.Contains("Số này là số đăng ký cũ của hồ sơ", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_changed_by_an_accepted_proposal_stays()
    {
        await NumberAsync("htx-vinh-binh", "1601000301");
        var director = await _app.SignedInAsync(Role.CooperativeDirector, "htx-vinh-binh");
        await director.OpenAsync("/htx-cua-toi/dang-ky");
        await director.SubmitAsync(Form, ("Input.Values[Number]", "1601000302"));
        var proposal = await house.ReadAsync("htx-vinh-binh", (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");

        await officer.SubmitAsync(Form, ($"Input.Verdicts[{proposal.Items.Single().Id}]", "nhan"));

        Assert.Equal(["1601000301"], (await house.OfAsync("htx-vinh-binh")).FormerNumbers);
    }

    [Fact]
    public async Task A_number_changed_or_left_out_by_the_standard_table_stays()
    {
        foreach (var number in new[] { "1601000401", "1601000402", "", "1601000402" })
        {
            using var folder = ImportFolder.With(("cooperatives", $"code,name,short_name,display_name,registration_number,founded,place_text,place,source\nhtx-doi-so,HTX Đổi Số,,,{number},,,,\n"));
            Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
        }

        var kept = await house.OfAsync("htx-doi-so");
        Assert.Equal(("1601000402", "1601000401"), (kept.RegistrationNumber, Assert.Single(kept.FormerNumbers)));
    }

    [Theory]
    [InlineData("1602 000 501", "htx-cho-moi")]
    [InlineData("1602.000.501", "htx-cho-moi")]
    [InlineData("1602000501", "htx-cho-moi")]
    [InlineData("5007A 000 501", "htx-cho-moi")]
    [InlineData("5007A000501", "htx-cho-moi")]
    [InlineData("1602 000 50", null)]
    public async Task A_number_is_found_however_it_is_typed(string typed, string? code)
    {
        await house.ChangeAsync("htx-cho-moi", (_, c) => c.Register(new Registration(null, "1602000501", ["5007A-000.501"], c.Founded, null, null, null, c.Source)));
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);

        await officer.OpenAsync($"{RegistryHouse.Office}?q={Uri.EscapeDataString(typed)}");

        string[] found = code is null ? [] : [code];
        Assert.Equal(found, officer.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
    }

    private Task<bool> NumberAsync(string code, string number) => house.ChangeAsync(code, (_, c) => c.Register(new Registration(null, number, [], c.Founded, null, null, null, c.Source)));
}
