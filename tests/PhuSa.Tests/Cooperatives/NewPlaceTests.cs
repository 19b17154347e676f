using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Where a file tells another place, the unit of the old one goes: a cooperative is not counted in a commune that its file no longer names.</summary>
public sealed class NewPlaceTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";
    private const string OldPlace = "xã An Bình, huyện Thoại Sơn";

    [Theory]
    [InlineData("htx-cho-moi", "Khóm 2, thị trấn Óc Eo, huyện Thoại Sơn", false)]
    [InlineData("htx-vinh-binh", "Xã An Bình, huyện Châu Thành", false)]
    [InlineData("htx-long-binh", "Ấp Phú Hiệp, Xã An Bình, Thoại Sơn", true)]
    [InlineData("htx-binh-phuoc-xuan", "XÃ AN BÌNH - HUYỆN THOẠI SƠN", true)]
    public async Task The_unit_goes_with_the_place_that_a_table_replaces_unless_the_new_words_name_it(string code, string words, bool keeps)
    {
        var unit = await SettledAsync(code);

        var officer = await house.App.LookedOverAsync($"Mã,Địa chỉ\n{code},\"{words}\"\n");

        var cells = string.Join(' ', officer.Page.QuerySelectorAll("main table tbody td").Select(td => td.TextContent));
        Assert.Equal(!keeps, cells.Contains("Mã đơn vị hành chính", StringComparison.Ordinal));
        await house.App.TakenInAsync(officer);
        var kept = await house.OfAsync(code);
        Assert.Equal((words, keeps ? unit : null), (kept.PlaceText, kept.PlaceId));
    }

    [Fact]
    public async Task A_unit_that_the_table_gives_with_the_words_stands()
    {
        await SettledAsync("htx-vinh-thang");
        var given = (await house.OfAsync("htx-binh-thanh")).PlaceId;
        Assert.NotNull(given);

        await house.App.TakenInAsync(await house.App.LookedOverAsync("Mã,Địa chỉ,Mã xã\nhtx-vinh-thang,huyện Châu Thành,892\n"));

        Assert.Equal(given, (await house.OfAsync("htx-vinh-thang")).PlaceId);
    }

    [Fact]
    public async Task The_unit_goes_with_the_place_that_a_cooperative_replaces_and_the_officer_reads_so_first()
    {
        await SettledAsync("htx-ben-ba-chi");
        var director = await house.App.SignedInAsync(Role.CooperativeDirector, "htx-ben-ba-chi");
        await director.OpenAsync("/htx-cua-toi/lien-he");
        await director.SubmitAsync(Form, ("Input.Values[Place]", "xã Khánh Bình"));
        Assert.Equal(302, director.Status);
        var proposal = await house.ReadAsync("htx-ben-ba-chi", (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
        Assert.Contains($"Đơn vị hành chính đang ghi: {OldPlace}", officer.Text, StringComparison.Ordinal);
        Assert.Contains("nhận thì hồ sơ không còn ghi đơn vị nào", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ($"Input.Verdicts[{proposal.Items.Single().Id}]", "nhan"));

        Assert.Equal(302, officer.Status);
        var kept = await house.OfAsync("htx-ben-ba-chi");
        Assert.Equal(("xã Khánh Bình", null), (kept.PlaceText, kept.PlaceId));
    }

    /// <returns>The unit that the file points at from now on.</returns>
    private async Task<Guid?> SettledAsync(string code)
    {
        var unit = await house.App.InScopeAsync(services => services.GetRequiredService<IPlaces>().FindAsync("30692", new DateOnly(2020, 1, 1), CancellationToken.None));
        Assert.NotNull(unit);
        await house.ChangeAsync(code, (_, c) => c.Settle(OldPlace, unit.Id, c.Source));
        return unit.Id;
    }
}
