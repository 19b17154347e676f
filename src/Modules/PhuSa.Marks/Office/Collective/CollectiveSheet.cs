using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Office.Collective;

/// <summary>The list of collective marks as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class CollectiveSheet
{
    private const string Name = "nhan-hieu-tap-the";

    public static void MapCollectiveSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{CollectiveRights.Marks}.csv", CsvAsync).RequireAuthorization(CollectiveRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{CollectiveRights.Marks}.xlsx", ExcelAsync).RequireAuthorization(CollectiveRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
    [
        text["Mã"], text["Tên nhãn hiệu"], text["Chủ sở hữu"], text["Bước đăng ký"], text["Số đơn đăng ký"], .. FilingFlow.MainLine.Select(action => text[FilingFlow.Told(action)]),
        text["Số văn bằng"], text["Thời hạn văn bằng đến hết"], text["Hạn của bước đang chờ"], text["Nhóm hàng hoá, dịch vụ"], text["Hàng hoá, dịch vụ"], text["Nguồn"], text["Ngày xét"],
    ];

    private static async Task<IResult> CsvAsync(HttpContext context, CollectiveList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, list, db, notes, text, cancellationToken);
        return TypedResults.File(CsvExport.File(Header(text), rows), CsvExport.ContentType, $"{Name}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, CollectiveList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, list, db, notes, text, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Nhãn hiệu tập thể"], Header(text), rows), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, CollectiveList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var lines = CollectiveFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken), list.Today).ToList();
        notes.Add(CollectiveMarkConfiguration.Table, Guid.Empty, "Danh sách nhãn hiệu tập thể", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return lines.ConvertAll(line => (IReadOnlyList<SheetCell>)
        [
            line.Mark.Code,
            line.Mark.Name,
            line.Owner.Name,
            text[line.Standing.Word],
            line.Mark.ApplicationNumber,
            .. FilingFlow.MainLine.Select(action => SheetCell.Of(line.Mark.DayOf(action))),
            line.Mark.CertificateNumber,
            SheetCell.Of(line.Standing.Ends),
            SheetCell.Of(line.Standing.Due),
            line.Mark.Classes,
            line.Mark.Goods,
            line.Mark.Source,
            VietnamTime.Written(list.Today),
        ]);
    }
}
