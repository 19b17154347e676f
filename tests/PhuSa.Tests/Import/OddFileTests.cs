using PhuSa.Platform.Import;

namespace PhuSa.Tests.Import;

/// <summary>Files that look whole and are not.</summary>
public sealed class OddFileTests(App app)
{
    private const string Header = "code,name,short_name,kind\n";

    [Theory]
    [InlineData(Header + "a,\"Tổ chức A,,agency\nb,Tổ chức B,,agency\nc,Tổ chức C,,agency\n", 2)]
    [InlineData(Header + "a,Tổ chức A,,agency\nb,Tổ chức B,,\"agency\nc,Tổ chức C,,agency\n", 3)]
    public async Task A_quote_that_is_never_closed_is_an_error_of_the_line_it_stands_on(string text, int line)
    {
        using var folder = new ImportFolder().With("organisations.csv", text);

        var error = Assert.Single((await app.ImportAsync(folder.Path)).Errors);

        Assert.Equal(("organisations.csv", line), (error.File, error.Line));
        Assert.StartsWith("dấu nháy kép không khớp", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_said()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header);
        Directory.CreateDirectory(Path.Combine(folder.Path, "cooperatives.csv"));

        Assert.Equal("cooperatives.csv", Assert.Single((await app.ImportAsync(folder.Path)).Errors).File);
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_file_does_not_keep_the_import_waiting()
    {
        using var folder = new ImportFolder();
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder.Path, "organisations.csv")]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, mkfifo.ExitCode);
        }

        var error = Assert.Single((await app.ImportAsync(folder.Path)).Errors);

        Assert.StartsWith("tệp trống", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hîp t¸c x· n«ng nghiÖp An Phó", "TCVN3")]
    [InlineData("Hôïp taùc xaõ noâng nghieäp An Phuù", "VNI")]
    public async Task A_cell_of_an_old_encoding_among_good_rows_is_an_error_of_that_cell(string name, string said)
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + $"a,Hội Nông dân tỉnh Đồng Tháp,,agency\nb,{name},,agency\nc,Sở Công Thương,,agency\n");

        var error = Assert.Single((await app.ImportAsync(folder.Path)).Errors);

        Assert.Equal((3, "name"), (error.Line, error.Column));
        Assert.Contains(said, error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sep=;\r\ncode;name;short_name;kind\r\na,b;Tên A;;agency\r\n")]
    [InlineData("SEP=,\ncode,name,short_name,kind\n\"a,b\",Tên A,,agency\n")]
    public async Task A_first_line_in_which_Excel_names_the_separator_is_followed(string text)
    {
        using var folder = new ImportFolder().With("organisations.csv", text);

        var error = Assert.Single((await app.ImportAsync(folder.Path)).Errors);

        Assert.Equal((3, "code", "a,b"), (error.Line, error.Column, error.Value));
    }

    [Fact]
    public async Task A_number_that_cannot_be_read_is_compared_with_nothing()
    {
        using var folder = ImportFolder.CopyOf(App.Samples);
        folder.With("event-attendance.csv", folder.Read("event-attendance.csv").Replace(",delegates,90,", ",delegates,chín mươi,", StringComparison.Ordinal));

        Assert.Equal("chín mươi", Assert.Single((await app.ImportAsync(folder.Path, dryRun: true)).Errors).Value);
    }

    [Fact]
    public async Task A_link_to_nowhere_is_said()
    {
        using var folder = new ImportFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "organisations.csv"), "/khong/co/tep-nay.csv");

        var error = Assert.Single((await app.ImportAsync(folder.Path)).Errors);

        Assert.StartsWith("không đọc được tệp này", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_that_is_not_there_is_an_unknown_reference()
    {
        using var folder = ImportFolder.CopyOf(App.Samples);
        folder.With("mark-grants.csv", folder.Read("mark-grants.csv").Replace("granted,phoi-hop-2019-2020", "granted,phoi-hop-2019-2021", StringComparison.Ordinal));

        var errors = (await app.ImportAsync(folder.Path, dryRun: true)).Errors;

        Assert.All(errors, error => Assert.Equal(("mark-grants.csv", "programme", "phoi-hop-2019-2021"), (error.File, error.Column, error.Value)));
        Assert.Equal(6, errors.Count);
    }

    [Theory]
    [InlineData("H\uFFFDp t\uFFFDc xã")]
    [InlineData("Hợp tác xã \uE0F0t\uE0F1")]
    public async Task Broken_characters_and_the_product_s_own_marks_are_refused(string name)
    {
        using var folder = new ImportFolder().With("organisations.csv", $"{Header}a,{name},,agency\n");

        Assert.Contains("ký tự hỏng", Assert.Single((await app.ImportAsync(folder.Path)).Errors).ToString(), StringComparison.Ordinal);
    }
}
