using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using ImportFolder = PhuSa.Tests.Organisations.ImportFolder;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Files that may be one cooperative are listed whether somebody suspects them or not, and found from either side.</summary>
public sealed class AlikeFilesTests : IAsyncLifetime
{
    private const string Header = "code,name,short_name,display_name,registration_number,founded,place_text,place,source,kind";
    private const string Office = RegistryHouse.Office;

    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task All_pairs_of_the_register_are_listed_with_the_reason_and_the_count_is_that_of_the_list()
    {
        await FillAsync();
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");

        await officer.OpenAsync($"{Office}/co-the-trung");

        var rows = officer.Page.QuerySelectorAll("main tbody tr").Select(row => (Merge: row.QuerySelector("td:last-child a")!.GetAttribute("href"), Why: row.QuerySelectorAll("td")[1].TextContent.Trim())).ToList();
        Assert.Equal(
            [
                ($"{Office}/mai/gop?voi=ngan", "Cùng số đăng ký hoặc mã số thuế"),
                ($"{Office}/khac/gop?voi=lan", "Cùng số điện thoại"),
                ($"{Office}/an/gop?voi=an-2", "Cùng tên và cùng nơi"),
            ],
            rows);
        Assert.Contains("3 cặp, đang xem 1–3", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync(rows[2].Merge!);
        Assert.Equal(200, officer.Status);
        Assert.Contains("Gộp hai hồ sơ", officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("An Bình, Thoại Sơn", "xã An Bình, huyện Thoại Sơn", true)]
    [InlineData("xã An Bình huyện Thoại Sơn", "Xã An Bình, Huyện Thoại Sơn", true)]
    [InlineData("xã An Bình", "xã An Bình, huyện Thoại Sơn", true)]
    [InlineData("An Bình, Thoại Sơn", "xã Phú An, huyện Bình Minh", false)]
    [InlineData("An Bình, Thoại Sơn", "xã An Bình, huyện Khác", false)]
    [InlineData("", "xã An Bình", false)]
    public void One_of_two_texts_of_a_place_may_say_more(string one, string other, bool same) =>
        Assert.Equal((same, same), (Duplicates.AreSameWords(Duplicates.Words(one), Duplicates.Words(other)), Duplicates.AreSameWords(Duplicates.Words(other), Duplicates.Words(one))));

    [Theory]
    [InlineData("mai", "ngan", "Cùng số đăng ký hoặc mã số thuế")]
    [InlineData("ngan", "mai", "Cùng số đăng ký hoặc mã số thuế")]
    [InlineData("khac", "lan", "Cùng số điện thoại")]
    [InlineData("lan", "khac", "Cùng số điện thoại")]
    [InlineData("an", "an-2", "Cùng tên và cùng nơi")]
    [InlineData("an-2", "an", "Cùng tên và cùng nơi")]
    public async Task Two_files_find_each_other_by_former_names_and_numbers_and_telephones_of_the_board(string one, string other, string why)
    {
        await FillAsync();
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");

        await officer.OpenAsync($"{Office}/{one}/gop");

        var candidate = Assert.Single(officer.Page.QuerySelectorAll("main li"), li => li.QuerySelector($"a[href='{Office}/{one}/gop?voi={other}']") is not null);
        Assert.Contains(why, candidate.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_another_kind_is_told_and_not_offered()
    {
        await FillAsync();
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");

        await officer.OpenAsync($"{Office}/an/gop");

        var fund = Assert.Single(officer.Page.QuerySelectorAll("main li"), li => li.TextContent.Contains("QTDND An Bình", StringComparison.Ordinal));
        Assert.Contains("Khác loại hình nên không gộp được", fund.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quỹ tín dụng nhân dân", fund.TextContent, StringComparison.Ordinal);
        Assert.Null(fund.QuerySelector("a[href*='voi=']"));
    }

    [Fact]
    public async Task Who_may_only_read_is_not_let_to_the_list_and_a_page_that_is_not_there_is_not_found()
    {
        await FillAsync();
        var leader = await _app.SignedInAsync(Role.DepartmentLeader, "so");
        Assert.Equal(403, (await leader.OpenAsync($"{Office}/co-the-trung")).Status);

        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");
        foreach (var number in new[] { "0", "x", "9", "99999999999" })
        {
            Assert.Equal(404, (await officer.OpenAsync($"{Office}/co-the-trung?trang={number}")).Status);
        }
    }

    [Fact]
    public async Task A_register_of_very_many_alike_is_compared_in_time()
    {
        var rows = Enumerable.Range(0, 3000).Select(i => $"c{i},HTX {(i % 2 == 0 ? "Tân Tiến" : $"Số {i / 4}")},,,,,,,,cooperative");
        using var folder = ImportFolder.With(("cooperatives", $"{Header}\n{string.Join('\n', rows)}\n"));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);

        var pairs = await _app.InScopeAsync(services => services.GetRequiredService<AlikeFiles>().AllAsync(CancellationToken.None));

        // Fifteen hundred of one name are shown beside the first only; of the others two each have one name.
        Assert.Equal(1499 + 750, pairs.Count);
        Assert.Equal(pairs.Count, pairs.Select(pair => (pair.One, pair.Other)).Distinct().Count());
    }

    [Theory]
    [InlineData("HTX Sản xuất và Dịch vụ nông nghiệp An Bình", "an binh")]
    [InlineData("HTX An Bình", "an binh")]
    [InlineData("Công ty TNHH Thương mại An Bình", "thuong mai an binh")]
    [InlineData("Cty TNHH Xoài Mẫu", "xoai mau")]
    [InlineData("QTDND Mỹ Bình", "my binh")]
    public void The_core_of_a_name_leaves_out_what_only_tells_the_kind(string name, string core) => Assert.Equal(core, Duplicates.Core(name));

    private async Task FillAsync()
    {
        using var folder = ImportFolder.With(
            ("organisations", "code,name,short_name,kind\nso,Sở Một,,agency\n"),
            ("cooperatives", $"""
                {Header}
                an,HTX An Bình,,,,,"xã Một, huyện Hai",,Báo Một,cooperative
                an-2,HTX Sản xuất và Dịch vụ nông nghiệp An Bình,,,,,xã Một,,Báo Một,cooperative
                quy,QTDND An Bình,,,,,,,,peoples-credit-fund
                mai,HTX Mai Vàng,,,1600000001,,,,,cooperative
                ngan,HTX Ngàn Hoa,,,1600000009,,,,,cooperative
                lan,HTX Lan Rừng,,,,,,,,cooperative
                khac,HTX Khác Hẳn,,,,,,,,cooperative
                so-1,HTX Hai Số,,,1600000003,,,,,cooperative
                so-2,HTX Hai Số,,,1600000004,,,,,cooperative

                """));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
        await ChangeAsync("ngan", (_, c) => c.Register(new Registration(null, "1600000009", ["1600 000 001"], RecordTime.Unknown, null, null, null, c.Source)));
        await ChangeAsync("lan", (db, c) =>
        {
            var member = new BoardMember(Guid.CreateVersion7(), c.Id);
            member.Describe(new BoardContent("Lê Thị Mẫu", BoardRole.Director, "0912000111", null, null));
            db.Add(member);
        });
        await ChangeAsync("khac", (db, c) =>
        {
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent(null, "0912000111", null, null, null, null, null));
            db.Add(contact);
        });
    }

    private Task<bool> ChangeAsync(string code, Action<AppDbContext, Cooperative> change) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Platform.Journal.Acting>().As(RegistryHouse.By);
        var db = services.GetRequiredService<AppDbContext>();
        change(db, await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code));
        await db.SaveChangesAsync();
        return true;
    });
}
