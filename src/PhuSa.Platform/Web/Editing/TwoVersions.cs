using System.Security.Cryptography;
using System.Text;

namespace PhuSa.Platform.Web.Editing;

/// <summary>A form as it was typed beside what is stored, each told as values by their labels.</summary>
public static class TwoVersions
{
    /// <summary>Changes with every change of what is told: what a form carries to know that it is stale.</summary>
    public static string StampOf(IEnumerable<(string Label, string? Words)> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var written = string.Join('\u001e', told.Select(value => $"{value.Label}\u001f{value.Words}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)))[..32];
    }

    /// <summary>Where the two differ, label by label.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<(string Label, string? Words)> typed, IEnumerable<(string Label, string? Words)> stored)
    {
        var (one, other) = (typed.ToList(), stored.ToList());
        return
        [
            .. one.Select(value => value.Label).Union(other.Select(value => value.Label), StringComparer.Ordinal)
                .Select(label => new Difference(label, WordsOf(one, label), WordsOf(other, label)))
                .Where(difference => difference.Typed?.ReplaceLineEndings("\n") != difference.Stored?.ReplaceLineEndings("\n")),
        ];
    }

    /// <summary>Two terms of one person, two certificates of one name: all of them.</summary>
    private static string? WordsOf(List<(string Label, string? Words)> told, string label) =>
        told.FindAll(value => value.Label == label) is { Count: > 0 } values && values.Exists(value => value.Words is not null) ? string.Join(" · ", values.Select(value => value.Words)) : null;
}
