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

namespace PhuSa.Marks.Applications;

/// <summary>The applications as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class ApplicationSheet
{
    private const string Name = "don-xin-dung-nhan-hieu";

    public static void MapApplicationSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{ApplicationDesk.Address}.csv", CsvAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{ApplicationDesk.Address}.xlsx", ExcelAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
    [
        text["Mã số"], text["Nhãn hiệu"], text["Đơn vị"], text["Sản phẩm"], text["Nhóm sản phẩm"], text["Nơi sản xuất"], text["Sản lượng một năm"], text["Đơn vị tính"],
        text["Ngày nộp"], text["Hạn"], text["Tình trạng"], text["Ngày xét"],
    ];

    private static async Task<IResult> CsvAsync(HttpContext context, ApplicationList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(CsvExport.File(Header(text), await RowsAsync(context, list, db, notes, text, cancellationToken)), CsvExport.ContentType, $"{Name}.csv");

    private static async Task<IResult> ExcelAsync(HttpContext context, ApplicationList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(SheetWriter.File(text["Đơn xin dùng nhãn hiệu"], Header(text), await RowsAsync(context, list, db, notes, text, cancellationToken)), SheetWriter.ContentType, $"{Name}.xlsx");

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, ApplicationList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var lines = ApplicationFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken), list.Today).ToList();
        notes.Add(MarkApplicationConfiguration.Table, Guid.Empty, "Danh sách đơn xin dùng nhãn hiệu", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return lines.ConvertAll(line => (IReadOnlyList<SheetCell>)
        [
            line.Application.Code,
            line.Mark,
            line.Applicant.Name,
            line.Application.Product,
            line.Application.ProductGroup,
            line.Application.Place,
            SheetCell.Of(line.Application.Output),
            line.Application.OutputUnit,
            SheetCell.Of(line.Application.SubmittedOn),
            SheetCell.Of(line.Due?.On),
            text[MarkApplicationFlow.Table[line.Application.Status].PublicName],
            VietnamTime.Written(list.Today),
        ]);
    }
}
