using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Register;

namespace PhuSa.Marks.Pages.Marks;

/// <summary>One mark of either kind: both live under one address.</summary>
internal sealed class MarkModel(MarkRegister register) : PageModel
{
    public CertificationMarkPage? Certification { get; private set; }

    public CollectiveMarkPage? Collective { get; private set; }

    public string Name => Certification?.Mark.Name ?? Collective!.Mark.Name;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Certification = await register.CertificationMarkAsync(slug, cancellationToken);
        Collective = Certification is null ? await register.CollectiveMarkAsync(slug, cancellationToken) : null;
        return Certification is null && Collective is null ? NotFound() : Page();
    }
}
