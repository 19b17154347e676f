using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PhuSa.Bench;

/// <summary>Imports 35,000 made-up cooperatives: as many as the whole country has.</summary>
internal static class ImportRun
{
    public const int Rows = 35_000;

    /// <returns>Null where the product has no table of cooperatives.</returns>
    public static async Task<TimeSpan?> MeasureAsync(Options options, string folder)
    {
        var sample = Directory.EnumerateFiles(options.Samples, "cooperatives.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
        if (sample is null)
        {
            return null;
        }

        var tables = Directory.CreateDirectory(Path.Combine(folder, "tables")).FullName;
        var data = Path.Combine(folder, "import");
        await WriteAsync(Path.Combine(tables, "cooperatives.csv"), File.ReadLines(sample).First().TrimStart('\uFEFF').Split(','));
        await VerbAsync(options, ["migrate", "--data", data]);
        var clock = Stopwatch.StartNew();
        await VerbAsync(options, ["import", tables, "--data", data]);
        return clock.Elapsed;
    }

    private static async Task WriteAsync(string path, string[] columns)
    {
        await using var csv = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await csv.WriteLineAsync(string.Join(',', columns));
        for (var row = 1; row <= Rows; row++)
        {
            var number = row.ToString(CultureInfo.InvariantCulture);
            await csv.WriteLineAsync(string.Join(',', columns.Select(column => column switch
            {
                "code" => $"htx-do-{number}",
                "name" => $"Hợp tác xã Nông nghiệp số {number}",
                "short_name" or "display_name" => $"HTX số {number}",
                "source" => "Số liệu tạo ra để đo",
                _ => "",
            })));
        }
    }

    public static async Task VerbAsync(Options options, string[] verb)
    {
        using var process = Server.Start(0, [options.Host, .. verb]);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"phusa {string.Join(' ', verb)} failed: {said}");
        }
    }
}
