namespace PhuSa.Bench;

/// <summary>What the script says: where the built product, the samples and the report are, and which page to ask for.</summary>
internal sealed record Options(string Host, string Samples, string Report, string? Page, bool Write, bool SearchOnly)
{
    public static Options Read(string[] args) => new(
        Value(args, "--host") ?? throw new ArgumentException("Start me with scripts/bench.", nameof(args)),
        Value(args, "--samples") ?? "samples",
        Value(args, "--report") ?? "docs/performance.md",
        Value(args, "--page"),
        args.Contains("--write"),
        args.Contains("--search"));

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
