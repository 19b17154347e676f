using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Office;
using PhuSa.Papers.Templates;
using PhuSa.Platform.Files;

namespace PhuSa.Papers.Pages.Papers.Office.Templates;

/// <summary>The agency's own Word templates and the places that they may hold.</summary>
internal sealed class IndexModel(PaperDesk desk, IFiles files) : PageModel
{
    public IReadOnlyList<(PaperTemplate Template, StoredFile? File)> Templates { get; private set; } = [];

    public bool MayNumber => desk.Person.May(PapersRights.Number);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = desk.Reach.Own;
        var lines = new List<(PaperTemplate, StoredFile?)>();
        foreach (var template in await desk.Db.Set<PaperTemplate>().AsNoTracking().Where(t => t.OrganisationId == own && !t.IsRetired).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellationToken))
        {
            lines.Add((template, await files.OfAsync(TemplateFiles.Of(template.Id), cancellationToken) is [.., var file] ? file : null));
        }

        Templates = lines;
    }
}
