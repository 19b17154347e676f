using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Office.Journal;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Office.Pages.Office.Journal;

/// <summary>The filtered journal as a file. That it was handed out is itself noted.</summary>
internal sealed class ExportModel(AppDbContext db, JournalExport export, JournalNotes notes, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public JournalFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        notes.Add("journal_days", Guid.Empty, "Nhật ký", "Export", changes: Filter.Told(format));
        await db.SaveChangesAsync(cancellationToken);
        var file = await export.WriteAsync(Filter, format, cancellationToken);
        var type = format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return File(file, type, FormattableString.Invariant($"nhat-ky-{VietnamTime.Today(clock):yyyy-MM-dd}.{format}"));
    }
}
