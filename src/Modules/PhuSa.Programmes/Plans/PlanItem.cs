using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Programmes.Plans;

/// <summary>One line of a plan: who does what, how much is promised, which figure tells what was done.</summary>
internal sealed class PlanItem : Aggregate<PlanItemStatus, PlanItemAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int OwnerMaxLength = 300;
    public const int UnitMaxLength = 60;
    public const int FigureMaxLength = 120;
    public const int ReasonMaxLength = 1000;
    public const int SourceMaxLength = 1000;

    private PlanItem()
    {
    }

    private PlanItem(Guid id, string code, Plan plan)
    {
        Id = id;
        Code = code;
        Plan = plan;
        PlanId = plan.Id;
    }

    public string Code { get; private init; } = "";

    public Guid PlanId { get; private init; }

    public Plan Plan { get; private init; } = null!;

    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public string? Owner { get; private set; }

    /// <summary>What the plan promises, in <see cref="Unit"/>; null where the plan sets no number.</summary>
    public long? Target { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>Code of the figure that tells what was done in the plan's year.</summary>
    public string? Figure { get; private set; }

    /// <summary>The unfinished item of an earlier plan that this one goes on with.</summary>
    public Guid? CarriedFromId { get; private set; }

    /// <summary>Why it was missed or carried over.</summary>
    public string? Reason { get; private set; }

    public string? Source { get; private set; }

    public string JournalTitle => Title;

    /// <summary>How far it has come is no word of these: that it was begun or done is told also while publishing is frozen.</summary>
    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title), (nameof(Owner), Owner), (nameof(Target), Target), (nameof(Unit), Unit), (nameof(Figure), Figure), (nameof(Reason), Reason));

    /// <summary>A figure of its own: <c>plan.2020.code</c>; null for an item without a number to hold it to.</summary>
    public string? FigureCode => Target is null && Figure is null ? null : PlanItemFigures.CodeOf(Plan.Year, Code);

    protected override Flow<PlanItemStatus, PlanItemAction> Table => PlanItemFlow.Table;

    public static PlanItem Record(Guid id, string code, Plan plan, PlanItemStatus status, string? reason, Actor by, DateTime now)
    {
        var item = new PlanItem(id, code, plan);
        item.Explain(status, reason);
        item.Begin(status, by, now, reason);
        return item;
    }

    public void Start(Actor by, DateTime now) => Move(PlanItemAction.Start, by, now);

    public void Finish(Actor by, DateTime now) => Move(PlanItemAction.Finish, by, now);

    public void Miss(string reason, Actor by, DateTime now) => Leave(PlanItemAction.Miss, PlanItemStatus.Missed, reason, by, now);

    public void CarryOver(string reason, Actor by, DateTime now) => Leave(PlanItemAction.CarryOver, PlanItemStatus.CarriedOver, reason, by, now);

    /// <summary>Brings the item to what the row says of it.</summary>
    public void Reach(PlanItemStatus status, string? reason, Actor by, DateTime now)
    {
        Arrive(status, by, now, reason);
        Explain(status, reason);
    }

    public void Describe(int position, string title, string? owner, string? source)
    {
        Position = position;
        Title = title;
        Owner = owner;
        Source = source;
    }

    public void Promise(long? target, string? unit, string? figure)
    {
        if (target is not null && unit is null && figure is null)
        {
            throw new RefusedException("Chỉ tiêu bằng số phải có đơn vị tính hoặc mã số liệu.");
        }

        Target = target;
        Unit = unit;
        Figure = figure;
    }

    /// <summary>Goes on with an unfinished item of an earlier plan.</summary>
    public void ContinueFrom(PlanItem? earlier)
    {
        if (earlier is not null && earlier.Status != PlanItemStatus.CarriedOver)
        {
            throw new RefusedException("Việc “{0}” chưa ghi là chuyển sang kế hoạch sau.", earlier.Title);
        }

        CarriedFromId = earlier?.Id;
    }

    private void Leave(PlanItemAction action, PlanItemStatus status, string reason, Actor by, DateTime now)
    {
        Move(action, by, now, reason);
        Explain(status, reason);
    }

    private void Explain(PlanItemStatus status, string? reason)
    {
        if (status is PlanItemStatus.Missed or PlanItemStatus.CarriedOver && string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusedException("Việc không làm được hoặc chuyển sang kế hoạch sau phải ghi lý do.");
        }

        Reason = reason;
    }
}
