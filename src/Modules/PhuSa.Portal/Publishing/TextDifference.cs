using DiffPlex;
using DiffPlex.Model;

namespace PhuSa.Portal.Publishing;

/// <summary>A piece of a line, and whether the other side lacks it.</summary>
internal sealed record DifferencePiece(string Text, bool Differs);

/// <summary>A line of each side that belong together; null where the other side has none.</summary>
internal sealed record DifferenceRow(IReadOnlyList<DifferencePiece>? Before, IReadOnlyList<DifferencePiece>? After)
{
    public bool Differs => Before is null || After is null || Before.Any(piece => piece.Differs) || After.Any(piece => piece.Differs);
}

/// <summary>Two texts side by side: lines are laid beside each other, words that differ are marked.</summary>
internal static class TextDifference
{
    /// <summary>Comparing costs pieces × pieces at worst; beyond this whole lines are marked.</summary>
    private const long Most = 4_000_000;

    private static readonly char[] Separators = [' ', '\t', '.', ',', ';', ':', '(', ')', '“', '”', '"', '!', '?', '–', '/'];

    public static IReadOnlyList<DifferenceRow> Of(string before, string after)
    {
        var (left, right) = (before.ReplaceLineEndings("\n"), after.ReplaceLineEndings("\n"));
        if (left == right)
        {
            return left.Length == 0 ? [] : [.. left.Split('\n').Select(line => new DifferenceRow([new(line, Differs: false)], [new(line, Differs: false)]))];
        }

        if (TooMuch(left.Count(c => c == '\n'), right.Count(c => c == '\n')))
        {
            return [new DifferenceRow(Whole(left), Whole(right))];
        }

        var lines = Differ.Instance.CreateLineDiffs(left, right, ignoreWhitespace: false);
        var rows = new List<DifferenceRow>();
        var (a, b) = (0, 0);
        foreach (var block in lines.DiffBlocks)
        {
            for (; a < block.DeleteStartA; a++, b++)
            {
                rows.Add(new([new(lines.PiecesOld[a], Differs: false)], [new(lines.PiecesNew[b], Differs: false)]));
            }

            for (var i = 0; i < Math.Max(block.DeleteCountA, block.InsertCountB); i++)
            {
                rows.Add(Pair(
                    i < block.DeleteCountA ? lines.PiecesOld[block.DeleteStartA + i] : null,
                    i < block.InsertCountB ? lines.PiecesNew[block.InsertStartB + i] : null));
            }

            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        for (; a < lines.PiecesOld.Count; a++, b++)
        {
            rows.Add(new([new(lines.PiecesOld[a], Differs: false)], [new(lines.PiecesNew[b], Differs: false)]));
        }

        return rows;
    }

    private static DifferenceRow Pair(string? before, string? after)
    {
        if (before is null || after is null || TooMuch(before.Length / 4, after.Length / 4))
        {
            return new(before is null ? null : Whole(before), after is null ? null : Whole(after));
        }

        var words = Differ.Instance.CreateWordDiffs(before, after, ignoreWhitespace: false, Separators);
        return new(
            Marked(words.PiecesOld, words.DiffBlocks, block => (block.DeleteStartA, block.DeleteCountA)),
            Marked(words.PiecesNew, words.DiffBlocks, block => (block.InsertStartB, block.InsertCountB)));
    }

    private static List<DifferencePiece> Marked(IReadOnlyList<string> words, IEnumerable<DiffBlock> blocks, Func<DiffBlock, (int Start, int Count)> side)
    {
        var pieces = new List<DifferencePiece>();
        var at = 0;
        foreach (var (start, count) in blocks.Select(side).Where(part => part.Count > 0))
        {
            Add(pieces, words, at, start, differs: false);
            Add(pieces, words, start, start + count, differs: true);
            at = start + count;
        }

        Add(pieces, words, at, words.Count, differs: false);
        return pieces;
    }

    private static void Add(List<DifferencePiece> pieces, IReadOnlyList<string> words, int from, int to, bool differs)
    {
        if (to > from)
        {
            pieces.Add(new(string.Concat(words.Skip(from).Take(to - from)), differs));
        }
    }

    private static List<DifferencePiece> Whole(string text) => [new(text, Differs: true)];

    private static bool TooMuch(long before, long after) => (before + 1) * (after + 1) > Most;
}
