using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Visits;

/// <summary>The public numbers as tables to take away: whole days only, so that the same file is the same tomorrow.</summary>
internal static class VisitSheets
{
    public const string Days = "/thong-ke-truy-cap/ngay.csv";
    public const string Months = "/thong-ke-truy-cap/thang.csv";

    public static void MapVisitSheets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Days, DaysAsync).ExcludeFromDescription();
        endpoints.MapGet(Months, MonthsAsync).ExcludeFromDescription();
    }

    /// <summary>Excel takes UTF-8 for what it is only with the mark at the beginning.</summary>
    public static FileContentHttpResult Csv(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        return TypedResults.File(CsvExport.File(header, rows), CsvExport.ContentType, name);
    }

    private static async Task<FileContentHttpResult> DaysAsync(HttpContext context, ISites sites, AppDbContext db, TimeProvider clock, Texts text)
    {
        var history = await HistoryAsync(context, sites, db, clock);
        return Csv("truy-cap-theo-ngay.csv", [text["Ngày"], text["Lượt truy cập"], text["Lượt xem trang"]], history.Days.Select(day => (IReadOnlyList<SheetCell>)[day.Day, day.Visits, day.Views]));
    }

    private static async Task<FileContentHttpResult> MonthsAsync(HttpContext context, ISites sites, AppDbContext db, TimeProvider clock, Texts text)
    {
        var history = await HistoryAsync(context, sites, db, clock);
        return Csv(
            "truy-cap-theo-thang.csv",
            [text["Tháng"], text["Lượt truy cập"], text["Lượt xem trang"], text["Trọn tháng"]],
            history.Months.Select(month => (IReadOnlyList<SheetCell>)[month.Written, month.Visits, month.Views, month.IsWhole ? text["Có"] : text["Không"]]));
    }

    private static async Task<VisitHistory> HistoryAsync(HttpContext context, ISites sites, AppDbContext db, TimeProvider clock) =>
        await VisitHistory.OfAsync(db, (await sites.OfAsync(context, context.RequestAborted)).Code, clock, context.RequestAborted);
}
