using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Sheets;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Ceremonies;

/// <summary>What the list of ceremonies shows: all of it stands in the address.</summary>
internal sealed record CeremonyFilter(string? Words, int? Year)
{
    public const string WordsKey = "q";
    public const string YearKey = "nam";
    public const int LongestWords = 100;

    public bool IsAny => Words is not null || Year is not null;

    public string Query
    {
        get
        {
            var parts = new[] { (Key: WordsKey, Value: Words), (Key: YearKey, Value: Year?.ToString(CultureInfo.InvariantCulture)) }.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static CeremonyFilter Of(IQueryCollection query)
    {
        var typed = string.Concat(query[WordsKey].ToString().Where(character => !char.IsControl(character))).Trim();
        return new CeremonyFilter(
            typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords),
            int.TryParse(query[YearKey], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);
    }

    public IReadOnlyList<HandoverCeremony> Among(IEnumerable<HandoverCeremony> all)
    {
        var folded = Words is null ? null : SearchText.Fold(Words);
        return
        [
            .. all.Where(c => Words is null || (folded is { Length: > 0 } && $" {SearchText.Fold($"{c.Name} {c.Venue} {c.Organiser}")}".Contains($" {folded}", StringComparison.Ordinal)))
                .Where(c => Year is null || c.HeldOn.Year == Year),
        ];
    }

    /// <returns>The years with how many ceremonies each shows beside the words, the latest first.</returns>
    public IReadOnlyList<(int Year, int Count, string Query)> Years(IEnumerable<HandoverCeremony> all) =>
        [.. (this with { Year = null }).Among(all).CountBy(c => c.HeldOn.Year).OrderByDescending(year => year.Key).Select(year => (year.Key, year.Value, (this with { Year = year.Key }).Query))];
}

/// <summary>The ceremonies, the latest first.</summary>
internal sealed class CeremonyList(AppDbContext db)
{
    public async Task<IReadOnlyList<HandoverCeremony>> AllAsync(CancellationToken cancellationToken) =>
        await db.Set<HandoverCeremony>().AsNoTracking().AsSplitQuery().OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).ToListAsync(cancellationToken);
}

/// <summary>The ceremonies as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class CeremonySheet
{
    private const string Name = "le-trao-giay-chung-nhan";

    public static void MapCeremonySheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{CeremonyDesk.Address}.csv", CsvAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{CeremonyDesk.Address}.xlsx", ExcelAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) => [text["Tên buổi lễ"], text["Ngày"], text["Nơi tổ chức"], text["Đơn vị tổ chức"], text["Số quyền được trao"], text["Địa chỉ bài viết"], text["Ghi chú"]];

    private static async Task<IResult> CsvAsync(HttpContext context, CeremonyList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(CsvExport.File(Header(text), await RowsAsync(context, list, db, notes, cancellationToken)), CsvExport.ContentType, $"{Name}.csv");

    private static async Task<IResult> ExcelAsync(HttpContext context, CeremonyList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken) =>
        TypedResults.File(SheetWriter.File(text["Lễ trao giấy chứng nhận"], Header(text), await RowsAsync(context, list, db, notes, cancellationToken)), SheetWriter.ContentType, $"{Name}.xlsx");

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, CeremonyList list, AppDbContext db, JournalNotes notes, CancellationToken cancellationToken)
    {
        var lines = CeremonyFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken));
        notes.Add(HandoverCeremonyConfiguration.Table, Guid.Empty, "Danh sách lễ trao giấy chứng nhận", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return [.. lines.Select(c => (IReadOnlyList<SheetCell>)[c.Name, c.HeldOn, c.Venue, c.Organiser, c.Handed.Count(), c.ArticleUrl, c.Note])];
    }
}
