using System.IO.Compression;
using System.Text.RegularExpressions;

namespace PhuSa.Bench;

/// <summary>One run: ours and the limit take turns, so that a noisy minute hits both.</summary>
internal sealed partial class Run(Options options)
{
    private const int Rounds = 3;
    private const int Seconds = 3;
    private const int WarmSeconds = 10;
    private const string CheckPage = "P5 check page of a label";
    private static readonly int[] Connections = [16, 64];

    public async Task<int> AllAsync()
    {
        var folder = Directory.CreateTempSubdirectory("phusa-bench-").FullName;
        try
        {
            var report = new Report();
            if (!options.SearchOnly)
            {
                await PagesAsync(report, folder);
                report.Import(await ImportRun.MeasureAsync(options, folder));
            }

            report.Index(SearchRun.Measure(folder));
            await SearchPagesAsync(report, folder);
            await Console.Out.WriteLineAsync(report.Text);
            if (options.Write)
            {
                await report.WriteAsync(options.Report);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task PagesAsync(Report report, string folder)
    {
        string[] command = [options.Host, "--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:{port}", "--alliance-port", "0"];
        string page;
        using (var first = await Server.StartAsync(command, "/readyz"))
        {
            page = options.Page ?? await FirstAsync(first, "/", Article());
            await KeepBytesAsync(first, page, folder);
        }

        string[] least = [typeof(Run).Assembly.Location, "limit", "{port}", folder];
        var (opened, leastOpened) = await OpenedAsync(command, page, least);
        using var ours = await Server.StartAsync(command, page);
        using var limit = await Server.StartAsync(least, "/");
        report.Page(page, new FileInfo(Path.Combine(folder, "page.html")).Length, new FileInfo(Path.Combine(folder, "page.html.gz")).Length);
        report.Opened(opened, leastOpened);
        foreach (var gzip in new[] { false, true })
        {
            await Load.RunAsync(limit, page, Connections[0], WarmSeconds, gzip);
            await Load.RunAsync(ours, page, Connections[0], WarmSeconds, gzip);
        }

        foreach (var connections in Connections)
        {
            var samples = Enumerable.Range(0, 4).Select(_ => new List<Sample>()).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                samples[0].Add(await Load.RunAsync(limit, page, connections, Seconds, gzip: false));
                samples[1].Add(await Load.RunAsync(ours, page, connections, Seconds, gzip: false));
                samples[2].Add(await Load.RunAsync(limit, page, connections, Seconds, gzip: true));
                samples[3].Add(await Load.RunAsync(ours, page, connections, Seconds, gzip: true));
            }

            report.Pages(connections, samples);
        }

        report.Memory(ours.Memory(), limit.Memory());
        await OtherPagesAsync(report, ours, page, folder);
    }

    /// <summary>Starts in turn; the first of each, which may have to read its files from the disk, is not counted.</summary>
    /// <returns>The median of each.</returns>
    private static async Task<(TimeSpan Ours, TimeSpan Limit)> OpenedAsync(string[] command, string page, string[] least)
    {
        var (ours, limit) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round <= Rounds; round++)
        {
            using (var server = await Server.StartAsync(least, "/"))
            {
                limit.Add(server.OpenedIn);
            }

            using (var server = await Server.StartAsync(command, page))
            {
                ours.Add(server.OpenedIn);
            }
        }

        return (Median(ours), Median(limit));

        static TimeSpan Median(List<TimeSpan> times) => times.Skip(1).Order().ElementAt(Rounds / 2);
    }

    /// <summary>The article made anew at each request (an address with a question is not kept), and the other kinds of pages, kept.</summary>
    private static async Task OtherPagesAsync(Report report, Server ours, string article, string folder)
    {
        (string What, string Page, double Floor)[] others =
        [
            ("P4 article made anew with its queries", article + "?lan=1", 0.10),
            ("P5 home", "/", 0.80),
            ("P5 list", await FirstAsync(ours, "/", Category()), 0.80),
            ("P5 review with its figures", await FirstAsync(ours, "/", Review()), 0.80),
            ("P5 profile of a cooperative", await FirstAsync(ours, "/hop-tac-xa", Profile()), 0.80),
            (CheckPage, await FirstAsync(ours, "/nhan-hieu/theo/don-vi", Check()), 0.80),
        ];
        foreach (var (what, page, floor) in others)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
            await KeepBytesAsync(ours, page, own);
            using var limit = await Server.StartAsync([typeof(Run).Assembly.Location, "limit", "{port}", own], "/");
            await Load.RunAsync(ours, page, Connections[0], WarmSeconds, gzip: false);
            await Load.RunAsync(limit, page, Connections[0], WarmSeconds, gzip: false);
            var (least, mine) = (new List<Sample>(), new List<Sample>());
            for (var round = 0; round < Rounds; round++)
            {
                least.Add(await Load.RunAsync(limit, page, Connections[0], Seconds, gzip: false));
                mine.Add(await Load.RunAsync(ours, page, Connections[0], Seconds, gzip: false));
            }

            report.Other(what, Connections[0], mine, least, floor);
            if (what == CheckPage)
            {
                report.Speed($"{what}, answers/s", mine, least);
            }
        }
    }

    /// <summary>The search page is made anew at each request; the limit writes the bytes of one such page.</summary>
    private async Task SearchPagesAsync(Report report, string folder)
    {
        var tables = Directory.CreateDirectory(Path.Combine(folder, "articles")).FullName;
        var data = Path.Combine(folder, "searched");
        await SearchRun.WriteTableAsync(options.Samples, tables);
        await ImportRun.VerbAsync(options, ["migrate", "--data", data]);
        await ImportRun.VerbAsync(options, ["import", SearchRun.SampleFolder(options.Samples), "--data", data]);
        await ImportRun.VerbAsync(options, ["import", tables, "--data", data]);
        var pages = SearchRun.Pages.ToList();
        using var ours = await Server.StartAsync([options.Host, "--data", data, "--urls", "http://127.0.0.1:{port}", "--alliance-port", "0", "--no-samples"], "/readyz");
        await KeepBytesAsync(ours, pages[0], folder);
        using var limit = await Server.StartAsync([typeof(Run).Assembly.Location, "limit", "{port}", folder], "/");
        await Load.RunAsync(ours, pages[0], Connections[0], WarmSeconds, gzip: false);
        await Load.RunAsync(limit, pages[0], Connections[0], WarmSeconds, gzip: false);
        foreach (var connections in Connections)
        {
            var (least, searched) = (new List<Sample>(), new List<Sample>());
            foreach (var page in pages)
            {
                least.Add(await Load.RunAsync(limit, page, connections, Seconds, gzip: false));
                searched.Add(await Load.RunAsync(ours, page, connections, Seconds, gzip: false));
            }

            report.SearchPages(connections, least, searched);
        }
    }

    /// <summary>The first such address that a page names; where there is none yet, a page that is always there.</summary>
    private static async Task<string> FirstAsync(Server server, string page, Regex address)
    {
        using var http = Reader(server);
        using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
        var match = address.Match(await answer.Content.ReadAsStringAsync());
        return match.Success ? match.Groups["path"].Value : "/thong-ke-truy-cap";
    }

    private static async Task KeepBytesAsync(Server server, string page, string folder)
    {
        using var http = Reader(server);
        var bytes = await http.GetByteArrayAsync(new Uri(page, UriKind.Relative));
        await File.WriteAllBytesAsync(Path.Combine(folder, "page.html"), bytes);
        await using var packed = new GZipStream(File.Create(Path.Combine(folder, "page.html.gz")), CompressionLevel.Optimal);
        await packed.WriteAsync(bytes);
    }

    private static HttpClient Reader(Server server)
    {
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Load.Reader);
        return http;
    }

    [GeneratedRegex("href=\"(?<path>/bai-viet/[^\"#?]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();

    [GeneratedRegex("href=\"(?<path>/chuyen-muc/[^\"#?]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Category();

    [GeneratedRegex("href=\"(?<path>/bao-cao/[^\"#?/]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Review();

    [GeneratedRegex("href=\"(?<path>/hop-tac-xa/(?!ban-do)[^\"#?/]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Profile();

    [GeneratedRegex("href=\"(?<path>/xac-minh/[^\"#?/]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Check();
}
