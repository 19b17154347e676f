using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The way back from a merge: what leaves the house is as it was, and nobody takes apart what they have not seen.</summary>
public sealed class UndoMergeTests : IAsyncLifetime
{
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";
    private static readonly string[] Exports = [$"{Office}.csv", $"{Office}.csv?q=binh", "/du-lieu-mo/hop-tac-xa.csv", "/du-lieu-mo/hop-tac-xa.json", "/api/v1/cooperatives?pageSize=100"];
    private readonly RegistryHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Merged_and_taken_apart_again_every_export_is_the_same_to_the_byte()
    {
        await _house.ChangeAsync("htx-long-binh", (db, c) =>
        {
            c.Register(new Registration(null, "1611000002", ["5007A000123"], c.Founded, "Phòng Tài chính", CooperativeSector.Agriculture, "Trồng xoài", c.Source));
            c.Agree(Enum.GetValues<PublicItem>(), new DateOnly(2026, 1, 5), "Phiếu đồng ý");
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent("Trần Thị Mẫu", "0912111002", null, "https://htx.example.vn", "ấp Một", 10.5m, 105.1m));
            db.Add(contact);
        });
        var officer = await _house.App.SignedInAsync(Role.AllianceOfficer);
        var before = await ExportedAsync(officer);

        await MergeAsync(officer);
        Assert.NotEqual(before, await ExportedAsync(officer));
        await officer.OpenAsync(await PageAsync());
        await officer.SubmitAsync(Form, ("Input.Why", "Gộp nhầm"));

        Assert.Equal(302, officer.Status);
        Assert.Equal(before, await ExportedAsync(officer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kia")]
    public async Task Two_places_with_a_unit_in_only_one_come_apart_as_they_were(string taken)
    {
        var unit = (await _house.OfAsync("htx-binh-thanh")).PlaceId;
        await _house.ChangeAsync("htx-an-binh", (_, c) => c.Settle("xã Vĩnh Khánh, huyện Thoại Sơn", placeId: null, "Báo An Giang ngày 05/06/2021"));
        await _house.ChangeAsync("htx-long-binh", (_, c) => c.Settle("ấp Một, xã Bình Thạnh", unit, source: null));
        var officer = await _house.App.SignedInAsync(Role.AllianceOfficer);
        var before = await ExportedAsync(officer);

        await officer.OpenAsync($"{Office}/htx-an-binh/gop?voi=htx-long-binh");
        await officer.SubmitAsync(Form, ("Input.Take[noi]", taken), ("Input.Why", "Cùng một hợp tác xã, nhập hai lần"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(taken.Length > 0 ? unit : null, (await _house.OfAsync("htx-an-binh")).PlaceId);
        await officer.OpenAsync(await PageAsync());
        await officer.SubmitAsync(Form, ("Input.Why", "Gộp nhầm"));

        Assert.Equal(302, officer.Status);
        Assert.Equal(before, await ExportedAsync(officer));
    }

    [Fact]
    public async Task From_a_stale_page_nothing_is_taken_apart_and_what_was_typed_stays()
    {
        var (officer, other) = (await _house.App.SignedInAsync(Role.DepartmentOfficer), await _house.App.SignedInAsync(Role.AllianceOfficer));
        await MergeAsync(officer);
        var page = await PageAsync();
        await officer.OpenAsync(page);
        await other.OpenAsync(page);
        await _house.ChangeAsync("htx-an-binh", (_, c) => c.Settle("xã Khánh Bình", null, c.Source));

        await officer.SubmitAsync(Form, ("Input.Why", "Gộp nhầm"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("vừa được người khác thay đổi. Hãy xem lại rồi tách.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Nơi, như giấy tờ ghi, đã sửa sau khi gộp", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Gộp nhầm", officer.Page.QuerySelector("#Input_Why")!.TextContent.Trim());
        await officer.SubmitAsync(Form);
        Assert.Equal(302, officer.Status);

        await other.SubmitAsync(Form, ("Input.Why", "Tôi cũng tách"));
        Assert.Equal(409, other.Status);
        Assert.Contains("vừa được người khác thay đổi", other.Text, StringComparison.Ordinal);
        Assert.Contains("Đã tách", other.Text, StringComparison.Ordinal);
        await other.PostAsync(page, ("Input.Why", "Tôi cũng tách"));
        Assert.Equal(400, other.Status);
    }

    [Fact]
    public async Task Taken_apart_by_many_at_one_moment_it_is_done_once()
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await MergeAsync(officer);
        var page = await PageAsync();
        await officer.OpenAsync(page);
        var fields = officer.Page.QuerySelectorAll($"{Form} input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).Append(new("Input.Why", "Cùng lúc")).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var body = new FormUrlEncodedContent(fields);
            using var answer = await officer.Http.PostAsync(new Uri(page, UriKind.Relative), body);
            return (int)answer.StatusCode;
        }));

        Assert.Equal([302, 409, 409, 409, 409, 409], answers.Order());
    }

    [Fact]
    public async Task What_is_added_to_a_file_while_it_is_merged_is_not_left_with_one_that_is_no_more()
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Office}/htx-long-binh/chung-nhan");
        await officer.SubmitAsync(Form, ("Do", "them"));
        var fields = officer.Page.QuerySelectorAll($"{Form} input").Where(input => input.HasAttribute("name")).Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).Where(field => field.Key != "Input.Rows[0].Name").ToList();
        var gone = (await _house.OfAsync("htx-long-binh")).Id;

        var adding = Enumerable.Range(0, 6).Select(async i =>
        {
            await Task.Delay(i * 5, TestContext.Current.CancellationToken);
            using var body = new FormUrlEncodedContent([.. fields, new("Input.Rows[0].Name", $"VietGAP {i}")]);
            using var answer = await officer.Http.PostAsync(new Uri($"{Office}/htx-long-binh/chung-nhan", UriKind.Relative), body);
            return (int)answer.StatusCode;
        }).ToList();
        var other = await _house.App.SignedInAsync(Role.AllianceOfficer);
        await other.OpenAsync($"{Office}/htx-an-binh/gop?voi=htx-long-binh");
        await other.SubmitAsync(Form, ("Input.Why", "Cùng một hợp tác xã, nhập hai lần"));

        Assert.All(await Task.WhenAll(adding), status => Assert.True(status is 302 or 409, $"{status}"));
        if (other.Status == 302)
        {
            Assert.Equal(0, await _house.ReadAsync("htx-an-binh", (db, _) => db.Set<HeldCertificate>().CountAsync(k => k.CooperativeId == gone)));
        }
    }

    private static async Task<string> ExportedAsync(Visitor officer)
    {
        var told = new List<string>();
        foreach (var address in Exports)
        {
            using var answer = await officer.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            told.Add($"{address}\n{await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        return string.Join('\n', told);
    }

    private static async Task MergeAsync(Visitor officer)
    {
        await officer.OpenAsync($"{Office}/htx-an-binh/gop?voi=htx-long-binh");
        await officer.SubmitAsync(Form, ("Input.Why", "Cùng một hợp tác xã, nhập hai lần"));
        Assert.Equal(302, officer.Status);
    }

    private Task<string> PageAsync() => _house.App.InScopeAsync(async services => $"{MergeDesk.Address}/{await services.GetRequiredService<AppDbContext>().Set<FileMerge>().Select(m => m.Id).SingleAsync()}");
}
