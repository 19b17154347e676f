using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Pages.Alliance.Office.Members;

/// <summary>What is said of one step: its word, its step, and the day and paper of the act.</summary>
internal sealed record MemberStep(string Word, Step Step, MembershipAct? Act);

/// <summary>One organisation as the Alliance knows it: its terms, what happened, what it asked for, and its awards.</summary>
internal sealed class ShowModel(AllianceDesk desk, MemberBook book, FeeBook fees, ClassNames classes) : PageModel
{
    public OrganisationRow Organisation { get; private set; } = null!;

    public MembershipHistory History { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public string StateWord { get; private set; } = "";

    public ClassBook Classes { get; private set; } = null!;

    public IReadOnlyList<MemberStep> Steps { get; private set; } = [];

    public IReadOnlyList<MembershipRequest> Requests { get; private set; } = [];

    public IReadOnlyList<(Award Award, AwardDecision Decision)> Awards { get; private set; } = [];

    /// <summary>Which decision each term comes of, as the office calls it.</summary>
    public IReadOnlyDictionary<Guid, string> Decisions { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<FeeLineOfYear> Fees { get; private set; } = [];

    public bool MayDecide => desk.MayDecide;

    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.Organisations.Rows.SingleOrDefaultAsync(o => o.Code == code, cancellationToken) is not { } organisation)
        {
            return await desk.Organisations.KeptAsync(code, cancellationToken) is { } kept ? RedirectPermanent(AllianceRights.OfMember(kept.Code)) : NotFound();
        }

        Organisation = organisation;
        var file = await book.OfAsync(organisation.Id, cancellationToken);
        Requests = await desk.Db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery().Where(r => r.OrganisationId == organisation.Id).OrderByDescending(r => r.Id).ToListAsync(cancellationToken);
        Fees = await fees.OfAsync(file ?? new MemberFile(organisation, MembershipHistory.Of([], []), null), cancellationToken);
        if (file is null && Requests.Count == 0 && Fees.Count == 0)
        {
            return NotFound();
        }

        History = file?.History ?? MembershipHistory.Of([], []);
        Standing = History.On(desk.Today);
        StateWord = MemberFilter.LineOf(new MemberFile(organisation, History, null), desk.Today).StateWord;
        Classes = await classes.AllAsync(cancellationToken);
        Steps = StepsOf(await desk.Db.Set<Membership>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == organisation.Id, cancellationToken));
        await ReadDecisionsAsync(cancellationToken);
        await ReadAwardsAsync(cancellationToken);
        return Page();
    }

    public static string TermEnd(Term term) => term switch
    {
        { To: null } => "đang là thành viên",
        { EndedBy: MembershipAction.Withdraw } => "ra khỏi Liên minh theo đơn",
        { EndedBy: MembershipAction.Exclude } => "vì bị khai trừ",
        _ => "chuyển sang loại khác",
    };

    private static IReadOnlyList<MemberStep> StepsOf(Membership? membership) =>
    [
        .. (membership?.Steps ?? []).OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
            .Select(s => new MemberStep(WordOf(s), s, membership!.Acts.FirstOrDefault(act => act.Id == s.Id))),
    ];

    private static string WordOf(Step step) => Enum.TryParse<MembershipAction>(step.Action, out var action) ? MembershipFlow.Of(action)
        : step.Action == nameof(DecisionAction.Void) ? "Quyết định kết nạp bị huỷ số"
        : step.Action == Membership.TakenOff ? "Được đưa ra khỏi danh sách kết nạp"
        : step.Action == Membership.PutBack ? "Được đưa trở lại danh sách kết nạp"
        : step.Action == Membership.Revoked ? "Huỷ việc ghi nhầm"
        : "Kết nạp";

    private async Task ReadDecisionsAsync(CancellationToken cancellationToken)
    {
        var ids = History.Terms.Select(term => term.DecisionId).ToArray();
        var decisions = await desk.Db.Set<AdmissionDecision>().AsNoTracking().AsSplitQuery().Where(d => EF.Parameter(ids).Contains(d.Id)).ToListAsync(cancellationToken);
        var papers = await desk.Papers.OfAsync(decisions.Select(d => d.PaperId).OfType<Guid>(), cancellationToken);
        Decisions = decisions.ToDictionary(d => d.Id, d => (d.PaperId is { } paper ? papers.GetValueOrDefault(paper)?.Citation : null) ?? d.Title ?? d.Code);
    }

    private async Task ReadAwardsAsync(CancellationToken cancellationToken)
    {
        var id = Organisation.Id;
        var counting = DecisionFlow.Table.Counting.ToList();
        var awards = await desk.Db.Set<Award>().AsNoTracking().Where(a => a.OffAt == null && a.OrganisationId == id).ToListAsync(cancellationToken);
        var ids = awards.Select(a => a.DecisionId).Distinct().ToArray();
        var decisions = await desk.Db.Set<AwardDecision>().AsNoTracking().AsSplitQuery().Where(d => EF.Parameter(ids).Contains(d.Id) && counting.Contains(d.Status)).ToDictionaryAsync(d => d.Id, cancellationToken);
        Awards = [.. awards.Where(a => decisions.ContainsKey(a.DecisionId)).Select(a => (a, decisions[a.DecisionId])).OrderByDescending(row => row.Item2.SignedOn.From).ThenBy(row => row.a.Code, StringComparer.Ordinal)];
    }
}
