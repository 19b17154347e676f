using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Pages.Alliance.Office.Admissions;

/// <summary>Requests that wait for something, or those of one state; and the decisions.</summary>
internal sealed class IndexModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, ClassNames classes) : PageModel
{
    public const string StateKey = "tinh-trang";

    public static IReadOnlyDictionary<string, RequestStatus> States { get; } = new Dictionary<string, RequestStatus>(StringComparer.Ordinal)
    {
        ["cho-tham-dinh"] = RequestStatus.Filed,
        ["da-tham-dinh"] = RequestStatus.Appraised,
        ["da-tra-lai"] = RequestStatus.Returned,
        ["trong-du-thao"] = RequestStatus.Listed,
        ["co-quyet-dinh"] = RequestStatus.Decided,
        ["da-rut"] = RequestStatus.TakenBack,
    };

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
        State = States.TryGetValue(Request.Query[StateKey].ToString(), out var state) ? state : null;
        var requests = desk.Db.Set<MembershipRequest>().AsNoTracking();
        Counts = await requests.GroupBy(r => r.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        Requests = await requests.AsSplitQuery()
            .Where(r => State == null ? RequestFlow.Open.Contains(r.Status) : r.Status == State)
            .OrderByDescending(r => r.ReceivedOn).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        Named = await desk.Organisations.OfAsync(Requests.Select(r => r.OrganisationId), cancellationToken);
        Classes = await classes.AllAsync(cancellationToken);
        Decisions = await Case.AllAsync(cancellationToken);
    }
}
