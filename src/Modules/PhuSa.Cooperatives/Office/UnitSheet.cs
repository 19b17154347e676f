using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Office;

/// <summary>The counts by administrative unit to take away, by the borders that the page shows.</summary>
internal static class UnitSheet
{
    private const string Name = "hop-tac-xa-theo-dia-ban";

    public static void MapUnitSheet(this IEndpointRouteBuilder endpoints)
    {
        var address = $"{RegistryRights.Address}/{RegistryDesk.ByPlace}";
        endpoints.MapGet($"{address}.csv", async (HttpContext context, RegistryBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
            await RegistrySheet.CsvFileAsync(Name, Header(text), Rows(await TakenAsync(context, book, db, notes, cancellationToken), text)))
            .RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{address}.xlsx", async (HttpContext context, RegistryBook book, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
            RegistrySheet.ExcelFile(Name, text["Hợp tác xã theo địa bàn"], Header(text), Rows(await TakenAsync(context, book, db, notes, cancellationToken), text)))
            .RequireAuthorization(RegistryRights.Read.Policy).ExcludeFromDescription();
    }

    private static IReadOnlyList<string> Header(Texts text) => [text["Đơn vị hành chính"], text["Mã đơn vị"], text["Số hồ sơ"], text["Nay có thể thuộc, chờ chọn"]];

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(IEnumerable<UnitCount> counts, Texts text) => counts.Select(count => (IReadOnlyList<SheetCell>)
    [
        count.Word is { } word ? text[word] : count.Name,
        count.Word is null ? count.Key : null,
        count.Count,
        count.MayBe.Count == 0 ? null : string.Join("; ", count.MayBe.Select(unit => unit.Name)),
    ]);

    private static async Task<IReadOnlyList<UnitCount>> TakenAsync(HttpContext context, RegistryBook book, AppDbContext db, JournalNotes notes, CancellationToken cancellationToken)
    {
        var filter = RegistryFilter.Of(context.Request.Query).InAllUnits();
        var counts = await book.UnitsAsync(filter, cancellationToken);
        notes.Add("cooperatives", Guid.Empty, "Danh sách hợp tác xã", "Export", changes: JsonSerializer.Serialize(new { rows = counts.Count, words = filter.Words is not null }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return counts;
    }
}
