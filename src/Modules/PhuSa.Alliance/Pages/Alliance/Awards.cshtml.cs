using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Register;

namespace PhuSa.Alliance.Pages.Alliance;

internal sealed class AwardsModel(DecisionRegister register) : PageModel
{
    public IReadOnlyList<DecisionLine<AwardLine>> Decisions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Decisions = await register.AwardsAsync(cancellationToken);
}
