using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Journal;

/// <summary>Names that people give their files and their keys: read by the house while their key lives, gone with it.</summary>
public sealed class PersonalTitleTests : IAsyncLifetime
{
    private const string FileName = "CCCD Nguyễn Thị Riêng Tư.pdf";
    private const string KeyName = "Điện thoại của Riêng Tư";
    private const string Erased = "đã xoá theo yêu cầu";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_name_of_a_file_is_sealed_shown_in_the_journal_and_gone_after_the_erasure()
    {
        var officer = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await (await _app.SignedInAsync(officer)).OpenAsync(SharedFiles.Url);
        await visitor.UploadAsync("main form", "Input.File", Samples.Pdf(), FileName);
        Assert.Equal(302, visitor.Status);
        await visitor.FollowAsync();
        await visitor.OpenAsync(visitor.Page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).First(href => href.EndsWith("/lien-ket", StringComparison.Ordinal)));
        await visitor.SubmitAsync("main form");
        Assert.Equal(200, (int)(await _app.Visit().Http.GetAsync(new Uri(new Uri(visitor.Page.QuerySelector("#lien-ket")!.GetAttribute("value")!).PathAndQuery, UriKind.Relative))).StatusCode);

        var entries = await EntriesAsync("files");
        Assert.Equal(["Create", "Link", "Read"], entries.Select(e => e.Action).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Riêng Tư", await DumpAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("rieng tu", await DumpAsync(), StringComparison.Ordinal);
        foreach (var entry in entries)
        {
            Assert.Equal(FileName, (await _app.ReadAsync(entry)).Title);
        }

        Assert.Equal(officer.Name, (await _app.ReadAsync(entries.Single(e => e.Action == "Create"))).Changes.Single(c => c.Column == "taken_in_by").After);
        var auditor = await (await _app.SignedInAsync(Role.Auditor)).OpenAsync("/quan-tri/nhat-ky?loai=files");
        Assert.Equal(3, auditor.Page.QuerySelectorAll("tbody th a").Count(a => a.TextContent == FileName));

        await EraseAsync(officer);

        foreach (var entry in entries)
        {
            Assert.StartsWith("Tệp ", (await _app.ReadAsync(entry)).Title, StringComparison.Ordinal);
        }

        await auditor.OpenAsync("/quan-tri/nhat-ky?loai=files");
        Assert.DoesNotContain("Riêng Tư", auditor.Text, StringComparison.Ordinal);
        Assert.Null((await _app.CheckAsync()).Breach);

        // The office keeps the name its own paper has.
        await _app.InDbAsync(async db => Assert.Equal(FileName, (await db.Set<PhuSa.Files.Keeping.KeptFile>().SingleAsync()).Name));
    }

    [Fact]
    public async Task The_name_of_a_passkey_is_sealed_shown_in_the_journal_and_gone_after_the_erasure()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector);
        using var key = new SoftwareKey();
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/hai-buoc/khoa");
        await visitor.SubmitAsync("main form", ("Input.Name", KeyName), ("Input.Credential", key.Create(await visitor.AskAsync("/tai-khoan/hai-buoc/khoa/cau-hoi"))));
        Assert.Equal(302, visitor.Status);

        var added = Assert.Single(await EntriesAsync("identity_people"), e => e.Action == "PasskeyAdded");
        Assert.DoesNotContain(KeyName, await DumpAsync(), StringComparison.Ordinal);
        Assert.Null(added.Why);
        Assert.Equal(KeyName, Assert.Single((await _app.ReadAsync(added)).Changes).After);
        var auditor = await (await _app.SignedInAsync(Role.Auditor)).OpenAsync("/quan-tri/nhat-ky?viec=PasskeyAdded");
        Assert.Contains(KeyName, auditor.Text, StringComparison.Ordinal);

        await EraseAsync(person);

        Assert.Equal(Erased, Assert.Single((await _app.ReadAsync(added)).Changes).After);
        Assert.DoesNotContain(KeyName, (await auditor.OpenAsync("/quan-tri/nhat-ky?viec=PasskeyAdded")).Text, StringComparison.Ordinal);
        Assert.Null((await _app.CheckAsync()).Breach);
    }

    private async Task EraseAsync(TestPerson person)
    {
        await _app.LinkAsync();
        await _app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IPersonKeys>().DestroyAsync(person.Id, CancellationToken.None);
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
    }

    private Task<List<JournalEntry>> EntriesAsync(string kind) => _app.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AsNoTracking().Where(e => e.Kind == kind).OrderBy(e => e.At).ToListAsync());

    /// <summary>Every text of the journal as the database holds it.</summary>
    private Task<string> DumpAsync() => _app.InScopeAsync(async services =>
    {
        var entries = await services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AsNoTracking().ToListAsync();
        return string.Join('\n', entries.Select(e => string.Join(' ', e.By, e.ByDetail, e.Address, e.Title, e.TitleFolded, e.Why, e.Changes)));
    });
}
