using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Pages.Alliance.Office.Admissions;

/// <summary>Requests that wait for something, or those of one state; and the decisions.</summary>
internal sealed class IndexModel(AllianceDesk desk, RequestList list, IEnumerable<DecisionCase> cases, ClassNames classes) : PageModel
{
    public RequestStatus? State { get; private set; }

    public IReadOnlyDictionary<RequestStatus, int> Counts { get; private set; } = new Dictionary<RequestStatus, int>();

    public IReadOnlyList<MembershipRequest> Requests { get; private set; } = [];

    public IReadOnlyDictionary<Guid, OrganisationFact> Named { get; private set; } = new Dictionary<Guid, OrganisationFact>();

    public ClassBook Classes { get; private set; } = null!;

    public IReadOnlyList<CaseLine> Decisions { get; private set; } = [];

    public DecisionCase Case { get; } = cases.First(known => known.Word == "ket-nap");

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        State = RequestList.StateOf(Request.Query);
        Counts = await list.CountsAsync(cancellationToken);
        (Requests, Named) = await list.OfAsync(State, cancellationToken);
        Classes = await classes.AllAsync(cancellationToken);
        Decisions = await Case.AllAsync(cancellationToken);
    }
}
