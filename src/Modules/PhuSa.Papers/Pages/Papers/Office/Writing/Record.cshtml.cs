using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>Records a paper of an earlier year or of another body, also where its number is not known.</summary>
internal sealed class RecordModel(PaperDesk desk, OutgoingDesk outgoing) : PageModel, IRecordForm
{
    /// <summary>Made with the form, so that a form sent twice makes one record.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public RecordInput Input { get; set; } = new();

    public void OnGet() => NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));

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

        if (!await desk.Db.Set<Paper>().AnyAsync(p => p.Id == NewId, cancellationToken))
        {
            var paper = new Paper(NewId, NewId.ToString("N"), Input.Content(desk.Reach.Own), desk.By, desk.Now);
            desk.Db.Add(paper);
            await outgoing.RecordAsync(paper, cancellationToken);
        }

        return Redirect(PapersRights.Of(NewId));
    }
}
