using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Office;

/// <summary>The register book of rights as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class GrantSheet
{
    private const string Name = "quyen-su-dung-nhan-hieu";

    public static void MapGrantSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{MarkRights.Grants}.csv", CsvAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{MarkRights.Grants}.xlsx", ExcelAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
    [
        text["Mã"], text["Nhãn hiệu"], text["Đơn vị"], text["Sản phẩm"], text["Nhóm sản phẩm"], text["Bộ phận sản xuất"], text["Đợt trao quyền"], text["Số giấy chứng nhận"],
        text["Ngày trao"], text["Hết hạn"], text["Tình trạng"], text["Mã kiểm tra trên nhãn"], text["Ngày xét"],
    ];

    private static async Task<IResult> CsvAsync(HttpContext context, GrantList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, list, db, notes, text, cancellationToken);
        return TypedResults.File(CsvExport.File(Header(text), rows), CsvExport.ContentType, $"{Name}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, GrantList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, list, db, notes, text, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Quyền sử dụng nhãn hiệu"], Header(text), rows), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, GrantList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var lines = GrantFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken), list.Today).ToList();
        notes.Add(MarkGrantConfiguration.Table, Guid.Empty, "Danh sách quyền sử dụng nhãn hiệu", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return lines.ConvertAll(line => (IReadOnlyList<SheetCell>)
        [
            line.Code,
            line.Mark,
            line.Holder.Name,
            line.Product,
            line.ProductGroup,
            line.Workshop,
            line.Batch,
            line.CertificateNumber,
            line.GivenOn.IsKnown ? line.GivenOn.ToString() : null,
            SheetCell.Of(line.ExpiresOn),
            text[line.Standing.Word],
            CheckCode.Written(line.CheckCode),
            VietnamTime.Written(list.Today),
        ]);
    }
}
