using System.Text;
using PhuSa.Tests.CommandLine;

namespace PhuSa.Tests.Import;

/// <summary>All or nothing also where the process dies: kill -9 of a real process while it imports.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 50_000;

    [Fact]
    public async Task Fifty_thousand_rows_killed_half_way_leave_the_database_as_it_was_and_then_all_go_in()
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
            if (process.ExitCode == 0)
            {
                break;
            }

            var check = await house.RunAsync("import", before.Path);
            Assert.Contains("0 hồ sơ mới, 0 hồ sơ thay đổi", check.Out, StringComparison.Ordinal);
            var dryRun = await house.RunAsync("import", many.Path, "--dry-run");
            Assert.Contains($"{Rows} hồ sơ mới, 0 hồ sơ thay đổi", dryRun.Out, StringComparison.Ordinal);
        }

        var whole = await house.RunAsync("import", many.Path);
        var again = await house.RunAsync("import", many.Path, "--dry-run");

        Assert.Equal((0, ""), (whole.Code, whole.Error));
        Assert.Contains("0 hồ sơ mới, 0 hồ sơ thay đổi", again.Out, StringComparison.Ordinal);
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
