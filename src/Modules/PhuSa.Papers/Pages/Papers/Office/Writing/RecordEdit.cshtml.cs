using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Books;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>Completes what is known of a paper that was not numbered here.</summary>
internal sealed class RecordEditModel(PaperDesk desk, OutgoingDesk outgoing) : PaperOfficePage(desk), IRecordForm
{
    [BindProperty]
    public RecordInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Paper is not { BookId: null, Status: PaperStatus.Recorded })
        {
            return NotFound();
        }

        Version = Paper.Version;
        Input = RecordInput.Of(Paper);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Paper.BookId is not null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Paper).Property(p => p.Version).OriginalValue = Version;
        Paper.Describe(Input.Content(Desk.Reach.Own, Paper));
        await outgoing.RecordAsync(Paper, cancellationToken);
        return Redirect(Address);
    }
}
