using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PhuSa.Platform.Web.Seals;

/// <summary>
/// A page without what differs from answer to answer. The product knows where the holes are and says so in its seal; whoever looks from outside
/// takes out of the page they got what stands there, and only what may stand there.
/// </summary>
public static partial class FixedText
{
    private const int LongestNumber = 25;
    private const int LongestToken = 2000;

    /// <summary>The page as somebody got it, without what stands in the holes; what may not stand there stays, so that the digest tells.</summary>
    public static byte[] Of(ReadOnlySpan<byte> page, IReadOnlyList<Hole> holes, IReadOnlyList<DigitSpan> digits)
    {
        ArgumentNullException.ThrowIfNull(holes);
        ArgumentNullException.ThrowIfNull(digits);
        using var kept = new MemoryStream(page.Length);
        var at = 0;
        foreach (var hole in holes)
        {
            var take = hole.At - (int)kept.Length;
            if (take < 0 || at + take > page.Length)
            {
                break;
            }

            kept.Write(page.Slice(at, take));
            at += take;
            at += Filling(page[at..], hole.Kind);
        }

        kept.Write(page[at..]);
        var text = kept.ToArray();
        Blank(text, digits);
        return text;
    }

    public static string Digest(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    /// <summary>Every digit of the spans becomes 0.</summary>
    internal static void Blank(byte[] text, IReadOnlyList<DigitSpan> spans)
    {
        foreach (var span in spans)
        {
            for (var i = Math.Max(0, span.At); i < text.Length && i - span.At < span.Length; i++)
            {
                text[i] = char.IsAsciiDigit((char)text[i]) ? (byte)'0' : text[i];
            }
        }
    }

    /// <summary>A page as the product has just made it, with a single 0 in each of its number holes.</summary>
    /// <param name="numbers">Where the numbers are to stand in the fixed text.</param>
    internal static (byte[] Text, List<Hole> Holes, List<DigitSpan> Digits) Made(ReadOnlySpan<byte> page, IReadOnlyList<int> numbers, bool hasTokens)
    {
        var holes = numbers.Select(at => new Hole(at, HoleKind.Number)).ToList();
        var text = new byte[page.Length - holes.Count];
        var (from, to) = (0, 0);
        foreach (var hole in holes)
        {
            page[from..(from + hole.At - to)].CopyTo(text.AsSpan(to));
            from += hole.At - to + 1;
            to = hole.At;
        }

        page[from..].CopyTo(text.AsSpan(to));
        if (hasTokens)
        {
            (text, holes) = WithoutTokens(text, holes);
        }

        var digits = Moments.Matches(Encoding.Latin1.GetString(text)).Select(match => match.Groups["moment"]).Select(group => new DigitSpan(group.Index, group.Length)).ToList();
        Blank(text, digits);
        return (text, holes, digits);
    }

    private static (byte[] Text, List<Hole> Holes) WithoutTokens(byte[] text, List<Hole> holes)
    {
        var tokens = Tokens.Matches(Encoding.Latin1.GetString(text)).Select(match => match.Groups["token"]).ToList();
        using var kept = new MemoryStream(text.Length);
        var at = 0;
        var found = new List<Hole>();
        foreach (var token in tokens)
        {
            kept.Write(text.AsSpan(at, token.Index - at));
            found.Add(new Hole((int)kept.Length, HoleKind.Token));
            at = token.Index + token.Length;
        }

        kept.Write(text.AsSpan(at));
        var moved = holes.Select(hole => hole with { At = hole.At - tokens.Where(token => token.Index < hole.At).Sum(token => token.Length) });
        return (kept.ToArray(), [.. found.Concat(moved).OrderBy(hole => hole.At)]);
    }

    private static int Filling(ReadOnlySpan<byte> rest, HoleKind kind)
    {
        var longest = kind == HoleKind.Number ? LongestNumber : LongestToken;
        var length = 0;
        while (length < rest.Length && length < longest && Fits((char)rest[length], kind))
        {
            length++;
        }

        return length;
    }

    private static bool Fits(char letter, HoleKind kind) => kind == HoleKind.Number ? char.IsAsciiDigit(letter) || letter == '.' : char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';

    /// <summary>The line on paper that says when the page was made: two instances make the same page at two moments.</summary>
    [GeneratedRegex("""ps-only-print ps-print-head">.{0,1000}?(?<moment>\d\d:\d\d[^<\d]{1,20}\d\d/\d\d/\d{4})</p>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moments { get; }

    [GeneratedRegex("""<input (?:[^>]{0,200} )?type="hidden" [^>]{0,200}?value="(?<token>[A-Za-z0-9_-]{60,2000})""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens { get; }
}
