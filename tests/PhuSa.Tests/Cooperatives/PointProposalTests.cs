using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A cooperative proposes its point on the map: typed, pasted, or the phone's own.</summary>
public sealed class PointProposalTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Own = "/htx-cua-toi/vi-tri";
    private const string Form = "main form[method=post]";
    private const string Field = "Input.Values[MapPoint]";

    [Theory]
    [InlineData("10.386512, 105.435120", "10.386512, 105.43512")]
    [InlineData("10.38,105.43", "10.38, 105.43")]
    [InlineData("(10.38, 105.43)", "10.38, 105.43")]
    [InlineData("10,386512; 105,435120", "10.386512, 105.43512")]
    [InlineData("10,38 105,43", "10.38, 105.43")]
    [InlineData(" 10°,  105° ", "10, 105")]
    [InlineData("10.38651249999, 105.4351201", "10.386512, 105.43512")]
    public void A_point_is_read_as_maps_copy_it_and_as_people_write_it(string typed, string point)
    {
        Assert.True(Coordinates.TryRead(typed, out var read));
        Assert.Equal((point, true), (read.ToString(), read.IsInVietnam));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.38")]
    [InlineData("mười, một trăm lẻ năm")]
    [InlineData("10.38, 105.43, 7")]
    [InlineData("1e1, 1e2")]
    [InlineData("١٠, ١٠٥")]
    [InlineData("10.38, 105.43'; drop table")]
    public void What_is_no_point_is_not_read(string typed) => Assert.False(Coordinates.TryRead(typed, out _));

    [Fact]
    public async Task A_point_stands_in_the_file_once_it_is_accepted_and_what_else_is_there_stays()
    {
        await house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent(null, "0912345888", null, null, null, 10.5m, 105.1m));
            db.Add(contact);
        });
        var director = await DirectorAsync("htx-an-binh");
        Assert.Equal("10.5, 105.1", ((IHtmlInputElement)director.Page.QuerySelector($"[name='{Field}']")!).Value);
        await director.SubmitAsync(Form, (Field, "10,5; 105,1"));
        Assert.Equal(409, director.Status);
        await director.SubmitAsync(Form, (Field, "10.386512, 105.435120"));
        Assert.Equal(302, director.Status);

        var officer = await AcceptAsync("htx-an-binh", "10.5, 105.1", "10.386512, 105.435120");

        Assert.Equal(302, officer.Status);
        Assert.Equal((10.386512m, 105.43512m, "0912345888"), await PointAsync("htx-an-binh"));
    }

    [Fact]
    public async Task A_file_without_any_contact_gets_its_point_and_a_cleared_point_goes()
    {
        var director = await DirectorAsync("htx-cho-moi");
        await director.SubmitAsync(Form, (Field, "10.38, 105.43"));
        await AcceptAsync("htx-cho-moi", "10.38, 105.43");
        Assert.Equal((10.38m, 105.43m, null), await PointAsync("htx-cho-moi"));

        await director.OpenAsync(Own);
        await director.SubmitAsync(Form, (Field, ""));
        await AcceptAsync("htx-cho-moi", "xoá, để trống");
        Assert.Equal((null, null, null), await PointAsync("htx-cho-moi"));
    }

    [Theory]
    [InlineData("48.85, 2.35", "Vị trí nằm ngoài Việt Nam")]
    [InlineData("105.43, 10.38", "Vị trí nằm ngoài Việt Nam")]
    [InlineData("-10.38, 105.43", "Vị trí nằm ngoài Việt Nam")]
    [InlineData("gần chợ", "Vị trí ghi vĩ độ rồi kinh độ")]
    public async Task What_is_elsewhere_or_no_point_comes_back_as_typed(string typed, string sentence)
    {
        var director = await DirectorAsync("htx-ben-ba-chi");

        await director.SubmitAsync(Form, (Field, typed));

        Assert.Equal(422, director.Status);
        Assert.Contains(sentence, director.Text, StringComparison.Ordinal);
        Assert.Equal(typed, ((IHtmlInputElement)director.Page.QuerySelector($"[name='{Field}']")!).Value);
    }

    [Fact]
    public async Task Only_this_page_may_ask_the_phone_where_it_is_and_it_loads_no_map()
    {
        var director = await DirectorAsync("htx-long-binh");
        Assert.Contains("geolocation=(self)", director.Response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.True(director.Page.QuerySelector("button[data-position]")!.HasAttribute("hidden"));
        var scripts = director.Page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!).ToList();
        Assert.Contains(scripts, script => script.Contains("position", StringComparison.Ordinal));
        Assert.DoesNotContain(scripts, script => script.Contains("map", StringComparison.Ordinal));
        Assert.InRange((await director.Http.GetByteArrayAsync(new Uri(Own, UriKind.Relative))).Length, 1, 35 * 1024);

        await director.OpenAsync("/htx-cua-toi/lien-he");
        Assert.Contains("geolocation=()", director.Response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<Visitor> DirectorAsync(string code) => await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync(Own);

    private async Task<Visitor> AcceptAsync(string code, params string[] shown)
    {
        var proposal = await house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id && p.Status == ProposalStatus.Open));
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
        Assert.All(shown, words => Assert.Contains(words, officer.Text, StringComparison.Ordinal));
        return await officer.SubmitAsync(Form, ($"Input.Verdicts[{proposal.Items.Single().Id}]", "nhan"));
    }

    private async Task<(decimal? North, decimal? East, string? Phone)> PointAsync(string code)
    {
        var contact = await house.ReadAsync(code, (db, c) => db.Set<CooperativeContact>().AsNoTracking().SingleAsync(k => k.Id == c.Id));
        return (contact.Latitude, contact.Longitude, contact.Phone);
    }
}
