using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Alliance.Memberships;
using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>The list of members as a table to take away, with the list's filters. Who took it is in the journal.</summary>
internal static class MemberSheet
{
    private const string Name = "thanh-vien-lien-minh";

    public static void MapMemberSheet(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{AllianceRights.Members}.csv", CsvAsync).RequireAuthorization(AllianceRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{AllianceRights.Members}.xlsx", ExcelAsync).RequireAuthorization(AllianceRights.Read.Policy).ExcludeFromDescription();
    }

    private static string[] Header(Texts text) =>
        [text["Mã"], text["Tên"], text["Loại hình"], text["Loại thành viên"], text["Tình trạng"], text["Thành viên từ"], text["Ngày xét"]];

    private static async Task<IResult> CsvAsync(HttpContext context, AllianceDesk desk, MemberList list, ClassNames classes, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, desk, list, classes, notes, text, cancellationToken);

        return TypedResults.File(CsvExport.File(Header(text), rows), CsvExport.ContentType, $"{Name}.csv");
    }

    private static async Task<IResult> ExcelAsync(HttpContext context, AllianceDesk desk, MemberList list, ClassNames classes, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(context, desk, list, classes, notes, text, cancellationToken);
        return TypedResults.File(SheetWriter.File(text["Thành viên Liên minh"], Header(text), rows), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(HttpContext context, AllianceDesk desk, MemberList list, ClassNames classes, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var filter = MemberFilter.Of(context.Request.Query);
        var day = filter.AsOf ?? desk.Today;
        var words = await classes.AllAsync(cancellationToken);
        var lines = filter.Among(await list.OfAsync(filter, day, cancellationToken)).ToList();
        notes.Add(MembershipConfiguration.Table, Guid.Empty, "Danh sách thành viên Liên minh", "Export", changes: JsonSerializer.Serialize(new { rows = lines.Count }));
        await desk.SaveAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return lines.ConvertAll(line => (IReadOnlyList<SheetCell>)
        [
            line.Organisation.Code,
            line.Organisation.Name,
            text[AllianceWords.Of(line.Organisation.Kind)],
            line.ClassCode is { } code ? text[words.Of(code)] : null,
            text[MemberFilter.WordOf(line.StateWord)],
            line.Since,
            VietnamTime.Written(day),
        ]);
    }
}
