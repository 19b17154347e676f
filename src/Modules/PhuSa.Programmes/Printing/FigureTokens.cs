using System.Text.RegularExpressions;

namespace PhuSa.Programmes.Printing;

/// <summary>What of a figure a token asks for.</summary>
internal enum TokenForm
{
    /// <summary><c>{code}</c>: number and unit.</summary>
    Whole,

    /// <summary><c>{code:number}</c>: the number alone.</summary>
    Number,

    /// <summary><c>{code:target}</c>: what was promised, with its unit.</summary>
    Target,
}

/// <summary>A piece of a sentence: words as they stand, or a figure.</summary>
internal sealed record TextPiece(string Words, string? Figure, TokenForm Form)
{
    public static TextPiece Of(string words) => new(words, Figure: null, TokenForm.Whole);
}

/// <summary>Sentences with figure tokens. A number is never typed in them.</summary>
internal static partial class FigureTokens
{
    /// <summary>Cuts a text; what looks like a token and is none stays as words and is named in <paramref name="problem"/>.</summary>
    public static IReadOnlyList<TextPiece> Cut(string text, out string? problem)
    {
        problem = null;
        var pieces = new List<TextPiece>();
        var rest = 0;
        foreach (Match token in Token.Matches(text))
        {
            Words(text[rest..token.Index], pieces, ref problem);
            pieces.Add(new TextPiece(token.Value, token.Groups["code"].Value, token.Groups["form"].Value switch
            {
                "number" => TokenForm.Number,
                "target" => TokenForm.Target,
                _ => TokenForm.Whole,
            }));
            rest = token.Index + token.Length;
        }

        Words(text[rest..], pieces, ref problem);
        return pieces;
    }

    public static IReadOnlyList<TextPiece> Cut(string text) => Cut(text, out _);

    /// <summary>Codes of the figures in a text, in reading order.</summary>
    public static IEnumerable<string> Codes(string text) => Cut(text).Select(piece => piece.Figure).OfType<string>();

    private static void Words(string words, List<TextPiece> pieces, ref string? problem)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (words.AsSpan().IndexOfAny('{', '}') is >= 0 and var brace)
        {
            var end = words.IndexOf('}', brace);
            problem ??= $"“{words[brace..(end < 0 ? words.Length : end + 1)]}” không phải là chỗ của một số liệu; nhận {{mã}}, {{mã:number}} hoặc {{mã:target}}.";
        }

        pieces.Add(TextPiece.Of(words));
    }

    [GeneratedRegex(@"\{(?<code>[a-z0-9]+(?:[.-][a-z0-9]+)*)(?::(?<form>number|target))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token { get; }
}
