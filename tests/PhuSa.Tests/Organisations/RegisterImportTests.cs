using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Journal;

namespace PhuSa.Tests.Organisations;

public class RegisterImportTests(App shared)
{
    private const string CooperativeHeader = "code,name,short_name,display_name,registration_number,founded,place_text,place,source";
    private static readonly string[] Tables = ["places", "place-changes", "organisations", "papers", "cooperatives"];

    [Fact]
    public async Task Importing_the_register_twice_changes_nothing()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With();
        foreach (var table in Tables)
        {
            File.Copy(Path.Combine(App.Samples, $"{table}.csv"), Path.Combine(folder.Path, $"{table}.csv"));
        }

        var first = await app.ImportAsync(folder.Path);
        Assert.Empty(first.Errors);
        Assert.True(first.Created > 700, $"{first.Created} records came in.");
        var before = await CountsAsync(app);
        await app.ForgetImportedRowsAsync();

        var second = await app.ImportAsync(folder.Path);

        Assert.Empty(second.Errors);
        Assert.Equal((0, 0), (second.Created, second.Changed));
        Assert.Equal(before, await CountsAsync(app));
    }

    [Fact]
    public async Task A_changed_name_leaves_a_journal_entry_with_before_and_after_and_the_address_stays()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("cooperatives", $"{CooperativeHeader}\nhtx-mot,HTX Lúa Mùa Nổi,,,,,,,\n"));
        await app.ImportAsync(folder.Path);
        folder.Put("cooperatives", $"{CooperativeHeader}\nhtx-mot,HTX Nông nghiệp Đồng Xanh,,,,,,,\n");

        var result = await app.ImportAsync(folder.Path);

        Assert.Equal((0, 1), (result.Created, result.Changed));
        await app.InDbAsync(async db =>
        {
            var entry = Assert.Single(await db.Set<JournalEntry>().Where(e => e.Kind == "organisations" && e.Action == "Change").ToListAsync());
            Assert.Contains("\"name\":[\"HTX Lúa Mùa Nổi\",\"HTX Nông nghiệp Đồng Xanh\"]", entry.Changes, StringComparison.Ordinal);
            Assert.Equal("Nhập dữ liệu", entry.By);
            Assert.Equal("htx-mot", (await db.Set<Organisation>().SingleAsync()).Slug);
        });
        var visitor = await app.Visit().OpenAsync("/hop-tac-xa?q=lua+mua");
        Assert.Equal("/hop-tac-xa/htx-mot", visitor.Page.QuerySelector(".ps-coops a")!.GetAttribute("href"));
        await visitor.OpenAsync("/hop-tac-xa/htx-mot");
        Assert.Equal("HTX Nông nghiệp Đồng Xanh", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Tên cũ: HTX Lúa Mùa Nổi", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decomposed_letters_are_composed_and_nothing_else_is_changed()
    {
        const string Typed = "HTX. Sản xuất  vả tự đông óc eo";
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("cooperatives", $"{CooperativeHeader}\nhtx-mot,{Typed.Normalize(System.Text.NormalizationForm.FormD)},,,,,,,\n"));

        await app.ImportAsync(folder.Path);

        await app.InDbAsync(async db => Assert.Equal(Typed, (await db.Set<Organisation>().SingleAsync()).Name));
    }

    [Fact]
    public async Task One_code_names_one_organisation_of_any_kind()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("cooperatives", $"{CooperativeHeader}\nmot,HTX Một,,,,,,,\n"),
            ("organisations", "code,name,short_name,kind\nmot,Sở Một,,agency\n"));
        Assert.Contains("đã là mã của một", Assert.Single((await app.ImportAsync(folder.Path)).Errors).Problem, StringComparison.Ordinal);

        using var agency = ImportFolder.With(("organisations", "code,name,short_name,kind\nmot,Sở Một,,agency\n"));
        Assert.Empty((await app.ImportAsync(agency.Path)).Errors);
        using var cooperative = ImportFolder.With(("cooperatives", $"{CooperativeHeader}\nmot,HTX Một,,,,,,,\n"));
        Assert.Contains("mã mot đã là mã của một tổ chức khác", Assert.Single((await app.ImportAsync(cooperative.Path)).Errors).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_differ_only_in_punctuation_keep_addresses_of_their_own()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("cooperatives", $"{CooperativeHeader}\nhtx.mot,HTX Một,,,,,,,\nhtx-mot,HTX Hai,,,,,,,\n"));

        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);

        Assert.Equal("HTX Một", (await app.Visit().OpenAsync("/hop-tac-xa/htx.mot")).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("HTX Hai", (await app.Visit().OpenAsync("/hop-tac-xa/htx-mot")).Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_fact_of_an_organisation_carries_its_exact_name()
    {
        var id = await shared.InScopeAsync(async services => (await services.GetRequiredService<IOrganisations>().FindAsync("trung-tam-ung-dung", CancellationToken.None))!.Id);

        var facts = await shared.InScopeAsync(services => services.GetRequiredService<IOrganisations>().OfAsync([id, Guid.CreateVersion7(App.Start)], CancellationToken.None));

        Assert.Equal("Trung tâm Ứng dụng tiến bộ KHCN", Assert.Single(facts).Value.Name);
    }

    private static async Task<(int Places, int Organisations, int Journal, int Steps)> CountsAsync(App app)
    {
        var counts = (0, 0, 0, 0);
        await app.InDbAsync(async db => counts = (
            await db.Set<PhuSa.Places.Places.Place>().CountAsync(),
            await db.Set<Organisation>().CountAsync(),
            await db.Set<JournalEntry>().CountAsync(),
            await db.Set<PhuSa.Papers.Papers.Paper>().SelectMany(p => p.Steps).CountAsync()));
        return counts;
    }
}
