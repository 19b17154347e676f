using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Marks.Office;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Labels;

/// <summary>The labels that are out as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class LabelSheet
{
    private const string Name = "tem-con-o-don-vi";

    public static void MapLabelSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{MarkRights.Labels}.csv", CsvAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{MarkRights.Labels}.xlsx", ExcelAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
    [
        text["Mã"], text["Nhãn hiệu"], text["Đơn vị"], text["Sản phẩm"], text["Tình trạng"], text["Đã cấp"], text["Đã dùng"], text["Hỏng"], text["Đã trả lại"], text["Đã huỷ"],
        text["Còn ở đơn vị"], text["Số còn ở đơn vị"], text["Tem không đánh số còn ở đơn vị"], text["Ngày xét"],
    ];

    private static async Task<IResult> CsvAsync(HttpContext context, LabelList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(CsvExport.File(Header(text), await RowsAsync(context, list, db, notes, text, cancellationToken)), CsvExport.ContentType, $"{Name}.csv");

    private static async Task<IResult> ExcelAsync(HttpContext context, LabelList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(SheetWriter.File(text["Tem còn ở đơn vị"], Header(text), await RowsAsync(context, list, db, notes, text, cancellationToken)), SheetWriter.ContentType, $"{Name}.xlsx");

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, LabelList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var all = await list.OutstandingAsync(cancellationToken);
        var lines = list.Among(GrantFilter.Of(context.Request.Query), all).ToList();
        notes.Add(LabelEntryConfiguration.Table, Guid.Empty, "Danh sách tem còn ở đơn vị", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return lines.ConvertAll(line => (IReadOnlyList<SheetCell>)
        [
            line.Right.Code,
            line.Right.Mark,
            line.Right.Holder.Name,
            line.Right.Product,
            text[line.Right.Standing.Word],
            line.Sums.Issued,
            line.Sums.Used,
            line.Sums.Damaged,
            line.Sums.Returned,
            line.Sums.Cancelled,
            line.Sums.Outstanding,
            LabelLedger.Words(line.Numbers),
            line.Unnumbered,
            VietnamTime.Written(list.Today),
        ]);
    }
}
