using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Signing;

/// <summary>
/// Reads of a PDF what a signature has to be hung on, and appends to it. The bytes that are there stay as they are: a signature is an update at the end.
/// Understood are files with a plain cross-reference table, as LibreOffice writes them; another is refused, never guessed at.
/// </summary>
internal sealed partial class PdfUpdate
{
    private readonly byte[] _file;
    private readonly string _text;
    private readonly Dictionary<int, long> _offsets = [];
    private readonly string _trailer;
    private readonly long _last;

    /// <exception cref="RefusedException">It is no PDF of this kind.</exception>
    public PdfUpdate(byte[] file)
    {
        _file = file;

        // One character a byte, so that places in the text are places in the file.
        _text = Encoding.Latin1.GetString(file);
        var start = StartXref.Matches(_text).LastOrDefault() ?? throw Strange();
        _last = long.Parse(start.Groups["at"].ValueSpan, CultureInfo.InvariantCulture);
        _trailer = ReadTable(_last);
        Size = Number(_trailer, "Size") ?? throw Strange();
        Root = Reference(_trailer, "Root") ?? throw Strange();
    }

    /// <summary>One more than the highest object number.</summary>
    public int Size { get; }

    public int Root { get; }

    public long Length => _file.Length;

    /// <summary>The dictionary of an object as it stands in the file, without its brackets.</summary>
    public string Dictionary(int number)
    {
        if (!_offsets.TryGetValue(number, out var at))
        {
            throw Strange();
        }

        var begin = _text.IndexOf("<<", (int)at, StringComparison.Ordinal);
        var end = _text.IndexOf("endobj", (int)at, StringComparison.Ordinal);
        var close = end < 0 ? -1 : _text.LastIndexOf(">>", end, StringComparison.Ordinal);
        return begin < 0 || close < begin ? throw Strange() : _text[(begin + 2)..close];
    }

    /// <summary>The first page of the tree.</summary>
    public int FirstPage()
    {
        var node = Reference(Dictionary(Root), "Pages") ?? throw Strange();
        for (var depth = 0; depth < 20; depth++)
        {
            if (Kids.Match(Dictionary(node)) is not { Success: true } kids)
            {
                return node;
            }

            node = int.Parse(kids.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        }

        throw Strange();
    }

    /// <summary>The file with these objects added or replaced.</summary>
    public byte[] With(IReadOnlyDictionary<int, string> objects)
    {
        var added = new StringBuilder("\n");
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in objects.OrderBy(o => o.Key))
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{Length + added.Length:D10} 00000 n \n");
            added.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var at = Length + added.Length;
        var size = Math.Max(Size, objects.Keys.Max() + 1);
        var kept = Keys.Replace(_trailer, "");
        added.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Prev {_last}{kept}>>\nstartxref\n{at}\n%%EOF\n");
        return [.. _file, .. Encoding.Latin1.GetBytes(added.ToString())];
    }

    public static RefusedException Strange() => new("Tệp PDF này không ký số được: cấu trúc tệp không đọc được.");

    public static int? Reference(string dictionary, string key) =>
        Regex.Match(dictionary, $@"/{key}\s+(?<n>\d+)\s+\d+\s+R", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    private static int? Number(string dictionary, string key) =>
        Regex.Match(dictionary, $@"/{key}\s+(?<n>\d+)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Fills the offsets, the latest update first, and gives the trailer of this one.</summary>
    private string ReadTable(long at)
    {
        if (at < 0 || at >= _text.Length || !_text.AsSpan((int)at).TrimStart().StartsWith("xref", StringComparison.Ordinal))
        {
            throw Strange();
        }

        var begin = _text.IndexOf("trailer", (int)at, StringComparison.Ordinal);
        var open = begin < 0 ? -1 : _text.IndexOf("<<", begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : _text.IndexOf("startxref", begin, StringComparison.Ordinal);
        var close = end < 0 ? -1 : _text.LastIndexOf(">>", end, StringComparison.Ordinal);
        if (open < 0 || close < open)
        {
            throw Strange();
        }

        var number = 0;
        foreach (Match line in Line.Matches(_text[(int)at..begin]))
        {
            if (line.Groups["used"] is { Success: true } used)
            {
                if (used.Value == "n")
                {
                    _offsets.TryAdd(number, long.Parse(line.Groups["a"].ValueSpan, CultureInfo.InvariantCulture));
                }

                number++;
            }
            else
            {
                number = int.Parse(line.Groups["a"].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        var trailer = _text[(open + 2)..close];
        if (Number(trailer, "Prev") is { } earlier && earlier < at)
        {
            ReadTable(earlier);
        }

        return trailer;
    }

    [GeneratedRegex(@"startxref\s+(?<at>\d{1,10})\s+%%EOF", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StartXref { get; }

    [GeneratedRegex(@"/Kids\s*\[\s*(?<first>\d+)\s+\d+\s+R", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Kids { get; }

    /// <summary>What an update says anew.</summary>
    [GeneratedRegex(@"/(Size|Prev)\s+\d+|/DocChecksum\s*/\w+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Keys { get; }

    [GeneratedRegex(@"^(?<a>\d+) (?<b>\d+)(?: (?<used>[nf]))?[ \r]*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Line { get; }
}
