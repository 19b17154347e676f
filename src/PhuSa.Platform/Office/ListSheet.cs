using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Platform.Office;

/// <summary>A list of the office as a table to take away, with the filters of its address. Who took it is in the journal.</summary>
public abstract class ListSheet
{
    /// <summary>The file's name, without its ending.</summary>
    public abstract string FileName { get; }

    /// <summary>What the sheet is called; Vietnamese, a key of the module's English table.</summary>
    public abstract string Title { get; }

    /// <summary>The table whose records the list shows: what the journal calls them.</summary>
    public abstract string Table { get; }

    /// <summary>The headings; Vietnamese, keys of the module's English table.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>All lines that the list shows, on all of its pages, in its order.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken);
}

/// <summary>The list that belongs to one record, whose id is in the address.</summary>
public abstract class RecordSheet : ListSheet
{
    /// <returns>False where there is no such record.</returns>
    public abstract Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Where lists are taken away: the list's address with <c>.csv</c> or <c>.xlsx</c> behind it.</summary>
public static class ListSheets
{
    public static void MapListSheet<TSheet>(this IEndpointRouteBuilder endpoints, string address, Right right)
        where TSheet : ListSheet
    {
        ArgumentNullException.ThrowIfNull(right);
        endpoints.MapGet($"{address}.csv", (HttpContext context, CancellationToken cancellationToken) => FileAsync<TSheet>(context, asExcel: false, cancellationToken))
            .RequireAuthorization(right.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{address}.xlsx", (HttpContext context, CancellationToken cancellationToken) => FileAsync<TSheet>(context, asExcel: true, cancellationToken))
            .RequireAuthorization(right.Policy).ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync<TSheet>(HttpContext context, bool asExcel, CancellationToken cancellationToken)
        where TSheet : ListSheet
    {
        var services = context.RequestServices;
        var (sheet, text, db) = (ActivatorUtilities.CreateInstance<TSheet>(services), services.GetRequiredService<TextsIn<TSheet>>(), services.GetRequiredService<AppDbContext>());
        if (sheet is RecordSheet ofRecord && !(Guid.TryParse(context.Request.RouteValues["id"] as string, out var id) && await ofRecord.IsFoundAsync(id, cancellationToken)))
        {
            return TypedResults.NotFound();
        }

        var rows = await sheet.RowsAsync(context.Request.Query, cancellationToken);
        services.GetRequiredService<JournalNotes>().Add(sheet.Table, Guid.Empty, sheet.Title, "Export", changes: JsonSerializer.Serialize(new { rows = rows.Count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        IReadOnlyList<string> header = [.. sheet.Columns.Select(column => text[column])];
        return asExcel
            ? TypedResults.File(SheetWriter.File(text[sheet.Title], header, rows), SheetWriter.ContentType, $"{sheet.FileName}.xlsx")
            : TypedResults.File(CsvExport.File(header, rows), CsvExport.ContentType, $"{sheet.FileName}.csv");
    }
}
