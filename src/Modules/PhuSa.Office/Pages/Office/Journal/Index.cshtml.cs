using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Office.Journal;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Pages.Office.Journal;

/// <summary>The journal, newest first, by what the address asks for.</summary>
internal sealed class IndexModel(JournalBook book) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public JournalFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public string? Older { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? Newer { get; set; }

    public JournalSheet Sheet { get; private set; } = new([], Newer: null, Older: null);

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<PersonContact> People { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Organisations { get; private set; } = [];

    /// <summary>Null where the chain was never checked.</summary>
    public JournalCheck? LastCheck { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Kinds = book.Kinds();
        People = await book.PeopleAsync(cancellationToken);
        Organisations = await book.OrganisationsAsync(cancellationToken);
        LastCheck = await book.LastCheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Sheet = await book.SheetAsync(Filter, Older, Newer, cancellationToken);
        return Page();
    }
}
