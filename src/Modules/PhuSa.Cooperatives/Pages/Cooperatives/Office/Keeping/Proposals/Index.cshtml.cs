using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Proposals;

/// <summary>What cooperatives propose and nobody has answered, the longest waiting first.</summary>
internal sealed class IndexModel(ProposalDesk desk, IOrganisations organisations) : PageModel
{
    public IReadOnlyList<FileProposal> Open { get; private set; } = [];

    public IReadOnlyDictionary<Guid, OrganisationFact> Names { get; private set; } = new Dictionary<Guid, OrganisationFact>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await desk.OpenOnesAsync(cancellationToken);
        Names = await organisations.OfAsync(Open.Select(proposal => proposal.CooperativeId), cancellationToken);
    }
}
