using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>The first save of a paper that the house writes.</summary>
internal sealed class NewModel(PaperDesk desk, IEnumerable<IPaperTemplate> templates, Texts text) : PageModel, IPaperForm
{
    /// <summary>Made with the form, so that a form sent twice makes one draft.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<PaperBook> Books { get; private set; } = [];

    /// <summary>The text comes from a record of another module.</summary>
    [FromQuery(Name = "mau")]
    public string? Template { get; set; }

    [FromQuery(Name = "ho-so")]
    public Guid? Record { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        await PrepareAsync(cancellationToken);
        Input.Filing = "VT";
        if (Template is not null && !await FillAsync(cancellationToken))
        {
            return NotFound();
        }

        var fitting = Books.Where(book => Input.Kind is not { } kind || book.Numbers(kind)).ToList();
        Input.BookId = fitting is [var only] ? only.Id : null;
        return Page();
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

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (Record is not { } record || templates.FirstOrDefault(t => t.Code == Template) is not { } template || await template.OfAsync(record, cancellationToken) is not { } made)
        {
            return false;
        }

        (Input.Kind, Input.Title, Input.Body, Input.Recipients, Input.Amount) = (template.Kind, made.Title, made.Body, made.Recipients, made.Amount);
        return true;
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        Books = await desk.Reach.OwnBooks().Where(b => !b.IsClosed).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);
}
