using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Import;

/// <summary>Reads a CSV file: UTF-8, with comma, semicolon or tab as its header shows.</summary>
internal static class CsvFile
{
    private const string SaveAsUtf8 = "hãy mở tệp bằng Excel hoặc Notepad, chọn “Lưu thành” (Save as) với mã hoá “UTF-8” (Excel: “CSV UTF-8”) rồi nhập lại.";
    private const string Separators = ",;\t";
    private const int LinesLookedAt = 60;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<RawRow> Read(string path) => Read(File.ReadAllBytes(path));

    public static IEnumerable<RawRow> Read(byte[] content) => Rows(Decode(content), Delimiter);

    /// <summary>A table as its desk made it: titles may stand above the header, so the separator is what most of the first lines agree on.</summary>
    public static IEnumerable<RawRow> ReadLoose(byte[] content) => Rows(Decode(content), SharedDelimiter);

    internal static string Decode(byte[] bytes)
    {
        // Without its mark UTF-16 shows by the zero byte beside every plain letter.
        var start = bytes.AsSpan(0, Math.Min(bytes.Length, 4096));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start.Count((byte)0) > start.Length / 10)
        {
            throw new UnreadableFileException($"tệp được lưu bằng mã hoá UTF-16, không phải UTF-8; {SaveAsUtf8}");
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException($"tệp không phải UTF-8 (có thể là Windows-1258, TCVN3 hoặc VNI); {SaveAsUtf8}");
        }

        return LegacyEncoding.Detect(text) switch
        {
            LegacyEncodingKind.Tcvn3 => throw new UnreadableFileException($"chữ trong tệp là bảng mã TCVN3 (ABC), không phải Unicode; hãy chuyển bảng mã sang Unicode dựng sẵn, rồi {SaveAsUtf8}"),
            LegacyEncodingKind.Vni => throw new UnreadableFileException($"chữ trong tệp là bảng mã VNI, không phải Unicode; hãy chuyển bảng mã sang Unicode dựng sẵn, rồi {SaveAsUtf8}"),
            _ => text,
        };
    }

    private static IEnumerable<RawRow> Rows(string text, Func<string, string> find)
    {
        var badLine = 0;
        var delimiter = TakeSeparatorLine(ref text) ?? find(text);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            BadDataFound = bad => badLine = bad.Context.Parser?.RawRow ?? 1,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var line = 1;
        while (parser.Read())
        {
            // A quote that is never closed swallows the rest of the file, and the parser finds nothing wrong with it.
            if (badLine > 0 || parser.RawRecord.AsSpan().Count('"') % 2 == 1)
            {
                throw new UnreadableFileException("dấu nháy kép không khớp; ô có dấu nháy, dấu phân cách hoặc xuống dòng phải nằm trọn trong cặp nháy kép, dấu nháy bên trong viết hai lần (\"\").", line);
            }

            // A blank line before the row was passed over: the row starts where its own text does.
            var start = parser.RawRow - LineBreaksInside(parser.RawRecord);
            yield return new RawRow(Math.Max(line, start), [.. parser.Record!.Select(Clean)]);
            line = parser.RawRow + 1;
        }
    }

    private static string Clean(string cell) => VietnameseText.Normalize(cell.Trim());

    private static int LineBreaksInside(string raw) => raw.TrimEnd('\r', '\n').ReplaceLineEndings("\n").Count(c => c == '\n');

    /// <summary>Excel's own first line “sep=;” names the separator; it is left as a blank line, so that lines keep their numbers.</summary>
    private static string? TakeSeparatorLine(ref string text)
    {
        if (text.Length < 6 || !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text[5] is not ('\r' or '\n'))
        {
            return null;
        }

        var named = text[4].ToString();
        text = text[5..];
        return named;
    }

    /// <summary>The separator seen most in the header outside quotes; Vietnamese Excel writes semicolons.</summary>
    private static string Delimiter(string text)
    {
        var seen = SeparatorsByLine(text).FirstOrDefault() ?? [0, 0, 0];
        return seen[1] > seen[0] && seen[1] >= seen[2] ? ";" : seen[2] > seen[0] ? "\t" : ",";
    }

    /// <summary>That which stands equally often in the most of the first lines, and of those the one that stands more often: a comma in a title or in an address is none.</summary>
    private static string SharedDelimiter(string text)
    {
        var lines = SeparatorsByLine(text).Take(LinesLookedAt).ToList();
        return Enumerable.Range(0, Separators.Length)
            .Select(which => lines.Select(line => line[which]).Where(count => count > 0).GroupBy(count => count).Select(same => (Lines: same.Count(), Each: same.Key)).OrderDescending().FirstOrDefault())
            .Select((agreed, which) => (agreed, Separator: Separators[which].ToString()))
            .OrderByDescending(found => found.agreed).First().Separator;
    }

    /// <summary>How often each separator stands outside quotes, line by line; a line break inside quotes ends no line.</summary>
    private static IEnumerable<int[]> SeparatorsByLine(string text)
    {
        var (seen, quoted) = (new int[Separators.Length], false);
        foreach (var character in text)
        {
            quoted ^= character == '"';
            if (!quoted && character is ('\r' or '\n'))
            {
                yield return seen;
                seen = new int[Separators.Length];
            }
            else if (!quoted && Separators.IndexOf(character, StringComparison.Ordinal) is >= 0 and var which)
            {
                seen[which]++;
            }
        }

        yield return seen;
    }
}
