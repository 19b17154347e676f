using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Papers.Contracts;

namespace PhuSa.Marks.Pages.Marks.Office.CertificationMarks;

/// <summary>One certification mark with every version of the regulation on its use.</summary>
internal sealed class ShowModel(MarkDesk marks, RegulationBook regulations) : PageModel
{
    private IReadOnlyDictionary<Guid, PaperFact> _papers = new Dictionary<Guid, PaperFact>();

    public CertificationMark Mark { get; private set; } = null!;

    public string? Owner { get; private set; }

    public IReadOnlyList<MarkRegulation> Versions { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public PaperFact? PaperOf(Guid? id) => id is { } paper ? _papers.GetValueOrDefault(paper) : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await marks.FindAsync(slug, cancellationToken) is not { } mark)
        {
            return NotFound();
        }

        Mark = mark;
        MayKeep = marks.Grants.Person.MayKeep(mark.OwnerId);
        Owner = mark.OwnerId is { } owner ? (await marks.Grants.Organisations.OfAsync([owner], cancellationToken)).GetValueOrDefault(owner)?.Name : null;
        Versions = await regulations.OfAsync(mark.Id, cancellationToken);
        _papers = await marks.Grants.Papers.OfAsync(Versions.Select(version => version.PaperId).OfType<Guid>(), cancellationToken);
        return Page();
    }
}
