using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Register;

namespace PhuSa.Marks.Pages.Marks;

internal sealed class IndexModel(MarkRegister register) : PageModel
{
    public IReadOnlyList<CertificationMarkLine> CertificationMarks { get; private set; } = [];

    public IReadOnlyList<CollectiveMarkLine> CollectiveMarks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        CertificationMarks = await register.CertificationMarksAsync(cancellationToken);
        CollectiveMarks = await register.CollectiveMarksAsync(cancellationToken);
    }
}
