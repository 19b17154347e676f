using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Arrivals;

/// <summary>Writes a paper that came in into the book; it gets its arrival number.</summary>
internal sealed class NewModel(PaperDesk desk, IncomingDesk incoming, Texts text) : PageModel, IIncomingForm
{
    /// <summary>Made with the form, so that a form sent twice makes one entry.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>The clerk has seen that the same paper stands in the book, and means it.</summary>
    [BindProperty]
    public bool Again { get; set; }

    [BindProperty]
    public IncomingInput Input { get; set; } = new();

    public IncomingPaper? Twin { get; private set; }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        Input.ArrivedOn = desk.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var sheet = Input.Sheet();
        if (!Again && await incoming.TwinAsync(desk.Reach.Own, NewId, sheet, cancellationToken) is { } twin)
        {
            Twin = twin;
            ModelState.AddModelError("Input.Number", text["Văn bản này đã vào sổ với số đến {0}/{1}.", twin.Arrival, twin.Year]);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var paper = await incoming.TakeInAsync(NewId, desk.Reach.Own, sheet, desk.By, cancellationToken);
        return Redirect(PapersRights.OfIncoming(paper.Id));
    }
}
