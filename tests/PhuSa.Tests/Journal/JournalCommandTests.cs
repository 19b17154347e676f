using PhuSa.Tests.CommandLine;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Journal;

/// <summary>What an administrator does with the journal at a terminal.</summary>
public sealed class JournalCommandTests : IAsyncLifetime
{
    private ProcessHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await ProcessHouse.OpenedAsync();
        using var folder = new ImportFolder().With("organisations.csv", "code,name,short_name,kind\na,A,,agency\nb,B,,agency\n");
        await _house.RunAsync("import", folder.Path);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Verify_says_what_is_not_linked_yet_and_ends_with_0()
    {
        var (code, output, error) = await _house.RunAsync("journal", "verify");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2 mục mới chưa nối", output, StringComparison.Ordinal);
        var digest = await _house.RunAsync("journal", "digest");
        Assert.Equal((0, ""), (digest.Code, digest.Error));
        Assert.DoesNotContain("end ", digest.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_list_that_does_not_fit_ends_with_1_and_one_sentence()
    {
        using var folder = new ImportFolder().With("dau-niem.txt", $"# bản lưu\nday 2026-06-01 1 5 {new string('a', 64)}\nend 5 {new string('b', 64)}\n").With("hong.txt", "không phải\n");

        var (code, _, error) = await _house.RunAsync("journal", "verify", "--digests", Path.Combine(folder.Path, "dau-niem.txt"));
        Assert.Equal(1, code);
        Assert.Contains("Ngày 01/06/2026 có trong bản lưu nhưng không còn trong nhật ký.", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));

        foreach (var (file, sentence) in new[] { ("hong.txt", "Dòng 1 của bản lưu"), ("khong-co.txt", "Không đọc được tệp") })
        {
            var (bad, _, said) = await _house.RunAsync("journal", "verify", "--digests", Path.Combine(folder.Path, file));
            Assert.Equal(1, bad);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_that_is_none_is_one_sentence()
    {
        var (code, _, error) = await _house.RunAsync("journal", "verify", "--from", "hom-qua");

        Assert.Equal(1, code);
        Assert.Contains("“hom-qua” không phải là ngày", error, StringComparison.Ordinal);
    }
}
