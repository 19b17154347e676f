using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PhuSa.Bench;

/// <summary>The table that is printed, and the part of docs/performance.md between the marks.</summary>
internal sealed class Report
{
    private const string Begin = "<!-- scripts/bench --write: begin -->";
    private const string End = "<!-- scripts/bench --write: end -->";
    private readonly StringBuilder _rows = new();
    private string _page = "";

    public string Text => $"""
        {_page}
        {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription.Trim()}, {Environment.ProcessorCount} cores; server on core 0, load ({(Load.HasWrk ? "wrk, 1 thread" : "own loop")}) on core 1; medians of 3 runs of 3 s, ours and the limit in turn.
        r/CPUs = answers per second of the server's processor time. The limit is Kestrel writing the same bytes.

        | what | ours | limit | ours : limit | floor | |
        | --- | --- | --- | --- | --- | --- |
        {_rows.ToString().TrimEnd()}
        """;

    public void Page(string path, long plain, long packed) => _page = Line($"Page `{path}`: {plain:N0} bytes, gzip {packed:N0} bytes.");

    public void Opened(TimeSpan ours, TimeSpan limit)
    {
        var ratio = ours / limit;
        Row("P13 cold start to the first page, ms", ours.TotalMilliseconds, limit.TotalMilliseconds, Line($"{ratio:F2}"), "5 x", ratio <= 5);
    }

    /// <param name="connections">How many at a time.</param>
    /// <param name="samples">Limit and ours uncompressed, limit and ours compressed.</param>
    public void Pages(int connections, List<Sample>[] samples)
    {
        var (limit, ours, limitGzip, oursGzip) = (Median(samples[0]), Median(samples[1]), Median(samples[2]), Median(samples[3]));
        Compare($"P1 uncompressed, c={connections}, r/CPUs", ours.PerCpuSecond, limit.PerCpuSecond, 0.80);
        Compare($"P2 gzip against the uncompressed limit, c={connections}, r/CPUs", oursGzip.PerCpuSecond, limit.PerCpuSecond, 0.95);
        Compare($"P2 gzip against the compressed limit, c={connections}, r/CPUs", oursGzip.PerCpuSecond, limitGzip.PerCpuSecond, 0.75);
        Row(Line($"uncompressed, c={connections}, answers/s"), ours.PerSecond, limit.PerSecond, Line($"{ours.PerSecond / limit.PerSecond:F2}"), "", null);
        Row(Line($"P3 p99, c={connections}, ms"), ours.P99, limit.P99, Line($"{ours.P99 / limit.P99:F2}"), "2 x or +1 ms", ours.P99 <= Math.Max(limit.P99 * 2, limit.P99 + 1));
    }

    public void Other(string what, int connections, List<Sample> ours, List<Sample> limit, double floor) =>
        Compare(Line($"{what}, c={connections}, r/CPUs"), Median(ours).PerCpuSecond, Median(limit).PerCpuSecond, floor);

    public void Speed(string what, List<Sample> ours, List<Sample> limit)
    {
        var (mine, least) = (Median(ours).PerSecond, Median(limit).PerSecond);
        Row(what, mine, least, Line($"{mine / least:F2}"), "", null);
    }

    public void Memory(double? ours, double? limit)
    {
        if (ours is { } mine && limit is { } least)
        {
            Row("P12 memory under load (PSS), MB", mine, least, Line($"{mine / least:F2}"), "168 MB", mine <= 168);
        }
    }

    public void Import(TimeSpan? took) => _rows.AppendLine(took is { } time
        ? Line($"| P15 import of {ImportRun.Rows:N0} cooperatives, s | {time.TotalSeconds:F1} | – | – | 15 s | {Word(time.TotalSeconds <= 15)} |")
        : "| P15 import of 35,000 cooperatives | not measured: no table of cooperatives | – | – | 15 s | |");

    public void Index(IndexFigures index)
    {
        _rows.AppendLine(Line($"| P9 search over {index.Articles:N0} articles, tiered, in the process, p50, ms | {Short(index.P50)} | – | – | 4 | {Word(index.P50 <= 4)} |"));
        _rows.AppendLine(Line($"| P9 the same, p99, ms | {Short(index.P99)} | – | – | 40 | {Word(index.P99 <= 40)} |"));
        _rows.AppendLine(Line($"| the same with counts, texts and marked words, p50 / p99, ms | {Short(index.PageP50)} / {Short(index.PageP99)} | – | – |  |  |"));
        _rows.AppendLine(Line($"| index of {index.Articles:N0} articles made anew, s / MB | {index.Built.TotalSeconds:F1} / {index.Bytes / 1e6:N0} | – | – |  |  |"));
    }

    public void SearchPages(int connections, List<Sample> limit, List<Sample> ours)
    {
        var (least, mine) = (Median(limit), Median(ours));
        Compare($"P8 search page over {SearchRun.ArticlesOfTheSite} articles, {ours.Count} questions, c={connections}, r/CPUs", mine.PerCpuSecond, least.PerCpuSecond, 0.025);
    }

    public async Task WriteAsync(string path)
    {
        var text = await File.ReadAllTextAsync(path);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, $"{text[..from]}\n{Text}\n{text[to..]}");
    }

    private static Sample Median(List<Sample> samples) => new(Middle(samples, s => s.PerSecond), Middle(samples, s => s.PerCpuSecond), Middle(samples, s => s.P99));

    private static double Middle(List<Sample> samples, Func<Sample, double> of) => samples.Select(of).Order().ElementAt(samples.Count / 2);

    private void Compare(string what, double ours, double limit, double floor) =>
        Row(what, ours, limit, Line($"{ours / limit:0.00#}"), Line($"{floor:0.00#}"), ours / limit >= floor);

    private void Row(string what, double ours, double limit, string ratio, string floor, bool? met) =>
        _rows.AppendLine(Line($"| {what} | {Short(ours)} | {Short(limit)} | {ratio} | {floor} | {(met is { } is_ ? Word(is_) : "")} |"));

    private static string Word(bool met) => met ? "met" : "missed";

    private static string Short(double number) => number >= 100 ? Line($"{number:N0}") : Line($"{number:F2}");

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
