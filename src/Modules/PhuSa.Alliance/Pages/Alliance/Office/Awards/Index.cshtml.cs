using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Awards;

/// <summary>Nominations that wait for something, or those of one state; and the decisions.</summary>
internal sealed class IndexModel(AllianceDesk desk, NominationList list, IEnumerable<DecisionCase> cases) : PageModel
{
    public NominationStatus? State { get; private set; }

    public IReadOnlyDictionary<NominationStatus, int> Counts { get; private set; } = new Dictionary<NominationStatus, int>();

    public IReadOnlyList<NominationLine> Nominations { get; private set; } = [];

    public IReadOnlyList<CaseLine> Decisions { get; private set; } = [];

    public DecisionCase Case { get; } = cases.First(known => known.Word == "khen-thuong");

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        State = NominationList.StateOf(Request.Query);
        Counts = await list.CountsAsync(cancellationToken);
        Nominations = await list.OfAsync(State, cancellationToken);
        Decisions = await Case.AllAsync(cancellationToken);
    }
}
