using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Cooperatives.Office.Chosen;
using PhuSa.Cooperatives.Pages.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Office;

/// <summary>The list as a table to take away, with the list's filters and nothing personal in it. Who took it is in the journal.</summary>
internal static class RegistrySheet
{
    private const string Name = "hop-tac-xa";

    public static void MapRegistrySheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{RegistryRights.Address}.csv", CsvAsync).RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{RegistryRights.Address}.xlsx", ExcelAsync).RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
    }

    private static IReadOnlyList<string> Header(Texts text) =>
    [
        text["Mã"], text["Tên"], text["Loại hình"], text["Tình trạng"], text["Tình trạng từ ngày"], text["Số đăng ký"], text["Thành lập"], text["Cơ quan đăng ký, như giấy tờ ghi"],
        text["Lĩnh vực"], text["Ngành nghề"], text["Sản phẩm"], .. PlaceCells.Header.Select(heading => text[heading]), text["Quy mô"], text["Quy mô theo số liệu năm"], text["Số mục còn thiếu"],
        text["Số liệu của năm"], .. FigureCells.Header(text),
    ];

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(IEnumerable<PlacedLine> lines, Dictionary<Guid, CooperativeYear> figures, Texts text) => lines.Select(placed => (IReadOnlyList<SheetCell>)
    [
        placed.Line.Code,
        placed.Line.Name,
        text[OrganisationKinds.Word(placed.Line.Kind)],
        text[RegistryWords.Of(placed.Line.Status)],
        SheetCell.Of(placed.Line.StatusOn),
        placed.Line.RegistrationNumber,
        placed.Line.Founded.ToString(),
        placed.Line.RegistrationBody,
        placed.Line.Sector is { } sector ? text[RegistryWords.Of(sector)] : null,
        placed.Line.Field,
        ProductList.Written(placed.Line.Products),
        .. PlaceCells.Of(placed.Shown),
        text[RegistryWords.Of(placed.Line.Size)],
        SheetCell.Of((decimal?)placed.Line.SizeYear),
        placed.Line.Gaps,
        SheetCell.Of((decimal?)figures.GetValueOrDefault(placed.Line.Id)?.Year),
        .. FigureCells.Of(figures.GetValueOrDefault(placed.Line.Id)),
    ]);

    private static async Task<IResult> CsvAsync(HttpContext context, RegistryBook book, ChosenDesk chosen, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await TakenAsync(context, book, chosen, db, notes, cancellationToken);
        return await CsvFileAsync(Name, Header(text), Rows(rows, await FigureCells.LatestAsync(db, cancellationToken), text));
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, RegistryBook book, ChosenDesk chosen, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await TakenAsync(context, book, chosen, db, notes, cancellationToken);
        return ExcelFile(Name, text["Hợp tác xã"], Header(text), Rows(rows, await FigureCells.LatestAsync(db, cancellationToken), text));
    }

    internal static async Task<IResult> CsvFileAsync(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        return TypedResults.File(CsvExport.File(header, rows), CsvExport.ContentType, $"{name}.csv");
    }

    internal static IResult ExcelFile(string name, string title, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        return TypedResults.File(SheetWriter.File(title, header, rows), SheetWriter.ContentType, $"{name}.xlsx");
    }

    private static async Task<IReadOnlyList<PlacedLine>> TakenAsync(HttpContext context, RegistryBook book, ChosenDesk chosen, AppDbContext db, JournalNotes notes, CancellationToken cancellationToken)
    {
        var filter = RegistryFilter.Of(context.Request.Query);
        var rows = context.Request.Query[IndexModel.ChosenKey].Count > 0
            ? [.. (await chosen.OfAsync(context.Request.Query[ChosenDesk.CodeKey], cancellationToken)).Select(file => file.Placed)]
            : await book.AllAsync(filter, cancellationToken);
        notes.Add("cooperatives", Guid.Empty, "Danh sách hợp tác xã", "Export", changes: JsonSerializer.Serialize(new { rows = rows.Count, words = filter.Words is not null }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return rows;
    }
}
