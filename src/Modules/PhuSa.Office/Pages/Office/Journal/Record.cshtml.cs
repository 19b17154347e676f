using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Office.Journal;

namespace PhuSa.Office.Pages.Office.Journal;

/// <summary>What was done to one record.</summary>
internal sealed class RecordModel(JournalBook book) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public string? Older { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? Newer { get; set; }

    public JournalSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        Sheet = await book.SheetAsync(new JournalFilter { Kind = kind, Record = id }, Older, Newer, cancellationToken);
        return Sheet.Lines.Count == 0 ? NotFound() : Page();
    }
}
