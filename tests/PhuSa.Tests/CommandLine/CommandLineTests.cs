using System.Net;
using System.Net.Sockets;
using PhuSa.Documents.Sheets;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.CommandLine;

public sealed class CommandLineTests : IAsyncLifetime
{
    private const string Header = "code,name,short_name,kind\n";
    private ProcessHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await ProcessHouse.OpenedAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_import_says_what_it_did_and_the_second_time_that_nothing_changed()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,A,,agency\n");

        var first = await _house.RunAloneAsync("import", folder.Path);
        var second = await _house.RunAsync("import", folder.Path);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("1 hồ sơ mới, 0 hồ sơ thay đổi", first.Out, StringComparison.Ordinal);
        Assert.Contains("0 hồ sơ mới, 0 hồ sơ thay đổi", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_Excel_is_read_like_a_CSV_file()
    {
        using var folder = new ImportFolder();
        await using (var file = File.Create(Path.Combine(folder.Path, "organisations.xlsx")))
        {
            SheetWriter.Write(file, "Tổ chức", ["code", "name", "short_name", "kind"], [[SheetCell.Of("a"), SheetCell.Of("Tổ chức Một"), SheetCell.Of(""), SheetCell.Of("agency")]]);
        }

        var (code, output, error) = await _house.RunAsync("import", folder.Path);
        using var same = new ImportFolder().With("organisations.csv", Header + "a,Tổ chức Một,,agency\n");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1 hồ sơ mới, 0 hồ sơ thay đổi", output, StringComparison.Ordinal);
        Assert.Contains("0 hồ sơ mới, 0 hồ sơ thay đổi", (await _house.RunAsync("import", same.Path)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_go_to_standard_error_with_exit_code_1_and_without_a_stack_trace()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,A,,bank\n");

        var (code, _, error) = await _house.RunAloneAsync("import", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("organisations.csv, dòng 2, cột kind: “bank”", error, StringComparison.Ordinal);
        Assert.Contains("Chưa ghi gì", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "/khong/co/thu-muc", "Không có thư mục")]
    [InlineData("review", "freeze", "khong-co", "khong-co")]
    [InlineData("nhap", "--nhanh", "Không hiểu lệnh")]
    public async Task What_cannot_be_done_is_said_in_one_sentence(params string[] wordsAndSentence)
    {
        var (code, _, error) = await _house.RunAsync(wordsAndSentence[..^1]);

        Assert.Equal(1, code);
        Assert.Contains(wordsAndSentence[^1], error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, output, error) = await _house.RunAloneAsync("--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "--alliance-port", "0", "--no-samples");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("Có chương trình khác đang dùng cổng này", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task An_unwritable_data_folder_is_one_clear_sentence()
    {
        await using var house = await ProcessHouse.CreateAsync("/proc/phusa");

        var (code, _, error) = await house.RunAloneAsync();

        Assert.Equal(1, code);
        Assert.Contains("Không ghi được vào thư mục dữ liệu", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:99999")]
    [InlineData("--urls", "khong phai dia chi")]
    [InlineData("--urls", "http://203.0.113.1:6099")]
    [InlineData("--alliance-port", "-5")]
    [InlineData("--trusted-proxies", "1.2.3")]
    [InlineData("--set", "Portal:AlliancePort=-5")]
    public async Task A_wrong_start_is_one_clear_sentence_and_nothing_else(string option, string value)
    {
        var (code, output, error) = await _house.RunAsync(option, value, "--no-samples");

        Assert.Equal((1, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_proxy_address_is_one_clear_sentence()
    {
        var (code, _, error) = await _house.RunAloneAsync("--trusted-proxies", "may-chu", "--no-samples");

        Assert.Equal(1, code);
        Assert.Contains("may-chu", error, StringComparison.Ordinal);
    }
}
