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

namespace PhuSa.Marks.Inspections;

/// <summary>The visits as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class VisitSheet
{
    private const string Name = "kiem-tra-nhan-hieu";

    public static void MapVisitSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{InspectionDesk.Address}.csv", CsvAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{InspectionDesk.Address}.xlsx", ExcelAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
    [
        text["Mã số"], text["Nhãn hiệu"], text["Đơn vị"], text["Sản phẩm"], text["Xuất phát từ"], text["Cách kiểm tra"], text["Ngày dự kiến"], text["Ngày kiểm tra"], text["Đoàn kiểm tra"],
        text["Kết quả"], text["Hạn khắc phục"], text["Tình trạng"], text["Kế hoạch"], text["Ngày xét"],
    ];

    private static async Task<IResult> CsvAsync(HttpContext context, VisitList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(CsvExport.File(Header(text), await RowsAsync(context, list, db, notes, text, cancellationToken)), CsvExport.ContentType, $"{Name}.csv");

    private static async Task<IResult> ExcelAsync(HttpContext context, VisitList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(SheetWriter.File(text["Kiểm tra sử dụng nhãn hiệu"], Header(text), await RowsAsync(context, list, db, notes, text, cancellationToken)), SheetWriter.ContentType, $"{Name}.xlsx");

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, VisitList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var lines = VisitFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken), list.Today);
        notes.Add(InspectionVisitConfiguration.Table, Guid.Empty, "Danh sách kiểm tra sử dụng nhãn hiệu", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return
        [
            .. lines.Select(line => (IReadOnlyList<SheetCell>)
            [
                line.Visit.Code,
                line.Mark,
                line.Holder.Name,
                string.Join("; ", line.Products),
                text[VisitWords.Of(line.Visit.Source)],
                text[VisitWords.Announcing(line.Visit.Unannounced)],
                SheetCell.Of(line.Visit.PlannedFor),
                SheetCell.Of(line.Visit.CarriedOutOn),
                line.Visit.Team,
                line.Visit.Result is { } result ? text[VisitWords.Of(result)] : (string?)null,
                SheetCell.Of(line.Visit.RemedyBy),
                text[InspectionVisitFlow.Table[line.Visit.Status].PublicName],
                line.Plan?.JournalTitle,
                VietnamTime.Written(list.Today),
            ]),
        ];
    }
}
