using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Sheets;
using PhuSa.Identity.DataRequests;
using PhuSa.Office.Journal;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Journal;

/// <summary>The journal in the office: who may read it, what it shows and what it hands out.</summary>
public sealed class JournalPageTests(JournalPageTests.House house) : IClassFixture<JournalPageTests.House>
{
    private const string Header = "code,name,short_name,kind\n";
    private readonly App _app = house.App;
    private readonly Visitor _auditor = house.Auditor;

    [Theory]
    [InlineData(Role.Administrator, 200)]
    [InlineData(Role.Auditor, 200)]
    [InlineData(Role.DepartmentLeader, 200)]
    [InlineData(Role.AllianceLeader, 200)]
    [InlineData(Role.DepartmentOfficer, 403)]
    [InlineData(Role.AlliancePublisher, 403)]
    [InlineData(Role.CooperativeDirector, 403)]
    [InlineData(Role.Partner, 403)]
    public async Task Only_those_who_may_read_the_journal_read_it(Role role, int status)
    {
        var visitor = await _app.SignedInAsync(role);
        foreach (var path in (string[])["/quan-tri/nhat-ky", "/quan-tri/nhat-ky/tai-ve/csv"])
        {
            Assert.Equal(status, (await visitor.OpenAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Nobody_reads_it_without_signing_in()
    {
        foreach (var path in (string[])["/quan-tri/nhat-ky", "/quan-tri/nhat-ky/tai-ve/xlsx", $"/quan-tri/nhat-ky/nguoi/{Guid.CreateVersion7()}"])
        {
            Assert.Equal(302, (await _app.Visit().OpenAsync(path)).Status);
        }
    }

    [Fact]
    public async Task An_entry_shows_who_did_what_to_what_and_before_and_after()
    {
        await _auditor.OpenAsync("/quan-tri/nhat-ky?viec=Change&loai=organisations");

        var row = Assert.Single(_auditor.Page.QuerySelectorAll("tbody tr")).TextContent;
        foreach (var words in (string[])["Sửa", "Tổ chức Ấp Nam", "Tổ chức Ấp Bắc", "Tổ chức", "Nhập dữ liệu", "10:00 ngày 01/07/2026", "Lý do: Nhập từ"])
        {
            Assert.Contains(words, row, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("tim=ap+nam", 1)]
    [InlineData("tim=ẤP", 2)]
    [InlineData("tim=khong-co", 0)]
    [InlineData("loai=papers", 0)]
    [InlineData("viec=Create&tim=ap+bac&tu=2026-07-01&den=2026-07-01", 1)]
    [InlineData("loai=organisations&tu=2026-07-02", 0)]
    [InlineData("loai=organisations&den=2026-06-30", 0)]
    public async Task A_filter_in_the_address_narrows_the_list(string query, int rows)
    {
        await _auditor.OpenAsync($"/quan-tri/nhat-ky?{query}");

        Assert.Equal(200, _auditor.Status);
        Assert.Equal(rows, _auditor.Page.QuerySelectorAll("tbody tr").Length);
        if (rows == 0)
        {
            Assert.Contains("Không có mục nào khớp với bộ lọc.", _auditor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_filter_that_is_no_day_is_told()
    {
        await _auditor.OpenAsync("/quan-tri/nhat-ky?tu=hom-qua");

        Assert.Equal(422, _auditor.Status);
        Assert.Empty(_auditor.Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Pages_go_on_where_they_ended_though_entries_come_meanwhile_and_lead_back()
    {
        await _app.NoteAsync(120, "Trang");
        await _auditor.OpenAsync("/quan-tri/nhat-ky?tim=trang");
        var first = Titles();
        Assert.Equal(50, first.Count);
        _app.Clock.Advance(TimeSpan.FromSeconds(1));
        await _app.NoteAsync(5, "Trang chen vao");

        await _auditor.OpenAsync(_auditor.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = Titles();
        await _auditor.OpenAsync(_auditor.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var third = Titles();
        Assert.Equal((50, 20), (second.Count, third.Count));
        Assert.Equal(120, first.Concat(second).Concat(third).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(_auditor.Page.QuerySelector("a[rel=next]"));

        await _auditor.OpenAsync(_auditor.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(second, Titles());
    }

    [Fact]
    public async Task A_record_and_a_person_have_timelines_of_their_own()
    {
        await _auditor.OpenAsync("/quan-tri/nhat-ky?tim=ap+nam");
        await _auditor.OpenAsync(_auditor.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Equal(("Tổ chức Ấp Nam", 2), (_auditor.Page.QuerySelector("h1")!.TextContent, _auditor.Page.QuerySelectorAll("tbody tr").Length));

        var officer = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<JournalNotes>().Add("identity_people", officer.Id, "Mở hồ sơ", "Read", by: new Actor(officer.Name), person: new(officer.Id, officer.OrganisationId, "203.0.113.9"));
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        await _auditor.OpenAsync($"/quan-tri/nhat-ky/nguoi/{officer.Id}");
        Assert.Equal((officer.Name, 1), (_auditor.Page.QuerySelector("h1")!.TextContent, _auditor.Page.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("Từ địa chỉ 203.0.113.9", _auditor.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _auditor.OpenAsync($"/quan-tri/nhat-ky/nguoi/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(404, (await _auditor.OpenAsync($"/quan-tri/nhat-ky/ho-so/papers/{Guid.CreateVersion7()}")).Status);

        await _auditor.OpenAsync($"/quan-tri/nhat-ky?nguoi={officer.Id}");
        Assert.Single(_auditor.Page.QuerySelectorAll("tbody tr"));
        await _auditor.OpenAsync($"/quan-tri/nhat-ky?to-chuc={officer.OrganisationId}&tim=mo+ho+so");
        Assert.Single(_auditor.Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task An_erased_person_is_shown_as_erased()
    {
        var officer = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.InScopeAsync(async services =>
        {
            var by = new Actor("Kiểm thử");
            services.GetRequiredService<Acting>().As(by);
            var db = services.GetRequiredService<AppDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Erasure>().EraseAsync(officer.Id, by, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });

        await _auditor.OpenAsync($"/quan-tri/nhat-ky/ho-so/identity_people/{officer.Id}");

        Assert.DoesNotContain(officer.Name, _auditor.Text, StringComparison.Ordinal);
        Assert.Contains("đã xoá theo yêu cầu", _auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_holds_the_filtered_list_runs_no_formula_and_is_itself_noted()
    {
        var csv = await _auditor.Http.GetAsync(new Uri("/quan-tri/nhat-ky/tai-ve/csv?loai=organisations&tim=cong+ty", UriKind.Relative));
        var text = await csv.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var lines = text.TrimEnd().Split("\r\n");
        Assert.Equal([0xEF, 0xBB, 0xBF], (await csv.Content.ReadAsByteArrayAsync())[..3]);
        Assert.StartsWith("Thời điểm,Người thực hiện", lines[0], StringComparison.Ordinal);
        Assert.Contains(",'=CMD()|Công ty,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ấp", text, StringComparison.Ordinal);

        var xlsx = await (await _auditor.Http.GetAsync(new Uri("/quan-tri/nhat-ky/tai-ve/xlsx?loai=organisations&viec=Change", UriKind.Relative))).Content.ReadAsByteArrayAsync();
        using var sheet = new MemoryStream(xlsx);
        var rows = SheetReader.Read(sheet).ToList();
        Assert.Equal(2, rows.Count);

        var exports = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().Where(e => e.Action == "Export").OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
        exports = exports.FindAll(e => e.Changes.Contains("loai=organisations", StringComparison.Ordinal));
        Assert.Equal(2, exports.Count);
        Assert.All(exports, e => Assert.NotNull(e.PersonId));
        Assert.Single(exports, e => e.Changes.Contains("tim=", StringComparison.Ordinal));
        Assert.All(exports, e => Assert.DoesNotContain("cong", e.Changes, StringComparison.Ordinal));
        Assert.Equal(404, (await _auditor.OpenAsync("/quan-tri/nhat-ky/tai-ve/exe")).Status);
    }

    [Fact]
    public async Task The_page_says_whether_the_chain_was_whole_at_the_last_check()
    {
        await _auditor.OpenAsync("/quan-tri/nhat-ky");
        Assert.Contains("chưa được kiểm tra lần nào", _auditor.Text, StringComparison.Ordinal);
        await _app.NoteAsync(title: "Sẽ bị sửa");
        await _app.LinkAsync();
        await _app.RunAsync(JournalJobs.Verify);
        await _auditor.OpenAsync("/quan-tri/nhat-ky");
        Assert.Contains("Nguyên vẹn", _auditor.Text, StringComparison.Ordinal);

        await _app.TamperAsync($"UPDATE journal_entries SET title = 'sửa' WHERE title_folded LIKE 'se bi sua%'");
        await _app.RunAsync(JournalJobs.Verify);
        await _auditor.OpenAsync("/quan-tri/nhat-ky");

        Assert.Contains("Nhật ký không còn nguyên vẹn", _auditor.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã bị sửa sau khi ghi", _auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_is_called_by_the_name_that_its_flow_gives_it()
    {
        var name = await _app.InScopeAsync(services => Task.FromResult(
            services.GetRequiredService<JournalStatuses>().NameOf(services.GetRequiredService<AppDbContext>(), "identity_people", "Disabled")));

        Assert.Equal("Đã khoá", name);
    }

    [Fact]
    public void Every_word_of_tables_columns_and_actions_has_an_English_one()
    {
        var table = Texts.Table(typeof(JournalWords).Assembly).GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)!;

        Assert.All(JournalWords.Kinds.Values.Concat(JournalWords.Actions.Values).Concat(JournalColumns.Names.Values), word => Assert.NotNull(table.GetString(word)));
    }

    private List<string> Titles() => [.. _auditor.Page.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];

    /// <summary>One product for all: the tests add to the journal, none takes away.</summary>
    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public Visitor Auditor { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync(empty: true);
            using var folder = new ImportFolder().With("organisations.csv", Header + "a,Tổ chức Ấp Bắc,,agency\nb,=CMD()|Công ty,,enterprise\n");
            await App.ImportAsync(folder.Path);
            folder.With("organisations.csv", Header + "a,Tổ chức Ấp Nam,,agency\n");
            App.Clock.Advance(TimeSpan.FromHours(1));
            await App.ImportAsync(folder.Path);
            Auditor = await App.SignedInAsync(Role.Auditor);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
