using PhuSa.Marks.Moves;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Inspections;

/// <summary>
/// Somebody goes to a holder of a certification mark and looks at the use of its rights. What a visit proposes (a suspension, a revocation) is decided on the
/// right itself; the visit changes no right.
/// </summary>
internal sealed class InspectionVisit : Aggregate<InspectionVisitStatus, VisitAction>, IJournaled
{
    public const int CodeMaxLength = 20;
    public const int TeamMaxLength = 500;
    public const int TextMaxLength = 2000;
    public const int MostRights = 50;

    private readonly List<VisitRight> _rights = [];
    private readonly List<VisitAct> _acts = [];

    private InspectionVisit()
    {
    }

    /// <param name="grantIds">The holder's rights to the mark that are to be looked at.</param>
    /// <exception cref="RefusedException">No right is named, or no reason.</exception>
    public InspectionVisit(Guid id, string code, Guid markId, Guid holderId, IReadOnlyList<Guid> grantIds, VisitCause cause, VisitPlan plan, Actor by, DateTime now)
    {
        if (grantIds.Count is 0 or > MostRights)
        {
            throw new RefusedException("Chọn từ một đến {0} quyền cần kiểm tra.", MostRights);
        }

        (Id, Code, MarkId, HolderId) = (id, code, markId, holderId);
        (PlanId, ReportId, ScanId, Source) = (cause.PlanId, cause.ReportId, cause.ScanId, cause.Source);
        CreatedAt = now;
        _rights.AddRange(grantIds.Distinct().Select(grant => new VisitRight(Guid.CreateVersion7(new DateTimeOffset(now)), grant)));
        Write(plan);
        Begin(InspectionVisitStatus.Planned, by, now, plan.Why);
    }

    /// <summary><c>KT-2026-004</c></summary>
    public string Code { get; private init; } = "";

    public Guid MarkId { get; private init; }

    public Guid HolderId { get; private init; }

    public VisitSource Source { get; private init; }

    public Guid? PlanId { get; private init; }

    public Guid? ReportId { get; private init; }

    public Guid? ScanId { get; private init; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>The day, or the last day, on which it is to be.</summary>
    public DateOnly PlannedFor { get; private set; }

    /// <summary>The holder is not told before; its own people see nothing of it until it is carried out.</summary>
    public bool Unannounced { get; private set; }

    /// <summary>What leads to it, in the office's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What the holder has to keep ready.</summary>
    public string? Prepare { get; private set; }

    public DateOnly? CarriedOutOn { get; private set; }

    public string? Team { get; private set; }

    public string? LookedAt { get; private set; }

    /// <summary>The gravest of what was found; null until somebody was there.</summary>
    public VisitResult? Result { get; private set; }

    /// <summary>The last day to put things right; null where nothing is to be.</summary>
    public DateOnly? RemedyBy { get; private set; }

    public IReadOnlyList<VisitRight> Rights => _rights;

    public IReadOnlyList<VisitAct> Acts => _acts;

    public string JournalTitle => Code;

    /// <summary>The holder's own people see it: an announced one once they were told, every one once somebody was there.</summary>
    public bool IsTold => _acts.Exists(act => act.Action is VisitAction.GiveNotice or VisitAction.CarryOut);

    /// <summary>Something is still to be put right.</summary>
    public bool AwaitsRemedy => Status is InspectionVisitStatus.CarriedOut or InspectionVisitStatus.NotRemedied && RemedyBy is not null;

    /// <summary>The next day of which somebody has to take care; null where nothing waits for a day.</summary>
    public DateOnly? Due => InspectionVisitFlow.Ahead.Contains(Status) ? PlannedFor : AwaitsRemedy && Status == InspectionVisitStatus.CarriedOut ? RemedyBy : null;

    protected override Flow<InspectionVisitStatus, VisitAction> Table => InspectionVisitFlow.Table;

    public bool IsLate(DateOnly today) => Due < today;

    /// <summary>Whether this step may be taken now: what the flow allows, less what the kind of the visit and its result forbid.</summary>
    public bool May(VisitAction action) => InspectionVisitFlow.Table.Next(Status, action) is not null && Hindrance(action) is null;

    /// <exception cref="RefusedException">Somebody was there already or it was called off, or no reason is given.</exception>
    public void Write(VisitPlan plan)
    {
        if (string.IsNullOrWhiteSpace(plan.Why))
        {
            throw new RefusedException("Ghi lý do kiểm tra.");
        }

        if (Steps.Count > 0 && Status != InspectionVisitStatus.Planned)
        {
            throw new RefusedException("Chỉ sửa được lượt kiểm tra chưa báo cho đơn vị và chưa thực hiện.");
        }

        (PlannedFor, Unannounced, Reason, Prepare) = (plan.PlannedFor, plan.Unannounced, plan.Why.Trim(), plan.Prepare);
    }

    /// <param name="visitOn">The day that the holder is told.</param>
    /// <exception cref="RefusedException">It is an unannounced one, or a day cannot be.</exception>
    public void GiveNotice(MoveNews news, DateOnly visitOn, string? prepare, Actor by, DateTime now)
    {
        if (visitOn < news.On)
        {
            throw new RefusedException("Ngày kiểm tra không được sớm hơn ngày báo cho đơn vị.");
        }

        Take(VisitAction.GiveNotice, news, by, now, visitOn);
        (PlannedFor, Prepare) = (visitOn, prepare);
    }

    /// <exception cref="RefusedException">The holder was not told, a right has no result, nobody is named, or a day cannot be.</exception>
    public void CarryOut(MoveNews news, VisitOutcome outcome, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(outcome.Team))
        {
            throw new RefusedException("Ghi tên ít nhất một người đã đi kiểm tra.");
        }

        if (string.IsNullOrWhiteSpace(outcome.LookedAt))
        {
            throw new RefusedException("Ghi những gì đã kiểm tra.");
        }

        var found = outcome.Rights.ToDictionary(right => right.GrantId);
        if (_rights.Exists(right => !found.ContainsKey(right.GrantId)) || found.Count != _rights.Count)
        {
            throw new RefusedException("Ghi kết quả cho từng quyền được kiểm tra.");
        }

        if (outcome.Rights.Any(right => right.Result != VisitResult.Passed && string.IsNullOrWhiteSpace(right.Finding)))
        {
            throw new RefusedException("Quyền chưa đạt thì ghi rõ điều đã thấy.");
        }

        var remedies = outcome.Rights.Any(right => right.Result == VisitResult.Remedy);
        if (remedies != outcome.RemedyBy.HasValue || outcome.RemedyBy < news.On)
        {
            throw new RefusedException("Có quyền phải khắc phục thì ghi hạn khắc phục, không sớm hơn ngày kiểm tra; không có thì để trống hạn.");
        }

        Take(VisitAction.CarryOut, news, by, now, outcome.RemedyBy);
        _rights.ForEach(right => right.Find(found[right.GrantId].Result, found[right.GrantId].Finding));
        (CarriedOutOn, Team, LookedAt) = (news.On, outcome.Team.Trim(), outcome.LookedAt.Trim());
        (Result, RemedyBy) = (outcome.Rights.Max(right => right.Result), outcome.RemedyBy);
    }

    /// <exception cref="RefusedException">Nothing was to be put right, or the day cannot be.</exception>
    public void FindRemedied(MoveNews news, Actor by, DateTime now) => Take(VisitAction.FindRemedied, news.Reasoned(), by, now);

    /// <exception cref="RefusedException">Nothing was to be put right, or the day cannot be.</exception>
    public void FindNotRemedied(MoveNews news, Actor by, DateTime now) => Take(VisitAction.FindNotRemedied, news.Reasoned(), by, now);

    /// <exception cref="RefusedException">Nobody has been there, or what was to be put right was not looked at.</exception>
    public void Close(MoveNews news, Actor by, DateTime now) => Take(VisitAction.Close, news, by, now);

    /// <exception cref="RefusedException">Somebody has been there, or no reason is given.</exception>
    public void CallOff(MoveNews news, Actor by, DateTime now) => Take(VisitAction.CallOff, news.Reasoned(), by, now);

    /// <summary>The paper of a step that was recorded before the paper came.</summary>
    /// <exception cref="RefusedException">There is no such step, or it has its paper.</exception>
    public void Cite(Guid actId, Guid paperId) => (_acts.Find(act => act.Id == actId && act.PaperId is null) ?? throw MoveNews.HasItsPaper()).Cite(paperId);

    /// <returns>Why a step that the flow has cannot be taken; null where it can.</returns>
    private string? Hindrance(VisitAction action) => action switch
    {
        VisitAction.GiveNotice when Unannounced => "Đây là lượt kiểm tra đột xuất nên không báo trước. Muốn báo trước thì sửa lại lượt kiểm tra.",
        VisitAction.CarryOut when !Unannounced && Status == InspectionVisitStatus.Planned => "Lượt này phải báo trước cho đơn vị rồi mới ghi kết quả. Nếu đi đột xuất thì sửa lại lượt kiểm tra.",
        VisitAction.FindRemedied or VisitAction.FindNotRemedied when RemedyBy is null => "Không có gì phải khắc phục sau lượt kiểm tra này.",
        VisitAction.Close when Status == InspectionVisitStatus.CarriedOut && RemedyBy is not null => "Còn điều phải khắc phục: ghi đã khắc phục hay chưa rồi mới kết thúc.",
        _ => null,
    };

    private void Take(VisitAction action, MoveNews news, Actor by, DateTime now, DateOnly? until = null)
    {
        if (InspectionVisitFlow.Table.Next(Status, action) is not null && Hindrance(action) is { } hindrance)
        {
            throw new RefusedException(hindrance);
        }

        news.MustFit(_acts.Count == 0 ? null : _acts.Max(known => known.On), now);
        Move(action, by, now, news.Said, news.PaperId);
        _acts.Add(new VisitAct(Steps[^1].Id, action, news.On, news.PaperId) { Until = until });
    }
}
