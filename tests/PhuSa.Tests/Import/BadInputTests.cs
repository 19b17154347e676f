using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Import;

/// <summary>Everything that can be wrong with a folder: said in one sentence each, all at once, and nothing written.</summary>
public sealed class BadInputTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private const string Header = "code,name,short_name,kind\n";
    private readonly App _app = house.App;

    [Fact]
    public async Task A_missing_column_is_named_and_so_is_the_whole_header()
    {
        var error = await OnlyErrorAsync("code,name,kind\na,A,agency\n");

        Assert.Equal((1, "short_name"), (error.Line, error.Column));
        Assert.Contains("code,name,short_name,kind", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extra_column_is_named()
    {
        var error = await OnlyErrorAsync("code,name,short_name,kind,phone\na,A,,agency,1\n");

        Assert.Equal("phone", error.Value);
    }

    [Fact]
    public async Task A_file_without_header_is_an_error() =>
        Assert.Contains(await ErrorsAsync("so-khcn,Sở Khoa học và Công nghệ,Sở,agency\n"), e => e.Value == "so-khcn" && e.Line == 1);

    [Fact]
    public async Task An_empty_file_says_what_its_header_must_be() =>
        Assert.Contains("code,name,short_name,kind", (await OnlyErrorAsync("")).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("code,name,short_name,kind\r\na,Tên A,,agency\r\n")]
    [InlineData("\uFEFFcode,name,short_name,kind\na,Tên A,,agency\n")]
    [InlineData("code;name;short_name;kind\na;Tên A;;agency\n")]
    [InlineData("code\tname\tshort_name\tkind\na\tTên A\t\tagency\n")]
    [InlineData("name,kind,code,short_name\n\"Tên A\",agency,a,\n\n\n")]
    [InlineData("code;name;short_name;kind\na;\"Tên A\";;agency;;;\n")]
    [InlineData("code,name,short_name,kind\na,Te\u0302n A,,agency")]
    public async Task What_Excel_and_Notepad_really_write_is_taken_in(string text)
    {
        using var folder = new ImportFolder().With("organisations.csv", text);

        var result = await _app.ImportAsync(folder.Path);

        Assert.Empty(result.Errors);
        await _app.InDbAsync(async db => Assert.Equal("Tên A", (await db.Set<Organisation>().SingleAsync(o => o.Code == "a")).Name));
    }

    [Fact]
    public async Task Quotes_separators_and_line_breaks_inside_a_cell_are_kept()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,\"Liên hiệp \"\"Cửu Long\"\",\nchi nhánh\",,agency\nb,B,,agency\nc,,,agency\n");

        var result = await _app.ImportAsync(folder.Path);

        var error = Assert.Single(result.Errors);
        Assert.Equal((5, "name"), (error.Line, error.Column));
    }

    [Fact]
    public async Task A_quote_that_does_not_close_is_refused() =>
        Assert.NotEmpty(await ErrorsAsync(Header + "a,\"A,,agency\nb,B,,agency\n"));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task UTF16_is_refused_with_a_sentence_on_how_to_save(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(Header + "a,Sở,,agency\n")).ToArray();
        using var folder = new ImportFolder().With("organisations.csv", bytes);

        var error = Assert.Single((await _app.ImportAsync(folder.Path)).Errors);

        Assert.Contains("UTF-16", error.Problem, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_1258_bytes_are_refused_with_a_sentence_on_how_to_save()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(Header), .. "a,S"u8, 0xF5, 0xD2, .. " Khoa h"u8, 0xF2, .. "c,,agency\n"u8];
        using var folder = new ImportFolder().With("organisations.csv", bytes);

        var error = Assert.Single((await _app.ImportAsync(folder.Path)).Errors);

        Assert.Contains("UTF-8", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hîp t¸c x· n«ng nghiÖp VÜnh Th¾ng", "TCVN3")]
    [InlineData("Hôïp taùc xaõ noâng nghieäp Vónh Thaéng", "VNI")]
    public async Task Old_Vietnamese_encodings_are_recognised_and_refused(string name, string encoding)
    {
        var error = await OnlyErrorAsync(Header + $"a,{name},,agency\n");

        Assert.Contains(encoding, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_in_a_cell_is_only_text()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "cong-thuc,\"=HYPERLINK(\"\"http://example.test\"\",\"\"x\"\")\",,agency\n");

        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
        await _app.InDbAsync(async db => Assert.Equal("=HYPERLINK(\"http://example.test\",\"x\")", (await db.Set<Organisation>().SingleAsync(o => o.Code == "cong-thuc")).Name));
    }

    [Fact]
    public async Task A_cell_of_10_MB_is_refused_and_shown_short()
    {
        var error = await OnlyErrorAsync(Header + $"a,{new string('x', 10_000_000)},,agency\n");

        Assert.Equal((2, "name"), (error.Line, error.Column));
        Assert.True(error.ToString().Length < 400);
    }

    [Fact]
    public async Task A_key_written_twice_names_the_first_line()
    {
        var error = await OnlyErrorAsync(Header + "a,A,,agency\na,B,,agency\n");

        Assert.Equal(3, error.Line);
        Assert.Contains("dòng 2", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sai-loai,A,,bank", "kind")]
    [InlineData("A B,A,,agency", "code")]
    [InlineData("sai-ten,,,agency", "name")]
    [InlineData("sai-ten,A\u0000B,,agency", "name")]
    public async Task A_wrong_value_names_line_column_value_and_what_is_accepted(string row, string column)
    {
        var error = await OnlyErrorAsync(Header + row + "\n");

        Assert.Equal((2, column), (error.Line, error.Column));
        Assert.NotEmpty(error.Problem);
    }

    [Fact]
    public async Task All_errors_are_told_at_once_and_nothing_is_written()
    {
        var before = await JournalAsync();

        var errors = await ErrorsAsync(Header + "c-moi,Mới,,agency\nb,,,agency\nc,C,,bank\nC D,,,x\n");

        Assert.Equal(5, errors.Count);
        Assert.Equal(before, await JournalAsync());
        await _app.InDbAsync(async db => Assert.False(await db.Set<Organisation>().AnyAsync(o => o.Code == "c-moi")));
    }

    [Fact]
    public async Task An_unknown_table_lists_the_known_ones()
    {
        using var folder = new ImportFolder().With("banks.csv", "code\na\n");

        var error = Assert.Single((await _app.ImportAsync(folder.Path)).Errors);

        Assert.Contains("organisations", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_too_many_cells_is_refused() =>
        Assert.Equal(2, (await OnlyErrorAsync(Header + "a,A,,agency,more\n")).Line);

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "chay-thu,A,,agency\n");

        var result = await _app.ImportAsync(folder.Path, dryRun: true);

        Assert.Equal((1, 0), (result.Created, result.Errors.Count));
        await _app.InDbAsync(async db => Assert.False(await db.Set<Organisation>().AnyAsync(o => o.Code == "chay-thu")));
    }

    private Task<int> JournalAsync() => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().CountAsync());

    private async Task<IReadOnlyList<ImportError>> ErrorsAsync(string text)
    {
        using var folder = new ImportFolder().With("organisations.csv", text);
        return (await _app.ImportAsync(folder.Path)).Errors;
    }

    private async Task<ImportError> OnlyErrorAsync(string text) => Assert.Single(await ErrorsAsync(text));
}
