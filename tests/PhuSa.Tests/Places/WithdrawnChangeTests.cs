using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using ImportFolder = PhuSa.Tests.Organisations.ImportFolder;

namespace PhuSa.Tests.Places;

/// <summary>A line of the table of changes that was never so is withdrawn by an officer, stays on record and is followed no more.</summary>
public sealed class WithdrawnChangeTests : IAsyncLifetime
{
    private const string Address = "/quan-tri/dia-ban";
    private const string Form = "main form[method=post]";
    private const string Changes = "old,new,split,resolution\n10001,10001@2025-07-01,,Nghị quyết 1\n10002,10001@2025-07-01,,Nghị quyết 1\n";

    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("organisations", "code,name,short_name,kind\nso,Sở Một,,agency\n"),
            ("places", "code,valid_from,valid_to,level,name,parent\n01,,,province,Tỉnh Một,\n10001,,2025-06-30,commune,Xã Cũ Một,01\n10002,,2025-06-30,commune,Xã Cũ Hai,01\n10001,2025-07-01,,commune,Xã Mới,01\n"),
            ("place-changes", Changes));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_wrong_line_is_withdrawn_with_the_reason_and_taken_up_again()
    {
        var (change, old) = await LineAsync();
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");
        await officer.OpenAsync($"{Address}/{old}");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Rút dòng này").GetAttribute("href")!);

        await officer.SubmitAsync(Form, ("Input.Why", "Gõ nhầm mã"));

        Assert.Equal((302, $"{Address}/{old}"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Contains("Đã rút, không dùng", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Gõ nhầm mã", officer.Text, StringComparison.Ordinal);
        Assert.Empty(await NowAsync(old));
        await _app.InDbAsync(async db => Assert.Equal("Gõ nhầm mã", (await db.Set<JournalEntry>().Where(e => e.Kind == "places_changes" && e.Action == "Change").OrderBy(e => e.At).LastAsync()).Why));

        using var again = ImportFolder.With(("place-changes", Changes));
        Assert.Empty((await _app.ImportAsync(again.Path)).Errors);
        Assert.Empty(await NowAsync(old));

        await officer.OpenAsync($"{Address}/thay-doi/{change}");
        await officer.SubmitAsync(Form, ("Input.Why", "Đúng là vậy"));
        Assert.Equal(302, officer.Status);
        Assert.Equal("Xã Mới", Assert.Single(await NowAsync(old)).Name);
    }

    [Fact]
    public async Task A_form_without_a_reason_or_begun_before_somebody_else_sent_it_is_told()
    {
        var (change, _) = await LineAsync();
        var (officer, other) = (await _app.SignedInAsync(Role.DepartmentOfficer, "so"), await _app.SignedInAsync(Role.AllianceOfficer, "so"));
        await officer.OpenAsync($"{Address}/thay-doi/{change}");
        await other.OpenAsync($"{Address}/thay-doi/{change}");
        await officer.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập lý do", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.Why", "Gõ nhầm mã"));
        await other.SubmitAsync(Form, ("Input.Why", "Cũng thấy nhầm"));

        Assert.Equal((302, 409), (officer.Status, other.Status));
        Assert.Contains("đã được rút trước đó", other.Text, StringComparison.Ordinal);
        Assert.Contains("Gõ nhầm mã", other.Text, StringComparison.Ordinal);

        // The step that undoes it is not put before whoever meant to do it.
        Assert.Null(other.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Who_may_only_read_withdraws_nothing_and_a_line_that_is_not_there_is_not_found()
    {
        var (change, old) = await LineAsync();
        var leader = await _app.SignedInAsync(Role.DepartmentLeader, "so");

        Assert.Equal(403, (await leader.OpenAsync($"{Address}/thay-doi/{change}")).Status);
        Assert.DoesNotContain("Rút dòng này", (await leader.OpenAsync($"{Address}/{old}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await _app.SignedInAsync(Role.DepartmentOfficer, "so")).OpenAsync($"{Address}/thay-doi/{old}")).Status);
    }

    [Fact]
    public async Task A_check_of_the_tables_lists_the_lines_that_would_change()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer, "so");
        await officer.OpenAsync($"{Address}/cap-nhat");

        await officer.UploadAsync(Form, "Input.Changes", Encoding.UTF8.GetBytes("old,new,split,resolution\n10001,10001@2025-07-01,,Nghị quyết 1\n10002,10001@2025-07-01,có,Nghị quyết 2\n"), "a.csv");

        var line = Assert.Single(officer.Page.QuerySelectorAll("main h2 + ul li")).TextContent;
        Assert.Contains("Xã Cũ Hai (10002) → Xã Mới (10001@2025-07-01)", line, StringComparison.Ordinal);
        Assert.Contains("Nghị quyết 1 → Nghị quyết 2", line, StringComparison.Ordinal);
        Assert.Contains("không → có", line, StringComparison.Ordinal);

        await officer.OpenAsync($"{Address}/cap-nhat");
        await officer.UploadAsync(Form, "Input.Changes", Encoding.UTF8.GetBytes("old,new,split,resolution\n10001,01,,\n"), "a.csv");
        Assert.Contains("Xã Cũ Một (10001) → Tỉnh Một (01): dòng mới", Assert.Single(officer.Page.QuerySelectorAll("main h2 + ul li")).TextContent, StringComparison.Ordinal);
    }

    private Task<(Guid Change, Guid Old)> LineAsync() => _app.InScopeAsync(async services =>
    {
        var old = (await services.GetRequiredService<IPlaces>().VersionsAsync("10002", CancellationToken.None)).Single().Id;
        return ((await services.GetRequiredService<AppDbContext>().Set<PlaceChange>().SingleAsync(c => c.OldId == old)).Id, old);
    });

    private Task<IReadOnlyList<PlaceFact>> NowAsync(Guid old) => _app.InScopeAsync(services => services.GetRequiredService<IPlaces>().SuccessorsAsync(old, CancellationToken.None));
}
