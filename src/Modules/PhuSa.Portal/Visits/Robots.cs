using System.Buffers;

namespace PhuSa.Portal.Visits;

/// <summary>Programs that read pages and are not readers, known by what they call themselves (robots.txt beside this file). Who says nothing is one.</summary>
internal static class Robots
{
    private static readonly (SearchValues<string> Words, SearchValues<string> Browsers) Known = Load();

    public static bool Is(string? userAgent) =>
        string.IsNullOrWhiteSpace(userAgent) || (userAgent.AsSpan().ContainsAny(Known.Words) && !userAgent.AsSpan().ContainsAny(Known.Browsers));

    private static (SearchValues<string> Words, SearchValues<string> Browsers) Load()
    {
        using var reader = new StreamReader(typeof(Robots).Assembly.GetManifestResourceStream("robots.txt")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').ToList();
        return (Values(lines.Where(line => line[0] != '!')), Values(lines.Where(line => line[0] == '!').Select(line => line[1..])));
    }

    private static SearchValues<string> Values(IEnumerable<string> words) => SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);
}
