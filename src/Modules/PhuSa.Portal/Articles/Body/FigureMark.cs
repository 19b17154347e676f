using System.Buffers;

namespace PhuSa.Portal.Articles.Body;

/// <summary>A <c>{review/figure}</c> of a text and where it stands. Looked for by letters: every page that is made anew asks, and most texts name none.</summary>
internal readonly record struct FigureMark(int Start, int End, NamedFigure Named)
{
    private static readonly SearchValues<char> ReviewLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> FigureLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <returns>In the order of the text.</returns>
    public static IReadOnlyList<FigureMark> In(string text)
    {
        var marks = new List<FigureMark>();
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = start < text.Length ? text.IndexOf('{', start) : -1)
        {
            if (At(text, start) is { } mark)
            {
                marks.Add(mark);
                start = mark.End;
            }
            else
            {
                start++;
            }
        }

        return marks;
    }

    private static FigureMark? At(string text, int start)
    {
        var review = Run(text, start + 1, ReviewLetters);
        var slash = start + 1 + review.Length;
        if (review.Length == 0 || slash >= text.Length || text[slash] != '/')
        {
            return null;
        }

        var figure = Run(text, slash + 1, FigureLetters);
        var end = slash + 1 + figure.Length;
        return figure.Length > 0 && end < text.Length && text[end] == '}'
            ? new FigureMark(start, end + 1, new NamedFigure(review.ToString(), figure.ToString()))
            : null;
    }

    private static ReadOnlySpan<char> Run(string text, int start, SearchValues<char> letters)
    {
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAnyExcept(letters);
        return length < 0 ? rest : rest[..length];
    }
}
