using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>The first save of a paper that the house writes.</summary>
internal sealed class NewModel(PaperDesk desk, Texts text) : PageModel, IPaperForm
{
    /// <summary>Made with the form, so that a form sent twice makes one draft.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<PaperBook> Books { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        await PrepareAsync(cancellationToken);
        Input.BookId = Books is [var only] ? only.Id : null;
        Input.Filing = "VT";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (Input.Read(Books, ModelState, text) is not { } read)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (!await desk.Db.Set<Paper>().AnyAsync(p => p.Id == NewId, cancellationToken))
        {
            desk.Db.Add(new Paper(NewId, read.Book, read.Draft, desk.By, desk.Now));
            await desk.Db.SaveChangesAsync(cancellationToken);
        }

        return Redirect(PapersRights.Of(NewId));
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        Books = await desk.Reach.OwnBooks().Where(b => !b.IsClosed).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);
}
