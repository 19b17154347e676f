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
