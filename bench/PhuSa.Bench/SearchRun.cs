using System.Diagnostics;
using System.Globalization;
using System.Text;
using PhuSa.Platform.Data.Search;
using PhuSa.Platform.Search;

namespace PhuSa.Bench;

/// <summary>What the index of many articles costs.</summary>
internal sealed record IndexFigures(int Articles, TimeSpan Built, long Bytes, double P50, double P99, double PageP50, double PageP99);

/// <summary>P9: the tiers of a search over 100,000 articles, in the process. P8: the search page of a product with 1,000 articles.</summary>
internal static class SearchRun
{
    public const int Articles = 100_000;
    public const int ArticlesOfTheSite = 1000;
    private const int Hits = 20;

    private static readonly string[] Phrases =
        ["nhãn hiệu chứng nhận", "nhan hieu chung nhan", "hợp tác xã", "hop tac xa", "đất đai đô thị", "An Giang", "xoài", "kết nối cung cầu"];

    public static IndexFigures Measure(string folder)
    {
        var path = Path.Combine(folder, "search.db");
        var clock = Stopwatch.StartNew();
        using (var writer = IndexFile.Create(path))
        {
            foreach (var numbers in Enumerable.Range(1, Articles).Chunk(1000))
            {
                writer.Put("bai-viet", [], numbers.Select(number => new SearchDocument(Guid.CreateVersion7(), $"/bai-viet/{number}", SearchArticles.Title(number), SearchArticles.Body(number)) { Day = SearchArticles.Day(number), Sites = ["khcn"] }));
            }

            writer.Finish(ChangeCursor.Start);
        }

        var built = clock.Elapsed;
        using var file = IndexFile.Open(path)!;
        var questions = SearchArticles.Questions(Articles);
        var scope = new SearchScope(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), SearchPlace.Here, "khcn", null, null, null, Rights: null, default);
        var ranked = Times(questions, typed => file.Read(reader => SearchEngine.Ranked(reader, SearchQuery.Read(typed), scope, Hits, byBeginning: false)));
        var pages = Times(questions, typed => file.Read(reader => SearchEngine.Answer(reader, SearchQuery.Read(typed), new SearchQuestion(typed) { Site = "khcn" }, scope)));
        return new IndexFigures(Articles, built, new FileInfo(path).Length, At(ranked, 50), At(ranked, 99), At(pages, 50), At(pages, 99));
    }

    /// <summary>Articles for an import after the samples, in a table like theirs.</summary>
    public static async Task WriteTableAsync(string samples, string folder)
    {
        var sample = Path.Combine(SampleFolder(samples), "articles.csv");
        var columns = File.ReadLines(sample).First().TrimStart('\uFEFF').Split(',');
        var categories = Path.Combine(Path.GetDirectoryName(sample)!, "categories.csv");
        var category = File.ReadLines(categories).Skip(1).First().Split(',')[0];
        await using var csv = new StreamWriter(Path.Combine(folder, "articles.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await csv.WriteLineAsync(string.Join(',', columns));
        for (var number = 1; number <= ArticlesOfTheSite; number++)
        {
            await csv.WriteLineAsync(string.Join(',', columns.Select(column => column switch
            {
                "slug" => $"bai-do-{number.ToString(CultureInfo.InvariantCulture)}",
                "categories" => category,
                "status" => "published",
                "published_on" => SearchArticles.Day(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "title" => SearchArticles.Title(number),
                "body" => SearchArticles.Body(number),
                _ => "",
            })));
        }
    }

    /// <summary>The samples of one province: those with articles.</summary>
    public static string SampleFolder(string samples) =>
        Path.GetDirectoryName(Directory.EnumerateFiles(samples, "articles.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First())!;

    public static IEnumerable<string> Pages => Phrases.Select(phrase => $"/tim-kiem?q={Uri.EscapeDataString(phrase)}");

    /// <summary>Milliseconds of each question once it is warm, the least first.</summary>
    private static List<double> Times(IReadOnlyList<string> questions, Action<string> ask)
    {
        var times = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            foreach (var question in questions)
            {
                var clock = Stopwatch.GetTimestamp();
                ask(question);
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> times, int percent) => times[times.Count * percent / 100];
}
