using System.Buffers;
using System.Text;
using System.Text.Unicode;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Kinds;

/// <summary>Plain text and CSV: valid UTF-8 without control characters, and no markup or script in disguise.</summary>
internal static class TextLook
{
    private const int LinesLooked = 20;
    private const int FewCells = 2;
    private const int LongestLine = 100_000;
    private const int BytesLooked = 64 * 1024;

    /// <summary>Bytes of a letter in UTF-8.</summary>
    private const int LongestLetter = 4;

    private static readonly char[] Marks = [',', ';', '\t'];

    private static readonly SearchValues<string> Running = SearchValues.Create(
        ["<script", "<svg", "<html", "<iframe", "<object", "<embed", "<!doctype", "<?xml", "<?php", "<body", "<foreignobject"], StringComparison.OrdinalIgnoreCase);

    public static async Task<FileKind?> CheckAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        var first = new List<string>();
        try
        {
            if (!await IsTextAsync(reader, first, cancellationToken))
            {
                return null;
            }
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
        }

        return IsTable(first) ? FileKind.Csv : FileKind.Text;
    }

    /// <summary>
    /// Text in UTF-16 or in one of the old encodings: of no welcome kind, but whoever chose it can save it again. Known by its mark, or by a beginning
    /// without the control characters that every other file has.
    /// </summary>
    public static async Task<bool> IsOfAnotherEncodingAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var head = new byte[BytesLooked];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var looked = head.AsSpan(0, length);
        return looked is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            || (looked.ContainsAnyInRange((byte)0x80, (byte)0xFF) && !Utf8.IsValid(Whole(looked))
                && !looked.ContainsAnyInRange((byte)0, (byte)8) && !looked.ContainsAnyInRange((byte)0x0E, (byte)0x1F));

        // A letter that the end of what was looked at cuts in two says nothing.
        static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes)
        {
            var end = bytes.Length;
            while (end > 0 && bytes.Length - end < LongestLetter && bytes[end - 1] >= 0x80)
            {
                end--;
            }

            return bytes.Length == BytesLooked ? bytes[..end] : bytes;
        }
    }

    private static async Task<bool> IsTextAsync(StreamReader reader, List<string> first, CancellationToken cancellationToken)
    {
        var block = new char[32 * 1024];
        var overlap = 0;
        var began = false;
        var head = new StringBuilder();
        int read;
        while ((read = await reader.ReadAsync(block.AsMemory(overlap), cancellationToken)) > 0)
        {
            var text = block.AsMemory(0, overlap + read);
            if (text.Span[overlap..].ContainsAnyInRange('\0', '\b') || text.Span[overlap..].ContainsAnyInRange('\u000e', '\u001f') || text.Span[overlap..].ContainsAny('\u000b', '\u007f'))
            {
                return false;
            }

            if (!began && BeginsAsMarkup(text.Span))
            {
                throw NotWelcome.Markup();
            }

            if (text.Span.ContainsAny(Running))
            {
                throw NotWelcome.MarkupInside();
            }

            if (!began && text.Span.TrimStart('\ufeff').StartsWith("#!"))
            {
                return false;
            }

            began = true;
            if (head.Length < LongestLine)
            {
                head.Append(text.Span[overlap..]);
            }

            // A word on the border of two blocks is seen whole.
            overlap = Math.Min(text.Length, 16);
            text.Span[^overlap..].CopyTo(block);
        }

        first.AddRange(head.ToString().TrimStart('\ufeff').Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Take(LinesLooked));
        return true;
    }

    private static bool BeginsAsMarkup(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart('\ufeff').TrimStart();
        return start.Length > 1 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?' or '/');
    }

    /// <summary>
    /// Two lines or more with as many cells each, and more than one; below what a desk writes above its table, where that cannot be prose: two lines that
    /// have a comma each.
    /// </summary>
    private static bool IsTable(List<string> lines) => Marks.Any(mark =>
    {
        var cells = lines.ConvertAll(line => Cells(line, mark));
        var most = cells.Count == 0 ? 0 : cells.Max();
        var above = cells.TakeWhile(count => count < most).Count();
        return most > 1 && cells.Count - above > 1 && cells.Skip(above).All(count => count == most) && (above == 0 || mark != ',' || most > FewCells || lines.Exists(line => line.Contains('"', StringComparison.Ordinal)));
    });

    private static int Cells(string line, char mark)
    {
        var cells = 1;
        var quoted = false;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            cells += letter == mark && !quoted ? 1 : 0;
        }

        return cells;
    }
}
