using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What is saved for a file in the moment in which another officer merges it away.</summary>
public sealed class MergeStragglersTests : IAsyncLifetime
{
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";
    private readonly RegistryHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_record_saved_in_the_moment_of_a_merge_follows_to_the_file_that_stays_however_often_that_went_on()
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await MergeAsync(officer, "htx-an-binh", "htx-long-binh");
        await MergeAsync(officer, "htx-vinh-binh", "htx-an-binh");
        Assert.Null(await RunAsync());

        await SaveLateAsync("htx-long-binh", "Lê Thị Muộn");
        await SaveLateAsync("htx-an-binh", "Trần Văn Chậm");
        Assert.Equal([2], await RunAsync());

        Assert.Equal(["Lê Thị Muộn", "Trần Văn Chậm"], await BoardAsync("htx-vinh-binh"));
        Assert.Null(await RunAsync());
    }

    [Fact]
    public async Task What_followed_late_is_shown_among_those_that_came_since_and_stays_when_the_merge_is_undone()
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await MergeAsync(officer, "htx-an-binh", "htx-long-binh");
        await SaveLateAsync("htx-long-binh", "Lê Thị Muộn");
        await RunAsync();

        await officer.OpenAsync($"{Office}/htx-an-binh");
        await officer.OpenAsync(officer.Page.QuerySelector($"a[href^='{MergeDesk.Address}/']")!.GetAttribute("href")!);
        Assert.Contains("Người trong bộ máy hợp tác xã", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Không có gì.", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Why", "Gộp nhầm"));
        Assert.Equal(302, officer.Status);
        await SaveLateAsync("htx-long-binh", "Người của hồ sơ đã tách");

        Assert.Null(await RunAsync());
        Assert.Equal(["Lê Thị Muộn"], await BoardAsync("htx-an-binh"));
        Assert.Equal(["Người của hồ sơ đã tách"], await BoardAsync("htx-long-binh"));
    }

    private static async Task MergeAsync(Visitor officer, string kept, string gone)
    {
        await officer.OpenAsync($"{Office}/{kept}/gop?voi={gone}");
        await officer.SubmitAsync(Form, ("Input.Why", "Cùng một hợp tác xã, nhập hai lần"));
        Assert.Equal(302, officer.Status);
    }

    /// <summary>As by a form that was checked before the merge and is written after it.</summary>
    private Task<bool> SaveLateAsync(string code, string name) => _house.ChangeAsync(code, (db, c) =>
    {
        var member = new BoardMember(Guid.CreateVersion7(), c.Id);
        member.Describe(new BoardContent(name, BoardRole.Member, null, null, null));
        db.Add(member);
    });

    private async Task<IReadOnlyList<object?>?> RunAsync() => (await _house.App.RunAsync(MergeStragglers.JobCode))?.Args;

    private Task<List<string>> BoardAsync(string code) => _house.ReadAsync(code, (db, c) => db.Set<BoardMember>().Where(member => member.CooperativeId == c.Id).OrderBy(member => member.Id).Select(member => member.Name).ToListAsync());
}
