using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What a cooperative makes is in its own file, mark or no mark: public, and it is found by it.</summary>
public sealed class FileProductsTests : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private readonly RegistryHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_cooperative_without_a_mark_is_found_by_the_products_that_an_officer_typed()
    {
        using var folder = ImportFolder.With(("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\nhtx-khong-nhan,HTX Không Nhãn,,,,,,,\n"));
        Assert.Empty((await _house.App.ImportAsync(folder.Path)).Errors);
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-khong-nhan/dang-ky");
        await officer.SubmitAsync(Form, ("Input.Products", "Xoài keo lột\nNhãn xuồng; xoài  KEO lột"));

        Assert.Equal(302, officer.Status);
        Assert.Equal(["Xoài keo lột", "Nhãn xuồng"], (await _house.OfAsync("htx-khong-nhan")).Products);
        foreach (var query in new[] { "san-pham=xoai+keo", "q=nhan+xuong" })
        {
            Assert.Contains("htx-khong-nhan", await CodesAsync(query));
        }

        var open = await _house.App.Visit().Http.GetStringAsync(new Uri("/api/v1/cooperatives/htx-khong-nhan", UriKind.Relative));
        Assert.Equal(["Nhãn xuồng", "Xoài keo lột"], JsonDocument.Parse(open).RootElement.GetProperty("products").EnumerateArray().Select(product => product.GetString()!));
        Assert.Contains("Xoài keo lột; Nhãn xuồng", (await _house.App.Visit().OpenAsync("/hop-tac-xa/htx-khong-nhan")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-khong-nhan");
        Assert.Contains("Xoài keo lột; Nhãn xuồng", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_brings_products_and_a_proposal_takes_them_away()
    {
        await _house.App.TakenInAsync(await _house.App.LookedOverAsync("Mã,Sản phẩm chính\nhtx-an-binh,\"Lúa, gạo thơm; khô cá\"\n"));
        Assert.Equal(["Lúa", "gạo thơm", "khô cá"], (await _house.OfAsync("htx-an-binh")).Products);
        Assert.Contains("htx-an-binh", await CodesAsync("san-pham=gao+thom"));

        var director = await _house.App.SignedInAsync(Role.CooperativeDirector, "htx-an-binh");
        await director.OpenAsync("/htx-cua-toi/dang-ky");
        await director.SubmitAsync(Form, ("Input.Values[Products]", "Lúa; mật ong"));
        var proposal = await _house.ReadAsync("htx-an-binh", (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));
        Assert.Equal("Lúa; gạo thơm; khô cá", proposal.Items.Single().Before);
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
        await officer.SubmitAsync(Form, ($"Input.Verdicts[{proposal.Items.Single().Id}]", "nhan"));

        Assert.Equal(["Lúa", "mật ong"], (await _house.OfAsync("htx-an-binh")).Products);
        Assert.DoesNotContain("htx-an-binh", await CodesAsync("san-pham=gao+thom"));
    }

    [Fact]
    public async Task What_is_no_list_of_products_is_told()
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-cho-moi/dang-ky");
        await officer.SubmitAsync(Form, ("Input.Products", string.Join('\n', Enumerable.Range(0, 31).Select(i => $"Rau {i}"))));

        Assert.Equal(422, officer.Status);
        Assert.Contains("tối đa 30 sản phẩm", officer.Text, StringComparison.Ordinal);
        var table = await _house.App.LookedOverAsync("Mã,Sản phẩm\nhtx-cho-moi,12\n");
        Assert.Contains("Dòng 2, cột “Sản phẩm”: Ghi tối đa 30 sản phẩm", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_keeps_products_and_its_undoing_gives_them_back()
    {
        await _house.ChangeAsync("htx-vinh-thang", (_, c) => c.Make(["Lúa"]));
        await _house.ChangeAsync("htx-binh-thanh", (_, c) => c.Make(["Rau"]));
        await _house.ChangeAsync("htx-vinh-binh", (_, c) => c.Make([]));
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-vinh-binh/gop?voi=htx-binh-thanh");
        await officer.SubmitAsync(Form, ("Input.Why", "Một hợp tác xã"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(["Rau"], (await _house.OfAsync("htx-vinh-binh")).Products);

        await officer.FollowAsync();
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").OfType<AngleSharp.Html.Dom.IHtmlAnchorElement>().First(a => a.TextContent == "Xem, tách ra").PathName);
        await officer.SubmitAsync(Form, ("Input.Why", "Tách"));
        Assert.Empty((await _house.OfAsync("htx-vinh-binh")).Products);
    }

    private async Task<List<string>> CodesAsync(string query)
    {
        var page = await _house.App.Visit().Http.GetStringAsync(new Uri($"/api/v1/cooperatives?pageSize=200&{query}", UriKind.Relative));
        return [.. JsonDocument.Parse(page).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!)];
    }
}
