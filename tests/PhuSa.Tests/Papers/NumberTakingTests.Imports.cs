using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Import;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Papers;

/// <summary>A table of papers takes its numbers among the clerks, not past them.</summary>
public sealed partial class NumberTakingTests
{
    private const string Header = "code,kind,number,title,issued_by,issued_by_text,signed_on,effective_from,source,public,void_reason\n";

    [Fact]
    public async Task A_number_that_a_clerk_gives_while_a_table_is_read_is_not_taken_in_again()
    {
        var issuer = await OrganisationAsync();
        var draft = (await DraftsAsync(await BookAsync(issuer: issuer), 1))[0];

        var result = await ImportAsync(Row(issuer, 1) + Row(issuer, 2), beforeSaving: () => NumberAsync(draft));

        var error = Assert.Single(result.Errors);
        Assert.Equal(("papers.csv", 2, "number"), (error.File, error.Line, error.Column));
        Assert.Equal(["01/BC-SKHCN"], await WrittenAsync(issuer));
    }

    [Theory]
    [InlineData("2019-05-01")]
    [InlineData(null)]
    public async Task A_number_that_a_clerk_records_while_a_table_is_read_is_not_taken_in_again(string? signedOn)
    {
        var issuer = await OrganisationAsync();
        var day = signedOn is null ? (DateOnly?)null : DateOnly.ParseExact(signedOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var result = await ImportAsync(Row(issuer, 5, signedOn ?? ""), beforeSaving: () => RecordAsync(issuer, "5/BC-SKHCN", day));

        Assert.Equal("number", Assert.Single(result.Errors).Column);
        Assert.Equal(["5/BC-SKHCN"], await WrittenAsync(issuer));
    }

    [Fact]
    public async Task A_number_of_a_body_in_typed_words_that_another_table_brings_meanwhile_is_not_taken_in_again()
    {
        var key = Guid.CreateVersion7().ToString("N");
        string Typed(string number) => $"{key}-{number[..1]},report,{number}/BC,Báo cáo,,Cơ quan ngoài {key},2019-05-01,,,,\n";

        var result = await ImportAsync(Typed("05"), beforeSaving: async () => Assert.Empty((await ImportAsync(Typed("5"))).Errors));

        Assert.Equal("number", Assert.Single(result.Errors).Column);
    }

    [Fact]
    public async Task A_table_takes_no_number_that_the_bodys_book_gave_to_another_kind()
    {
        var issuer = await OrganisationAsync();
        await NumberAsync((await DraftsAsync(await BookAsync(issuer: issuer), 1))[0]);
        string Paper(string kind, string number, string day) => $"{issuer:N}-{kind}-{day},{kind},{number},Văn bản,co-quan-{issuer:N},,{day},,,,\n";

        var result = await ImportAsync(Paper("decision", "01/QĐ-SKHCN", "2026-05-01") + Paper("decision", "02/QĐ-SKHCN", "2026-05-02") + Paper("decision", "01/QĐ-SKHCN", "2025-05-03"));

        var error = Assert.Single(result.Errors);
        Assert.Equal(("papers.csv", 2, "number"), (error.File, error.Line, error.Column));
        Assert.Contains("cấp cho văn bản khác: 01/BC-SKHCN", error.Problem, StringComparison.Ordinal);
        Assert.Empty((await ImportAsync(Paper("decision", "02/QĐ-SKHCN", "2026-05-02"))).Errors);
    }

    [Fact]
    public async Task A_table_and_clerks_at_one_moment_take_no_number_twice_and_leave_none_out()
    {
        for (var round = 0; round < 4; round++)
        {
            var issuer = await OrganisationAsync();
            var book = await BookAsync(issuer: issuer);
            var drafts = await DraftsAsync(book, Writers / 2);
            var rows = string.Concat(Enumerable.Range(1, 8).Select(number => Row(issuer, number)));

            var importing = Task.Run(() => ImportAsync(rows));
            await AtOnceAsync(clerk => clerk % 2 == 0 ? NumberAsync(drafts[clerk / 2]) : RecordAsync(issuer, $"0{(clerk / 8) + 1}/BC-SKHCN", new(2026, 5, 1)));
            var result = await importing;

            var written = await WrittenAsync(issuer);
            Assert.Equal(written.Distinct(StringComparer.Ordinal), written);
            Assert.Equal(drafts.Count, (await NumbersAsync(book)).Count);
            Assert.True(!result.Failed || result.Errors.All(error => error.Column == "number"), string.Join(" | ", result.Errors));
        }
    }

    [Fact]
    public async Task Tables_of_the_same_bodies_in_another_order_do_not_wait_for_each_other_for_ever()
    {
        var bodies = new[] { await OrganisationAsync(), await OrganisationAsync(), await OrganisationAsync() };

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(table => Task.Run(() =>
            ImportAsync(string.Concat((table % 2 == 0 ? bodies : Enumerable.Reverse(bodies)).Select(body => Row(body, table + 1)))))));

        Assert.All(results, result => Assert.Empty(result.Errors));
        foreach (var body in bodies)
        {
            Assert.Equal(["01/BC-SKHCN", "02/BC-SKHCN", "03/BC-SKHCN", "04/BC-SKHCN"], await WrittenAsync(body));
        }
    }

    private static string Row(Guid issuer, int number, string signedOn = "2026-05-01") => $"{issuer:N}-{number},report,0{number}/BC-SKHCN,Báo cáo {number},co-quan-{issuer:N},,{signedOn},,,,\n";

    /// <param name="beforeSaving">Done by somebody else once every row is read and none is written.</param>
    private async Task<ImportResult> ImportAsync(string rows, Func<Task>? beforeSaving = null)
    {
        using var folder = new ImportFolder().With("papers.csv", Header + rows);
        return await house.App.InScopeAsync(services => services.GetRequiredService<FolderImport>()
            .RunAsync(folder.Path, Clerk, dryRun: false, beforeSaving is null ? null : new Meanwhile(beforeSaving), CancellationToken.None));
    }

    private sealed class Meanwhile(Func<Task> act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Saving)
            {
                Task.Run(act).GetAwaiter().GetResult();
            }
        }
    }
}
