using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Search;

/// <summary>The office's search box: the same engine, within what a person may see.</summary>
public sealed class OfficeSearchTests(OfficeSearchTests.House house) : IClassFixture<OfficeSearchTests.House>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task A_director_finds_their_own_file_and_not_another_cooperatives()
    {
        var one = await _app.SignedInAsync(Role.CooperativeDirector, "htx-long-binh");
        var other = await _app.SignedInAsync(Role.CooperativeDirector, "htx-binh-thanh");

        Assert.Equal(["Kho lạnh zxcv"], await FoundAsync(one, "zxcv"));
        Assert.Equal(["Nhà màng zxcv"], await FoundAsync(other, "zxcv"));
        Assert.Empty(await FoundAsync(one, "nhà màng"));
        Assert.DoesNotContain("Nhà màng", (await one.OpenAsync("/quan-tri/tim?q=" + Uri.EscapeDataString("nha mang zxcw"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, 0)]
    [InlineData(Role.Partner, 0)]
    [InlineData(Role.Auditor, 2)]
    [InlineData(Role.DepartmentOfficer, 2)]
    [InlineData(Role.AllianceLeader, 2)]
    public async Task Only_who_reads_every_record_finds_every_file(Role role, int count) =>
        Assert.Equal(count, (await FoundAsync(await _app.SignedInAsync(role), "zxcv")).Count);

    [Fact]
    public async Task A_reader_finds_no_file_that_is_not_public_whatever_they_ask()
    {
        var reader = _app.Visit();

        Assert.Empty(_app.Find("zxcv"));
        Assert.Empty(_app.Find("kho lạnh zxcv", question => question with { Kind = "ho-so-ho-tro" }));
        Assert.DoesNotContain("zxcv</a>", await reader.Http.GetStringAsync(new Uri("/tim-kiem?q=zxc+kho+lanh&cong=tat-ca", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_beginning_of_the_last_word_is_enough_in_the_office()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);

        Assert.Contains("Kho lạnh zxcv", await FoundAsync(officer, "kho lạn"));
        Assert.Empty(_app.Find("kho lạn zxc"));
    }

    /// <summary>The samples and two files that are not public, of two cooperatives.</summary>
    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync();
            using var folder = new ImportFolder().With(
                "support-applications.csv",
                "code,scheme,version,applicant,project_title,received_on,requested_amount,status,reply,replied_on,published,programme,source\n"
                + "mat-mot,chuyen-giao-doi-moi-cong-nghe,,htx-long-binh,Kho lạnh zxcv,2026-06-01,,received,,,,,\n"
                + "mat-hai,chuyen-giao-doi-moi-cong-nghe,,htx-binh-thanh,Nhà màng zxcv,2026-06-01,,received,,,,,\n");
            var result = await App.ImportAsync(folder.Path);
            Assert.False(result.Failed, string.Join('\n', result.Errors));
            var officer = await App.SignedInAsync(Role.DepartmentOfficer);
            for (var tries = 0; (await FoundAsync(officer, "zxcv")).Count < 2; tries++)
            {
                Assert.True(tries < 200, "The applications are not found.");
                await Task.Delay(50);
            }
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(Visitor person, string typed)
    {
        await person.OpenAsync("/quan-tri/tim?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(200, person.Status);
        return [.. person.Page.QuerySelectorAll("main .ps-queue b > a").Select(a => a.TextContent)];
    }
}
