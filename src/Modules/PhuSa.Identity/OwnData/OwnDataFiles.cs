using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.OwnData;

/// <summary>A person's data as files they can take along: JSON for programs, a spreadsheet for reading.</summary>
internal static class OwnDataFiles
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] AsJson(IReadOnlyList<OwnTable> tables, DateTime at) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["madeAt"] = at,
            ["tables"] = tables.ToDictionary(table => table.Name, table => table.Rows.Select(row => row.GroupBy(value => value.Column).ToDictionary(value => value.Key, value => Plain(value.First().Value)))),
        },
        Json);

    public static byte[] AsSheet(IReadOnlyList<OwnTable> tables, Texts text)
    {
        using var file = new MemoryStream();
        SheetWriter.Write(
            file,
            text["Dữ liệu của tôi"],
            [text["Nhóm"], text["Dòng"], text["Mục"], text["Nội dung"]],
            from table in tables
            from row in table.Rows.Index()
            from value in row.Item
            select (IReadOnlyList<SheetCell>)[text[OwnDataWords.OfTable(table.Name)], row.Index + 1, text[OwnDataWords.OfColumn(value.Column)], Written(value.Value)]);
        return file.ToArray();
    }

    /// <summary>As a person reads it.</summary>
    public static string Written(object? value) => value switch
    {
        null => "",
        string words => words,
        bool yes => yes ? "✓" : "✗",
        DateTime at => VietnamTime.Written(at),
        DateTimeOffset at => VietnamTime.Written(at.UtcDateTime),
        DateOnly day => VietnamTime.Written(day),
        IEnumerable many => string.Join(", ", many.Cast<object>()),
        IFormattable other => other.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or int or long or decimal or DateTime or DateTimeOffset or DateOnly or Guid => value,
        IEnumerable many => many.Cast<object>().Select(each => each.ToString()).ToList(),
        _ => value.ToString(),
    };
}
