using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A place is public where a published source names that very place: by no door does another place go out under an old source.</summary>
public sealed class PublishedPlaceTests : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private const string Address = "số 12, ấp Kín Cổng";
    private const string Article = "Báo An Giang ngày 05/06/2021";

    private readonly RegistryHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_address_that_an_officer_types_is_not_public_until_they_name_the_source_that_published_it()
    {
        Assert.Contains("huyện Châu Thành", (await _house.App.Visit().OpenAsync("/hop-tac-xa/htx-binh-thanh")).Text, StringComparison.Ordinal);
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-binh-thanh/lien-he");
        Assert.Contains("Nơi đang hiện công khai theo nguồn:", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.PlaceText", Address));
        Assert.Equal(302, officer.Status);
        await NothingIsPublicAsync("htx-binh-thanh");

        await officer.OpenAsync($"{RegistryHouse.Office}/htx-binh-thanh/lien-he");
        await officer.SubmitAsync(Form, ("Input.PlaceSource", Article));
        Assert.Equal((Address, Article), await PublicAsync("htx-binh-thanh"));

        // What else the page says of it changes nothing there.
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-binh-thanh/lien-he");
        await officer.SubmitAsync(Form, ("Input.Phone", "0912 345 678"));
        Assert.Equal((Address, Article), await PublicAsync("htx-binh-thanh"));
    }

    [Fact]
    public async Task A_place_that_a_table_brings_is_not_public_unless_the_table_names_its_source()
    {
        var officer = await _house.App.LookedOverAsync($"Mã,Địa chỉ,Nguồn\nhtx-binh-thanh,\"{Address}\",Phiếu điều tra\nhtx-an-binh,\"{Address}\",Phiếu điều tra\n");
        Assert.Contains("Nguồn đã công bố", string.Join(' ', officer.Page.QuerySelectorAll("main table tbody td").Select(td => td.TextContent)), StringComparison.Ordinal);
        await _house.App.TakenInAsync(officer);
        await NothingIsPublicAsync("htx-binh-thanh");
        await NothingIsPublicAsync("htx-an-binh");

        await _house.App.TakenInAsync(await _house.App.LookedOverAsync($"Mã,Địa chỉ,Nguồn đã công bố\nhtx-binh-thanh,xã Bình Thạnh,{Article}\nhtx-an-binh,xã An Bình,\n"));
        Assert.Equal(("xã Bình Thạnh", Article), await PublicAsync("htx-binh-thanh"));
        Assert.Equal((null, null), await PublicAsync("htx-an-binh"));
    }

    [Theory]
    [InlineData("XÃ Hoà Lạc,  huyện châu Thành")]
    [InlineData("xã Hòa Lạc - Huyện Châu Thành")]
    public async Task Point_26_the_same_place_in_other_capitals_with_other_blanks_or_tones_stays_public(string written)
    {
        await _house.ChangeAsync("htx-binh-thanh", (_, c) => c.Settle("xã Hòa Lạc, huyện Châu Thành", placeId: null, Article));
        var officer = await _house.App.LookedOverAsync($"Mã,Địa chỉ\nhtx-binh-thanh,\"{written}\"\n");
        Assert.DoesNotContain("Nguồn đã công bố", string.Join(' ', officer.Page.QuerySelectorAll("main table tbody td").Select(td => td.TextContent)), StringComparison.Ordinal);

        await _house.App.TakenInAsync(officer);

        Assert.Equal((string.Join(' ', written.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Article), await PublicAsync("htx-binh-thanh"));
    }

    [Fact]
    public async Task Point_26_another_tone_is_another_place()
    {
        await _house.ChangeAsync("htx-binh-thanh", (_, c) => c.Settle("xã Hòa Lạc", placeId: null, Article));
        await _house.ChangeAsync("htx-binh-thanh", (_, c) => c.Settle("xã Hỏa Lạc", placeId: null, source: null));

        Assert.Null((await _house.OfAsync("htx-binh-thanh")).Source);
    }

    [Fact]
    public async Task A_place_that_a_cooperative_proposes_is_not_public_once_it_is_accepted()
    {
        var director = await _house.App.SignedInAsync(Role.CooperativeDirector, "htx-an-binh");
        await director.OpenAsync("/htx-cua-toi/lien-he");
        await director.SubmitAsync(Form, ("Input.Values[Place]", Address));
        var proposal = await _house.ReadAsync("htx-an-binh", (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
        Assert.Contains("Nhận nơi khác thì nơi mới không hiện công khai", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ($"Input.Verdicts[{proposal.Items.Single().Id}]", "nhan"));

        Assert.Equal(302, officer.Status);
        Assert.Equal(Address, (await _house.OfAsync("htx-an-binh")).PlaceText);
        await NothingIsPublicAsync("htx-an-binh");
    }

    [Fact]
    public async Task A_merge_does_not_publish_the_place_of_one_file_under_the_source_of_the_other()
    {
        await _house.ChangeAsync("htx-long-binh", (_, c) => c.Settle(Address, placeId: null, source: null));
        Assert.NotNull((await _house.OfAsync("htx-vinh-thang")).Source);
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-vinh-thang/gop?voi=htx-long-binh");
        await officer.SubmitAsync(Form, ("Input.Why", "Một hợp tác xã, hai hồ sơ"));

        Assert.Equal(302, officer.Status);
        Assert.Equal(Address, (await _house.OfAsync("htx-vinh-thang")).PlaceText);
        await NothingIsPublicAsync("htx-vinh-thang");
    }

    [Theory]
    [InlineData("")]
    [InlineData("kia")]
    public async Task A_merge_joins_no_words_of_one_file_to_the_unit_of_the_other(string taken)
    {
        const string Published = "xã Vĩnh Khánh, huyện Thoại Sơn";
        var unit = (await _house.OfAsync("htx-binh-thanh")).PlaceId;
        await _house.ChangeAsync("htx-vinh-thang", (_, c) => c.Settle(Published, placeId: null, Article));
        await _house.ChangeAsync("htx-long-binh", (_, c) => c.Settle(Address, unit, source: null));
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-vinh-thang/gop?voi=htx-long-binh");
        Assert.Contains($"{Address} (huyện Châu Thành", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.Take[noi]", taken), ("Input.Why", "Một hợp tác xã, hai hồ sơ"));

        Assert.Equal(302, officer.Status);
        var kept = await _house.OfAsync("htx-vinh-thang");
        if (taken.Length > 0)
        {
            Assert.Equal((Address, unit), (kept.PlaceText, kept.PlaceId));
            await NothingIsPublicAsync("htx-vinh-thang");
            return;
        }

        Assert.Equal((Published, null, Article), (kept.PlaceText, kept.PlaceId, kept.Source));
        var page = await _house.App.Visit().OpenAsync("/hop-tac-xa/htx-vinh-thang");
        Assert.Contains(Published, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Châu Thành", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kín Cổng", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_keeps_the_unit_that_only_one_of_two_files_with_the_same_words_points_at()
    {
        var (words, unit) = ("huyện Châu Thành, tỉnh An Giang", (await _house.OfAsync("htx-binh-thanh")).PlaceId);
        await _house.ChangeAsync("htx-vinh-thang", (_, c) => c.Settle(words, placeId: null, Article));
        await _house.ChangeAsync("htx-long-binh", (_, c) => c.Settle(words, unit, source: null));
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-vinh-thang/gop?voi=htx-long-binh");
        Assert.Null(officer.Page.QuerySelector("[name='Input.Take[noi]']"));

        await officer.SubmitAsync(Form, ("Input.Why", "Một hợp tác xã, hai hồ sơ"));

        Assert.Equal(302, officer.Status);
        var kept = await _house.OfAsync("htx-vinh-thang");
        Assert.Equal((words, unit, Article), (kept.PlaceText, kept.PlaceId, kept.Source));
    }

    [Fact]
    public async Task Point_26_to_point_at_the_unit_that_published_words_mean_keeps_them_public()
    {
        using var folder = ImportFolder.With(("cooperatives", $"code,name,short_name,display_name,registration_number,founded,place_text,place,source\nhtx-co-noi,HTX Có Nơi,,,,,\"xã An Bình, huyện Thoại Sơn\",,{Article}\n"));
        Assert.Empty((await _house.App.ImportAsync(folder.Path)).Errors);
        var (known, other) = ((await _house.OfAsync("htx-an-binh")).PlaceId, (await _house.OfAsync("htx-binh-thanh")).PlaceId);

        await _house.ChangeAsync("htx-co-noi", (_, c) => c.Settle(c.PlaceText, known, source: null));
        Assert.Equal(("xã An Bình, huyện Thoại Sơn", Article), await PublicAsync("htx-co-noi"));
        await _house.ChangeAsync("htx-co-noi", (_, c) => c.Settle(c.PlaceText, other, source: null));
        Assert.Equal((null, null), await PublicAsync("htx-co-noi"));
    }

    private async Task NothingIsPublicAsync(string code)
    {
        var visitor = _house.App.Visit();
        foreach (var address in new[] { $"/hop-tac-xa/{code}", $"/api/v1/cooperatives/{code}", "/du-lieu-mo/hop-tac-xa.csv", "/api/v1/cooperatives?pageSize=100", $"/hop-tac-xa?q={Uri.EscapeDataString("kin cong")}", $"/tim-kiem?q={Uri.EscapeDataString("kin cong")}" })
        {
            var said = await visitor.Http.GetStringAsync(new Uri(address, UriKind.Relative));
            Assert.False(said.Contains("Kín Cổng", StringComparison.Ordinal) || said.Contains("K\\u00EDn", StringComparison.OrdinalIgnoreCase), $"{address} tells the place of {code}.");
        }

        Assert.Equal((null, null), await PublicAsync(code));
    }

    private Task<(string? Place, string? Source)> PublicAsync(string code) => _house.ReadAsync(code, (_, c) => Task.FromResult((c.Source is null ? null : c.PlaceText, c.Source)));
}
