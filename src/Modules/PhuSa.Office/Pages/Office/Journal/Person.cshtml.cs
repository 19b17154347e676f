using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Office.Journal;

namespace PhuSa.Office.Pages.Office.Journal;

/// <summary>What one person did.</summary>
internal sealed class PersonModel(JournalBook book) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public string? Older { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? Newer { get; set; }

    public JournalSheet Sheet { get; private set; } = null!;

    public string Name => Sheet.Lines[0].Read.By;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Sheet = await book.SheetAsync(new JournalFilter { Person = id }, Older, Newer, cancellationToken);
        return Sheet.Lines.Count == 0 ? NotFound() : Page();
    }
}
