using PhuSa.Platform.Figures;

namespace PhuSa.Programmes.Printing;

/// <summary>One line of a verdict list.</summary>
/// <param name="Word">The verdict; null where the fact is no verdict and stands as plain words.</param>
internal sealed record VerdictLine(string Label, string? Word, string Tone, string? Words);

/// <summary>The facts of a record as a list of verdicts: clause by clause, each with its word and tone.</summary>
internal static class Verdicts
{
    private const string NotGiven = "Chưa có dữ liệu";

    private static readonly Dictionary<string, string> Tones = new(StringComparer.Ordinal)
    {
        ["Đáp ứng"] = "good",
        ["Chưa đáp ứng"] = "stop",
        ["Chưa đủ thông tin"] = "unknown",
        ["Cần hoàn chỉnh"] = "act",
    };

    /// <summary>From the first verdict to the last; where there is none, every fact in plain words.</summary>
    public static IReadOnlyList<VerdictLine> Of(IReadOnlyList<EvidenceFact> facts)
    {
        var all = facts.Select(Line).ToList();
        var (first, last) = (all.FindIndex(IsVerdict), all.FindLastIndex(IsVerdict));
        return first < 0
            ? all
            : [.. all[first..(last + 1)].Select(line => line is { Word: null, Words: null } ? line with { Word = NotGiven } : line)];
    }

    private static bool IsVerdict(VerdictLine line) => line.Word is not null;

    private static VerdictLine Line(EvidenceFact fact) => fact.Value is { } value && Tones.TryGetValue(value, out var tone)
        ? new VerdictLine(fact.Label, value, tone, Words: null)
        : new VerdictLine(fact.Label, Word: null, "unknown", fact.Value);
}
