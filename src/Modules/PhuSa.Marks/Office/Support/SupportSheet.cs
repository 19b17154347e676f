using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Office.Support;

/// <summary>Requests and contracts as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class SupportSheet
{
    private const string Name = "ho-tro-nhan-hieu-tap-the";

    public static void MapSupportSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{SupportRights.Support}.csv", CsvAsync).RequireAuthorization(SupportRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{SupportRights.Support}.xlsx", ExcelAsync).RequireAuthorization(SupportRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
        [text["Nhãn hiệu tập thể"], text["Chủ sở hữu"], text["Tình trạng"], text["Giá trị"], text["Số tiền đã chi"], text["Số tiền thanh lý"], text["Số tiền hoàn trả"], text["Đã xử lý ngoài hệ thống"]];

    private static async Task<IResult> CsvAsync(HttpContext context, SupportList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, list, db, notes, text, cancellationToken);
        return TypedResults.File(CsvExport.File(Header(text), rows), CsvExport.ContentType, $"{Name}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, SupportList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, list, db, notes, text, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Hỗ trợ đăng ký nhãn hiệu"], Header(text), rows), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, SupportList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var lines = SupportList.Among(await list.AllAsync(cancellationToken), SupportList.Text(context.Request.Query, SupportList.WordsKey), SupportList.Text(context.Request.Query, SupportList.StageKey)).ToList();
        notes.Add(MarkSupportContractConfiguration.Table, Guid.Empty, "Danh sách hỗ trợ đăng ký nhãn hiệu tập thể", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return lines.ConvertAll(line => (IReadOnlyList<SheetCell>)
            [line.Mark, line.Owner, text[line.Facts.PublicName], SheetCell.Of(line.Value), SheetCell.Of(line.Paid), SheetCell.Of(line.Liquidated), SheetCell.Of(line.Returned), line.IsOnPaper ? text["có"] : text["không"]]);
    }
}
