using System.Text;
using PhuSa.Tests.CommandLine;

namespace PhuSa.Tests.Import;

/// <summary>All or nothing also where the process dies: kill -9 of a real process while it imports.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 50_000;

    private const string Nothing = ": 0 hồ sơ mới, 0 hồ sơ thay đổi.";

    [Fact]
    public async Task Fifty_thousand_rows_whose_import_is_killed_are_all_in_or_none_and_then_all_go_in()
    {
        await using var house = await ProcessHouse.OpenedAsync();
        using var before = new ImportFolder().With("organisations.csv", "code,name,short_name,kind\nbefore,Trước đó,,agency\n");
        Assert.Equal(0, (await house.RunAsync("import", before.Path)).Code);
        using var many = new ImportFolder().With("organisations.csv", Many());

        foreach (var milliseconds in (int[])[1500, 3000, 4500])
        {
            using var process = house.Start("import", many.Path);
            await Task.Delay(milliseconds);
            process.Kill();
            await process.WaitForExitAsync();
            var check = await house.RunAsync("import", before.Path);
            Assert.Contains(Nothing, check.Out, StringComparison.Ordinal);
            var dryRun = await house.RunAsync("import", many.Path, "--dry-run");
            if (dryRun.Out.Contains(Nothing, StringComparison.Ordinal))
            {
                // All of them went in, on a quick machine also in one that was killed before it had said so.
                break;
            }

            Assert.Contains($": {Rows} hồ sơ mới, 0 hồ sơ thay đổi.", dryRun.Out, StringComparison.Ordinal);
        }

        var whole = await house.RunAsync("import", many.Path);
        var again = await house.RunAsync("import", many.Path, "--dry-run");

        Assert.Equal((0, ""), (whole.Code, whole.Error));
        Assert.Contains(Nothing, again.Out, StringComparison.Ordinal);
    }

    private static string Many()
    {
        var text = new StringBuilder("code,name,short_name,kind\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append("to-chuc-").Append(i).Append(",Tổ hợp tác số ").Append(i).Append(",,cooperative-group\n");
        }

        return text.ToString();
    }
}
