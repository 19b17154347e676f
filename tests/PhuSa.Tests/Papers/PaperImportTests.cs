using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Import;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Papers;

/// <summary>papers.csv brings in no number a second time.</summary>
public sealed class PaperImportTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private const string Header = "code,kind,number,title,issued_by,issued_by_text,signed_on,effective_from,source,public,void_reason\n";

    [Fact]
    public async Task A_number_twice_in_the_file_is_a_fault_of_the_second_row_and_nothing_is_written()
    {
        var result = await ImportAsync(Row("a-1", "05/BC-A", "a", "2020-03-01") + Row("a-2", "5/BCA", "a", "2020-04-01"));

        var error = Assert.Single(result.Errors);
        Assert.Equal(("papers.csv", 3, "number"), (error.File, error.Line, error.Column));
        Assert.Contains("“a-1”", error.Problem, StringComparison.Ordinal);
        await house.App.InDbAsync(async db => Assert.False(await db.Set<Paper>().AnyAsync(p => p.Code == "a-1")));
    }

    [Fact]
    public async Task A_number_that_the_records_hold_is_a_fault_and_the_same_file_again_changes_nothing()
    {
        var first = Row("b-1", "05/BC-B", "b", "2020-03-01");
        Assert.Empty((await ImportAsync(first)).Errors);
        var again = await ImportAsync(first);
        Assert.Equal((0, 0, 0), (again.Errors.Count, again.Created, again.Changed));

        Assert.Single((await ImportAsync(Row("b-2", "05/BC-B", "b", "2020-12-31"))).Errors);
    }

    [Fact]
    public async Task Another_year_another_body_other_letters_and_no_number_are_no_second_entry()
    {
        var result = await ImportAsync(
            Row("c-1", "05/HĐ-C", "c", "2020-03-01") + Row("c-2", "05/HĐ-C", "c", "2021-03-01") + Row("c-3", "05/HĐ-C", "d", "2020-03-01")
            + Row("c-4", "05/HD-C", "c", "2020-03-01") + Row("c-5", "", "c", "2020-03-01") + Row("c-6", "", "c", "2020-03-01") + Row("c-7", "05/HĐ-C", "", "2020-03-01") + Row("c-8", "05/HĐ-C", "", "2020-03-01"));

        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task A_row_that_says_why_its_number_is_void_may_repeat_it_and_stays_taken_in()
    {
        var both = Row("e-1", "05/BC-E", "e", "2020-03-01", "Ghi trùng số với văn bản khác") + Row("e-2", "05/BC-E", "e", "2020-04-01");

        Assert.Empty((await ImportAsync(both)).Errors);
        var again = await ImportAsync(both);

        Assert.Equal((0, 0, 0), (again.Errors.Count, again.Created, again.Changed));
        Assert.Empty((await ImportAsync(Row("e-2", "05/BC-E", "e", "2020-04-01"))).Errors);
        Assert.Single((await ImportAsync(Row("e-3", "05/BC-E", "e", "2020-05-01"))).Errors);
    }

    [Fact]
    public async Task A_paper_may_carry_a_number_that_a_line_taken_in_before_says_is_void()
    {
        var voided = Row("f-1", "06/BC-E", "e", "2020-03-01", "Ghi trùng số với văn bản khác");
        Assert.Empty((await ImportAsync(voided)).Errors);

        Assert.Empty((await ImportAsync(voided + Row("f-2", "06/BC-E", "e", "2020-04-01"))).Errors);
        Assert.Single((await ImportAsync(voided + Row("f-2", "06/BC-E", "e", "2020-04-01") + Row("f-3", "06/BC-E", "e", "2020-05-01"))).Errors);
    }

    private static string Row(string code, string number, string issuer, string day, string why = "") => $"{code},report,{number},Báo cáo {code},{(issuer.Length == 0 ? "" : $"co-quan-{issuer}")},,{day},,,,{why}\n";

    private async Task<ImportResult> ImportAsync(string rows)
    {
        var bodies = string.Concat("abcde".Select(letter => $"co-quan-{letter},Cơ quan {letter},,agency\n"));
        using var folder = new ImportFolder().With("organisations.csv", "code,name,short_name,kind\n" + bodies).With("papers.csv", Header + rows);
        return await house.App.ImportAsync(folder.Path);
    }
}
