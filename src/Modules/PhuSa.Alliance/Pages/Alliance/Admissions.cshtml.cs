using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Register;

namespace PhuSa.Alliance.Pages.Alliance;

internal sealed class AdmissionsModel(DecisionRegister register) : PageModel
{
    public IReadOnlyList<DecisionLine<AdmissionLine>> Decisions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Decisions = await register.AdmissionsAsync(cancellationToken);
}
