using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Office.Journal;

/// <summary>Writes entries as CSV or Excel, page by page, into a file that only the product can open and that is gone once it was sent.</summary>
internal sealed class JournalExport(JournalBook book, JournalStatuses statuses, AppDbContext db, Texts texts)
{
    /// <summary>Excel opens no sheet with more rows.</summary>
    private const int MostRows = 1_048_575;

    private static readonly string[] Header =
    [
        "Thời điểm", "Người thực hiện", "Thay mặt, nguồn", "Địa chỉ mạng", "Loại hồ sơ", "Hồ sơ", "Việc", "Từ", "Thành", "Lý do", "Văn bản", "Thay đổi", "Mã mục", "Mã hồ sơ",
    ];

    public async Task<Stream> WriteAsync(JournalFilter filter, string format, CancellationToken cancellationToken)
    {
        var file = Temporary();
        try
        {
            var header = Header.Select(word => texts[word]).ToList();
            var rows = RowsAsync(filter, cancellationToken).ToBlockingEnumerable(cancellationToken);
            await Task.Run(() => Write(file, format, header, rows), cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStream Temporary()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"phusa-{Path.GetRandomFileName()}"), options);
    }

    private void Write(Stream file, string format, List<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        if (format == "csv")
        {
            // The mark at the beginning tells Excel that it is UTF-8.
            using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            CsvExport.Write(writer, header, rows);
        }
        else
        {
            SheetWriter.Write(file, texts["Nhật ký"], header, rows);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync(JournalFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0;
        await foreach (var line in book.AllAsync(filter, cancellationToken))
        {
            if (++rows > MostRows)
            {
                throw new RefusedException("Danh sách dài quá {0} mục, bảng tính không mở được. Hãy chọn khoảng ngày ngắn hơn.", MostRows);
            }

            yield return Row(line);
        }
    }

    private IReadOnlyList<SheetCell> Row(JournalLine line)
    {
        var entry = line.Entry;
        return
        [
            VietnamTime.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            line.Read.By,
            entry.ByDetail,
            line.Read.Address,
            texts[JournalWords.Kind(entry.Kind)],
            line.Read.Title,
            texts[JournalWords.Action(entry.Action)],
            Status(entry, entry.From),
            Status(entry, entry.To),
            entry.Why is { } why ? texts[JournalWords.Why(why)] : null,
            line.Paper,
            string.Join('\n', line.Read.Changes.Select(change => Told(entry.Kind, change))),
            entry.Id.ToString(),
            entry.RecordId.ToString(),
        ];
    }

    private string? Status(JournalEntry entry, string? code) => code is null ? null : texts[statuses.NameOf(db, entry.Kind, code)];

    private string Told(string kind, ReadableChange change)
    {
        var column = texts[JournalWords.Column(change.Column)];
        var name = change.Part is { } part ? $"{JournalWords.Part(texts, part)}, {column}" : column;
        return change.Before is null ? $"{name}: {Value(kind, change, change.After)}" : $"{name}: {Value(kind, change, change.Before)} → {Value(kind, change, change.After)}";
    }

    private string? Value(string kind, ReadableChange change, string? value) => value is null ? null : texts[statuses.ValueOf(db, kind, change, value)];
}
