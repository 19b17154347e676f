using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.People;

/// <summary>The list of people as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class PeopleSheet
{
    private const string Name = "nguoi-dung";

    public static IReadOnlyList<string> Header(Texts text) =>
    [
        text["Họ và tên"], text["Thư điện tử"], text["Điện thoại"], text["Tổ chức và vai trò"], text["Tình trạng"], text["Đăng nhập lần cuối"], text["Rà soát lần cuối"],
    ];

    public static IEnumerable<IReadOnlyList<SheetCell>> Rows(IEnumerable<PersonRow> people, Texts text) => people.Select(person => (IReadOnlyList<SheetCell>)
    [
        person.Name,
        person.Email,
        person.Phone is { } phone ? PhoneNumber.Written(phone) : null,
        string.Join("; ", person.ActsFor.Select(a => $"{a.Organisation ?? text["Hệ thống"]}: {string.Join(", ", a.Roles.Select(role => text[RoleWords.Of(role)]))}")),
        text[PersonFlow.Table[person.Status].PublicName],
        SheetCell.Of(Day(person.LastSignInAt)),
        SheetCell.Of(Day(person.ReviewedAt)),
    ]);

    public static void MapPeopleSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/quan-tri/nguoi-dung.csv", CsvAsync).RequireAuthorization(IdentityRights.ManagePeople.Policy).ExcludeFromDescription();
        endpoints.MapGet("/quan-tri/nguoi-dung.xlsx", ExcelAsync).RequireAuthorization(IdentityRights.ManagePeople.Policy).ExcludeFromDescription();
    }

    private static async Task<IResult> CsvAsync(HttpContext context, PeopleList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await TakenAsync(context, list, db, notes, cancellationToken);
        return TypedResults.File(CsvExport.File(Header(text), Rows(rows, text)), CsvExport.ContentType, $"{Name}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, PeopleList list, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await TakenAsync(context, list, db, notes, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Người dùng"], Header(text), Rows(rows, text)), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<IReadOnlyList<PersonRow>> TakenAsync(HttpContext context, PeopleList list, AppDbContext db, JournalNotes notes, CancellationToken cancellationToken)
    {
        var filter = PeopleFilter.Of(context.Request.Query);
        var rows = await list.RowsAsync(PeopleList.InOrder(await list.OfAsync(filter, cancellationToken)), cancellationToken);

        // Words may be somebody's name, so the journal tells only that there were some.
        var taken = JsonSerializer.Serialize(new { rows = rows.Count, words = filter.Words is not null, role = filter.Role?.ToString(), state = filter.State?.ToString(), unreviewed = filter.Unreviewed });
        notes.Add("identity_people", Guid.Empty, "Danh sách người dùng", "Export", changes: taken);
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return rows;
    }

    private static DateOnly? Day(DateTime? at) => at is { } utc ? DateOnly.FromDateTime(VietnamTime.Local(utc)) : null;
}
