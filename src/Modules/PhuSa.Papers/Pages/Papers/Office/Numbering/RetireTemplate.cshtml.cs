using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Office;
using PhuSa.Papers.Templates;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Offers a template no longer. Its file stays, since papers were made with it.</summary>
internal sealed class RetireTemplateModel(PaperDesk desk) : PageModel, IMovePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public PaperTemplate Template { get; private set; } = null!;

    public int Version => 0;

    public string Address => PapersRights.Templates;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Template.Retire();
        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var own = desk.Reach.Own;
        Template = (await desk.Db.Set<PaperTemplate>().SingleOrDefaultAsync(t => t.Id == Id && t.OrganisationId == own && !t.IsRetired, cancellationToken))!;
        return Template is not null;
    }
}
