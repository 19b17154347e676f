using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Requests;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Identity.Appointments;
using PhuSa.Platform.Journal;
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

    [Fact]
    public async Task What_the_merge_left_behind_does_not_follow_even_when_there_is_room_for_it()
    {
        foreach (var code in new[] { "htx-an-binh", "htx-long-binh" })
        {
            await _house.ChangeAsync(code, (db, c) => db.Add(Year(c.Id, 2024, code.Length)));
        }

        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await MergeAsync(officer, "htx-an-binh", "htx-long-binh");
        await _house.ChangeAsync("htx-an-binh", (db, c) => db.Set<CooperativeYear>().Where(year => year.CooperativeId == c.Id).ExecuteDelete());

        Assert.Null(await RunAsync());
        Assert.Equal(0, await YearsAsync("htx-an-binh"));
        Assert.Equal(1, await YearsAsync("htx-long-binh"));
    }

    [Fact]
    public async Task Figures_that_came_late_give_the_file_that_stays_its_size()
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await MergeAsync(officer, "htx-an-binh", "htx-long-binh");
        await _house.ChangeAsync("htx-an-binh", (_, c) => c.Register(new Registration(null, null, [], c.Founded, null, CooperativeSector.Agriculture, null, c.Source)));
        await _house.ChangeAsync("htx-long-binh", (db, c) => db.Add(Year(c.Id, 2024, 20)));

        Assert.Equal([1], await RunAsync());

        Assert.Equal(2024, (await _house.OfAsync("htx-an-binh")).SizeYear);
    }

    [Fact]
    public async Task A_telephone_corrected_in_the_moment_of_a_merge_is_not_lost_with_the_file_that_goes()
    {
        await _house.ChangeAsync("htx-long-binh", (db, c) => db.Add(Contact(c.Id, "0912111002")));
        await _house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var desk = services.GetRequiredService<RegistryDesk>();
            var (kept, gone) = ((await desk.FindAsync("htx-an-binh", CancellationToken.None))!, (await desk.FindAsync("htx-long-binh", CancellationToken.None))!);
            await _house.ChangeAsync("htx-long-binh", (db, c) => db.Set<CooperativeContact>().Single(contact => contact.Id == c.Id).Describe(new ContactContent(null, "0912111999", null, null, null, null, null)));

            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => services.GetRequiredService<MergeDesk>().MergeAsync(kept, gone, new MergeChoice(new HashSet<string>(), "Cùng lúc", null), RegistryHouse.By, CancellationToken.None));
            return true;
        });
    }

    [Fact]
    public async Task A_late_request_beside_an_open_one_and_a_second_appointment_of_one_person_stay_whole_where_they_are()
    {
        var person = await _house.App.PersonAsync(Role.CooperativeDirector, "htx-an-binh");
        await RequestAsync("htx-an-binh");
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await MergeAsync(officer, "htx-an-binh", "htx-long-binh");
        await RequestAsync("htx-long-binh");
        await _house.ChangeAsync("htx-long-binh", (db, c) => db.Add(new Appointment(Guid.CreateVersion7(), person.Id, c.Id, [Role.CooperativeDirector], RegistryHouse.By, _house.App.Clock.GetUtcNow().UtcDateTime)));
        await SaveLateAsync("htx-long-binh", "Lê Thị Muộn");

        Assert.Equal([1], await RunAsync());

        Assert.Equal(["Lê Thị Muộn"], await BoardAsync("htx-an-binh"));
        var gone = (await _house.OfAsync("htx-long-binh")).Id;
        await _house.App.InDbAsync(async db =>
        {
            Assert.Equal(1, await db.Set<MembershipRequest>().CountAsync(r => r.OrganisationId == gone && r.OpenFor == gone));
            Assert.Equal(1, await db.Set<Appointment>().CountAsync(a => a.OrganisationId == gone));
        });
    }

    private Task<bool> RequestAsync(string code) => _house.ChangeAsync(code, (db, c) =>
        db.Add(new MembershipRequest(Guid.CreateVersion7(), new RequestSheet(c.Id, "official", new DateOnly(2026, 6, 1), "Đơn xin gia nhập", null), RegistryHouse.By, _house.App.Clock.GetUtcNow().UtcDateTime)));

    private static CooperativeYear Year(Guid id, int year, int members)
    {
        var told = new CooperativeYear(Guid.CreateVersion7(), id, year);
        told.Describe(new YearContent(members, null, null, null, null, null));
        return told;
    }

    private static CooperativeContact Contact(Guid id, string phone)
    {
        var contact = new CooperativeContact(id);
        contact.Describe(new ContactContent(null, phone, null, null, null, null, null));
        return contact;
    }

    private Task<int> YearsAsync(string code) => _house.ReadAsync(code, (db, c) => db.Set<CooperativeYear>().CountAsync(year => year.CooperativeId == c.Id));

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
