using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Documents.Sheets;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Reports;

/// <summary>The list of a year's reports as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class ReportSheet
{
    public static void MapReportSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{ReportDesk.Address}.csv", CsvAsync).RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{ReportDesk.Address}.xlsx", ExcelAsync).RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
    }

    private static IReadOnlyList<string> Header(Texts text) =>
    [
        text["Mã"], text["Tên"], text["Số đăng ký"], .. PlaceCells.Header.Select(heading => text[heading]), text["Năm"], text["Báo cáo"], text["Ngày gửi"], text["Điểm tự chấm trễ hạn"], text["Số liệu năm"], text["Số liệu năm trễ hạn"], text["Xếp loại"], text["Tổng điểm"],
        .. FigureCells.Header(text),
    ];

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(IEnumerable<ReportLine> lines, IReadOnlyDictionary<Guid, PlaceShown> places, int year, Dictionary<Guid, CooperativeYear> figures, Texts text) => lines.Select(line => (IReadOnlyList<SheetCell>)
    [
        line.Code,
        line.Name,
        line.RegistrationNumber,
        .. PlaceCells.Of(places[line.Id]),
        year,
        text[ReportFlow.Table[line.Standing].PublicName],
        SheetCell.Of(line.SentOn),
        line.LateScore ? text["Có"] : text["Không"],
        line.HasFigures ? text["Có"] : text["Chưa có"],
        line.LateFigures ? text["Có"] : text["Không"],
        line.Class is { } rating ? text[RatingWords.Of(rating)] : null,
        SheetCell.Of(line.Points),
        .. FigureCells.Of(figures.GetValueOrDefault(line.Id)),
    ]);

    private static async Task<IResult> CsvAsync(HttpContext context, ReportDesk desk, ReportBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var (rows, year) = await TakenAsync(context, desk, book, db, notes, cancellationToken);

        return TypedResults.File(CsvExport.File(Header(text), Rows(rows, await book.PlacesAsync(rows, cancellationToken), year, await FigureCells.OfYearAsync(db, year, cancellationToken), text)), CsvExport.ContentType, $"{Name(year)}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, ReportDesk desk, ReportBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var (rows, year) = await TakenAsync(context, desk, book, db, notes, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Báo cáo năm"], Header(text), Rows(rows, await book.PlacesAsync(rows, cancellationToken), year, await FigureCells.OfYearAsync(db, year, cancellationToken), text)), SheetWriter.ContentType, $"{Name(year)}.xlsx");
    }

    private static string Name(int year) => string.Create(CultureInfo.InvariantCulture, $"bao-cao-hop-tac-xa-{year}");

    private static async Task<(IReadOnlyList<ReportLine> Rows, int Year)> TakenAsync(HttpContext context, ReportDesk desk, ReportBook book, AppDbContext db, JournalNotes notes, CancellationToken cancellationToken)
    {
        var filter = ReportFilter.Of(context.Request.Query, desk.Years, desk.YearNow);
        var rows = await book.AllAsync(filter, cancellationToken);
        notes.Add(YearReport.TableName, Guid.Empty, "Danh sách báo cáo năm của hợp tác xã", "Export", changes: JsonSerializer.Serialize(new { rows = rows.Count, year = filter.Year, words = filter.Words is not null }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return (rows, filter.Year);
    }
}
