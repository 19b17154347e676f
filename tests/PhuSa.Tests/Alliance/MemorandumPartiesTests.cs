using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>A memorandum between more than two: every party is shown, found, counted and may owe something.</summary>
public sealed class MemorandumPartiesTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Memoranda = "/quan-tri/lien-minh/ban-ghi-nho";

    [Fact]
    public async Task A_third_party_on_record_and_a_fourth_that_is_not_are_shown_searched_exported_and_counted()
    {
        var officer = await house.OfficerAsync();
        var third = await house.OrganisationAsync();
        var memorandum = await SignedAsync(officer, "Bản ghi nhớ bốn bên", $"{third.Code}\nHội Nông dân xã Qzwx");

        await officer.OpenAsync(memorandum);
        Assert.Equal([third.Name, "Hội Nông dân xã Qzwx"], officer.Page.QuerySelectorAll("main dd li").Select(li => li.TextContent.Trim()));
        foreach (var words in new[] { third.Name, "hoi nong dan xa qzwx", "bốn bên" })
        {
            await officer.OpenAsync($"{Memoranda}?q={Uri.EscapeDataString(words)}");
            Assert.Contains("Bản ghi nhớ bốn bên", officer.Text, StringComparison.Ordinal);
        }

        Assert.NotNull((await officer.OpenAsync($"{Memoranda}?q=khong+co+ben+nao")).Page.QuerySelector("main .ps-empty"));
        var lines = Encoding.UTF8.GetString(await officer.Http.GetByteArrayAsync(new Uri($"{Memoranda}.csv?q=qzwx", UriKind.Relative))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains($",{third.Name}; Hội Nông dân xã Qzwx,", lines[1], StringComparison.Ordinal);
        var reading = await house.App.AskAsync("alliance.memoranda-signed", FigureRequest.Everything with { OrganisationId = third.Id });
        Assert.Equal(1, reading.Value);
        Assert.Contains(reading.Evidence[0].Facts, fact => fact.Label == "Các bên khác" && fact.Value == $"{third.Name}; Hội Nông dân xã Qzwx");
    }

    [Fact]
    public async Task The_alliances_search_finds_a_memorandum_by_its_third_party_and_readers_do_not()
    {
        var officer = await house.OfficerAsync();
        var third = await house.InDbAsync(async db =>
        {
            var organisation = new Organisation(Guid.CreateVersion7(), "ben-thu-ba-vbnm", PhuSa.Organisations.Contracts.OrganisationKind.Enterprise, "Công ty Bên Thứ Ba Vbnm", shortName: null);
            db.Add(organisation);
            await db.SaveChangesAsync();
            return organisation;
        });
        var memorandum = await SignedAsync(officer, "Bản ghi nhớ tìm theo bên", third.Name);

        for (var tries = 0; !await FindsAsync(officer); tries++)
        {
            Assert.True(tries < 200, "It is not found.");
            await Task.Delay(50);
        }

        Assert.False(await FindsAsync(await house.App.SignedInAsync(Role.DepartmentOfficer)));

        async Task<bool> FindsAsync(Visitor person) => (await person.OpenAsync("/quan-tri/tim?q=vbnm")).Page.QuerySelector($"main .ps-queue a[href='{memorandum}']") is not null;
    }

    [Fact]
    public async Task A_table_brings_the_parties_from_the_third_on_and_refuses_a_line_that_names_one_twice()
    {
        var (one, other, third, fourth) = (await house.OrganisationAsync(), await house.OrganisationAsync(), await house.OrganisationAsync(), await house.OrganisationAsync());
        using var folder = SampleFolder.Empty()
            .Write("memoranda", $"code,title,party_a,party_b,signed_on,about,paper,status,programme,source\nbgn-bon-ben,Bản ghi nhớ bốn bên theo bảng,{one.Code},{other.Code},2026-01-05,,,signed,,\n")
            .Write("memorandum-parties", $"memorandum,organisation,position\nbgn-bon-ben,{fourth.Code},4\nbgn-bon-ben,{third.Code},3\n");
        for (var times = 0; times < 2; times++)
        {
            var result = await house.App.ImportAsync(folder.Path);
            Assert.Empty(result.Errors);
        }

        var officer = await house.OfficerAsync();
        Assert.Equal([third.Name, fourth.Name], (await officer.OpenAsync($"{Memoranda}/bgn-bon-ben")).Page.QuerySelectorAll("main dd li").Select(li => li.TextContent.Trim()));
        Assert.Equal(1, (await house.App.AskAsync("alliance.memoranda-signed", FigureRequest.Everything with { OrganisationId = third.Id })).Value);

        folder.Write("memorandum-parties", $"memorandum,organisation,position\nbgn-bon-ben,{one.Code},3\nbgn-bon-ben,{third.Code},2\nbgn-khong-co,{third.Code},3\nbgn-bon-ben,{fourth.Code},ba\n");
        var refused = (await house.App.ImportAsync(folder.Path)).Errors.Select(error => $"{error}").ToList();

        Assert.Equal(4, refused.Count);
        foreach (var sentence in new[] { "đã là bên thứ nhất hoặc bên thứ hai", "ghi từ 3", "bgn-khong-co", "ba" })
        {
            Assert.Contains(refused, error => error.Contains(sentence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_third_party_may_owe_something_and_is_not_taken_out_while_it_does()
    {
        var officer = await house.OfficerAsync();
        var (third, fourth) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var memorandum = await SignedAsync(officer, "Bản ghi nhớ bên thứ ba có nghĩa vụ", $"{third.Name}\n{fourth.Name}");
        await MemorandumOfficeTests.OweAsync(officer, memorandum, third.Name, "Cung cấp giống", "2026-12-01");
        await officer.OpenAsync($"{memorandum}/sua");
        Assert.Equal($"{third.Name}\n{fourth.Name}", officer.Page.QuerySelector("textarea[name='Input.OtherParties']")!.TextContent.Trim().ReplaceLineEndings("\n"));

        await officer.SubmitAsync(Form, ("Input.OtherParties", fourth.Name));
        Assert.Equal(422, officer.Status);
        Assert.Contains($"“{third.Name}” có nghĩa vụ", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.OtherParties", $"Bên ngoài sổ\n{third.Name}"));
        Assert.True(officer.Status == 302, officer.Text);

        Assert.Equal([third.Name, "Bên ngoài sổ"], (await officer.OpenAsync(memorandum)).Page.QuerySelectorAll("main dd li").Select(li => li.TextContent.Trim()));
    }

    [Fact]
    public async Task A_third_party_that_turned_out_to_be_the_first_stands_once_and_the_memorandum_can_be_edited()
    {
        var officer = await house.OfficerAsync();
        var third = await house.OrganisationAsync();
        var memorandum = await SignedAsync(officer, "Bản ghi nhớ có bên trùng", third.Name);
        await MemorandumOfficeTests.OweAsync(officer, memorandum, third.Name, "Cung cấp giống", "2026-12-01");
        var first = await house.InDbAsync(async db =>
        {
            // As a merge leaves them.
            var found = await db.Set<Memorandum>().AsSplitQuery().SingleAsync(m => m.Title == "Bản ghi nhớ có bên trùng");
            await db.Set<MemorandumParty>().Where(p => p.MemorandumId == found.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.OrganisationId, found.PartyAId));
            await db.Set<Obligation>().Where(o => o.MemorandumId == found.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.OwnerId, found.PartyAId));
            return found.PartyAId;
        });

        Assert.Empty((await officer.OpenAsync(memorandum)).Page.QuerySelectorAll("main dd li"));
        await officer.OpenAsync($"{memorandum}/sua");
        await officer.SubmitAsync(Form, ("Input.Title", "Bản ghi nhớ đã sửa tên"));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(0, await house.InDbAsync(db => db.Set<MemorandumParty>().CountAsync(p => p.OrganisationId == first)));
    }

    [Fact]
    public async Task A_party_is_named_once_only()
    {
        var officer = await house.OfficerAsync();
        var (one, other, third) = (await house.OrganisationAsync(), await house.OrganisationAsync(), await house.OrganisationAsync());
        foreach (var parties in new[] { one.Code, $"{third.Code}\n{third.Name}" })
        {
            await officer.OpenAsync($"{Memoranda}/moi");
            await officer.SubmitAsync(Form, ("Input.Title", "Bản ghi nhớ ghi lặp"), ("Input.PartyA", one.Code), ("Input.PartyB", other.Code), ("Input.OtherParties", parties), ("Input.SignedOn", "2026-01-01"));
            Assert.Equal(422, officer.Status);
            Assert.Contains("Mỗi bên chỉ ghi một lần", officer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_who_change_only_the_parties_are_told_of_each_other()
    {
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var (third, fourth) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var memorandum = await SignedAsync(officer, "Bản ghi nhớ sửa các bên", "");
        await slow.OpenAsync($"{memorandum}/sua");
        await officer.OpenAsync($"{memorandum}/sua");
        await officer.SubmitAsync(Form, ("Input.OtherParties", third.Code));
        Assert.True(officer.Status == 302, officer.Text);

        await slow.SubmitAsync(Form, ("Input.OtherParties", fourth.Code));

        Assert.Equal(409, slow.Status);
        Assert.Contains(third.Name, slow.Text, StringComparison.Ordinal);
        var ids = await house.InDbAsync(db => db.Set<MemorandumParty>().Where(p => p.OrganisationId == third.Id || p.OrganisationId == fourth.Id).Select(p => p.OrganisationId).ToListAsync());
        Assert.Equal([third.Id], ids);
    }

    private async Task<string> SignedAsync(Visitor officer, string title, string others)
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        await officer.OpenAsync($"{Memoranda}/moi");
        await officer.SubmitAsync(Form, ("Input.Title", title), ("Input.PartyA", one.Code), ("Input.PartyB", other.Name), ("Input.OtherParties", others), ("Input.SignedOn", "2026-01-01"));
        Assert.True(officer.Status == 302, officer.Text);
        return officer.Redirect!.OriginalString;
    }
}
