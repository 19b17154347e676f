using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Cooperatives.Office;
using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Products;

/// <summary>The list of products as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class OcopSheet
{
    private const string Name = "san-pham-ocop";

    public static void MapOcopSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{OcopDesk.Address}.csv", CsvAsync).RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{OcopDesk.Address}.xlsx", ExcelAsync).RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
    [
        text["Mã"], text["Sản phẩm"], text["Chủ thể"], text["Loại chủ thể"], text["Nơi"], text["Nhóm"], text["Phân nhóm"], text["Số sao"], text["Hiệu lực"], text["Số quyết định"],
        text["Ngày quyết định"], text["Có giá trị đến hết"], text["Số giấy chứng nhận"], text["Ngày xét"],
    ];

    private static async Task<IResult> CsvAsync(HttpContext context, OcopBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, book, db, notes, text, cancellationToken);

        return TypedResults.File(CsvExport.File(Header(text), rows), CsvExport.ContentType, $"{Name}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, OcopBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, book, db, notes, text, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Sản phẩm OCOP"], Header(text), rows), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, OcopBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var filter = OcopFilter.Of(context.Request.Query, OcopFilter.Facets);
        var lines = await book.ChosenAsync(filter, cancellationToken);
        notes.Add(OcopProductConfiguration.Table, Guid.Empty, "Danh sách sản phẩm OCOP", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return [.. lines.Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Code,
            line.Name,
            line.Owner.Name,
            text[OcopWords.Of(line.Owner.Kind)],
            line.Place,
            line.Group is { } group ? text[OcopWords.Of(group)] : null,
            line.SubGroup,
            SheetCell.Of((decimal?)line.Stars),
            text[line.Standing.Word],
            line.Standing.Certificate?.DecisionNumber,
            SheetCell.Of(line.Standing.Certificate?.DecidedOn),
            SheetCell.Of(line.Standing.Certificate?.ExpiresOn),
            line.Standing.Certificate?.Number,
            VietnamTime.Written(book.Today),
        ])];
    }
}
