using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Moves;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>A contract by which the first filing of a collective mark is paid for: signed, paid, accepted, liquidated once.</summary>
internal sealed class MarkSupportContract : Aggregate<ContractStatus, ContractAction>, IJournaled
{
    /// <summary>đồng; no filing costs a thousandth of it, and sums of such stay sums.</summary>
    public const long MostAmount = 1_000_000_000_000;

    private readonly List<SupportAct> _acts = [];
    private readonly List<FeeLine> _items = [];

    private MarkSupportContract()
    {
    }

    /// <summary>An import may tell only the outcome: the contract begins in the status it has on paper.</summary>
    /// <exception cref="RefusedException">The sums contradict each other or the status.</exception>
    public MarkSupportContract(Guid id, string code, Guid markId, Guid? paperId, ContractMoney money, ContractStatus status, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        MarkId = markId;
        PaperId = paperId;
        money.MustFit(status);
        Money = money;
        Begin(status, by, now, paperId: paperId);
    }

    public string Code { get; private init; } = "";

    public Guid MarkId { get; private init; }

    /// <summary>The contract itself among the papers; null where not recorded.</summary>
    public Guid? PaperId { get; private set; }

    /// <summary>đồng.</summary>
    public long? Value { get; private set; }

    /// <summary>đồng.</summary>
    public long? PaidAmount { get; private set; }

    public RecordTime PaidOn { get; private set; } = RecordTime.Unknown;

    public RecordTime AcceptedOn { get; private set; } = RecordTime.Unknown;

    /// <summary>đồng.</summary>
    public long? LiquidatedAmount { get; private set; }

    public RecordTime LiquidatedOn { get; private set; } = RecordTime.Unknown;

    /// <summary>đồng; null where the liquidation record tells none.</summary>
    public long? ReturnedAmount { get; private set; }

    /// <summary>The request it came of; null for a contract that an import or an officer put on record as it was.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>It was handled on paper and put on record afterwards, with a scan.</summary>
    public bool IsHandledOnPaper { get; private set; }

    public IReadOnlyList<SupportAct> Acts => _acts;

    /// <summary>The breakdown of the value; empty where there is none.</summary>
    public IReadOnlyList<FeeLine> Items => _items;

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public ContractMoney Money
    {
        get => new(Value, PaidAmount, PaidOn, AcceptedOn, LiquidatedAmount, LiquidatedOn, ReturnedAmount);
        private set => (Value, PaidAmount, PaidOn, AcceptedOn, LiquidatedAmount, LiquidatedOn, ReturnedAmount) =
            (value.Value, value.Paid, value.PaidOn, value.AcceptedOn, value.Liquidated, value.LiquidatedOn, value.Returned);
    }

    /// <summary>
    /// A payment is on record. A liquidated contract without a recorded payment does not say that one was made.
    /// </summary>
    public bool PaymentRecorded => PaidAmount is not null || Status is ContractStatus.Paid or ContractStatus.Accepted;

    public string JournalTitle => Code;

    protected override Flow<ContractStatus, ContractAction> Table => ContractFlow.Table;

    /// <exception cref="RefusedException">Paid already, or more than the contract's value.</exception>
    public void Pay(long? amount, RecordTime on, Actor by, DateTime now, Guid? paperId = null) =>
        Go(ContractAction.Pay, Money with { Paid = amount, PaidOn = on }, by, now, paperId);

    /// <exception cref="RefusedException">Not paid yet, or accepted already.</exception>
    public void Accept(RecordTime on, Actor by, DateTime now, Guid? paperId = null) =>
        Go(ContractAction.Accept, Money with { AcceptedOn = on }, by, now, paperId);

    /// <exception cref="RefusedException">Not accepted yet, liquidated already, or the totals do not balance.</exception>
    public void Liquidate(long? amount, RecordTime on, Actor by, DateTime now, Guid? paperId = null) =>
        Go(ContractAction.Liquidate, Money with { Liquidated = amount, LiquidatedOn = on }, by, now, paperId);

    /// <summary>A payment of several, or the only one: the sums add up and never pass the value.</summary>
    /// <exception cref="RefusedException">Accepted already, nothing to pay, more than the value, an earlier payment without a sum, or nothing says so.</exception>
    public void PayPart(long amount, MoveNews news, Actor by, DateTime now)
    {
        if (amount <= 0)
        {
            throw new RefusedException("Số tiền phải lớn hơn 0.");
        }

        if (Status == ContractStatus.Paid && PaidAmount is null)
        {
            throw new RefusedException("Khoản đã chi trước đây chưa rõ số tiền. Ghi tổng đã chi ở mục Sửa hợp đồng trước.");
        }

        var on = PaidOn.IsKnown ? RecordTime.Stage(Earlier(PaidOn.From!.Value, news.On), Later(PaidOn.To!.Value, news.On)) : PaidAmount is null ? RecordTime.Day(news.On) : RecordTime.Unknown;
        Happen(ContractAction.Pay, Money with { Paid = checked((PaidAmount ?? 0) + amount), PaidOn = on }, news, amount, by, now);
    }

    /// <exception cref="RefusedException">Not paid yet, accepted already, or nothing says so.</exception>
    public void AcceptWork(MoveNews news, Actor by, DateTime now) =>
        Happen(ContractAction.Accept, Money with { AcceptedOn = RecordTime.Day(news.On) }, news, amount: null, by, now);

    /// <summary>Point 16: what is settled and what went back are together what was paid; once only.</summary>
    /// <exception cref="RefusedException">Not accepted yet, liquidated already, the totals do not balance, or nothing says so.</exception>
    public void Settle(long liquidated, long returned, MoveNews news, Actor by, DateTime now) =>
        Happen(ContractAction.Liquidate, Money with { Liquidated = liquidated, Returned = returned, LiquidatedOn = RecordTime.Day(news.On) }, news, liquidated, by, now);

    /// <exception cref="RefusedException">There is no such move, or it has its paper.</exception>
    public void Cite(Guid actId, Guid paperId) => SupportAct.Cite(_acts, actId, paperId);

    public void ComeOf(Guid requestId) => RequestId = requestId;

    public void WasHandledOnPaper() => IsHandledOnPaper = true;

    /// <summary>Puts the value right, with its breakdown.</summary>
    /// <exception cref="RefusedException">The sums contradict each other, or the breakdown does not add up to the value.</exception>
    public void Worth(ContractMoney money, IReadOnlyDictionary<FeeItem, long> items, Func<Guid> newId)
    {
        if (items.Count > 0 && items.Values.Sum() is var sum && sum != money.Value)
        {
            throw new RefusedException("Các khoản cộng lại là {0} đồng, phải bằng giá trị hợp đồng.", PhuSa.Vietnamese.Dong.Figures(sum));
        }

        money.MustFit(Status);
        Money = money;
        _items.RemoveAll(line => !items.ContainsKey(line.Item));
        foreach (var (item, amount) in items)
        {
            if (_items.Find(line => line.Item == item) is { } known)
            {
                known.Set(amount);
            }
            else
            {
                _items.Add(new FeeLine(newId(), item, amount));
            }
        }
    }

    /// <summary>Takes what a table says now: the contract goes every step up to the status given, then the sums are set.</summary>
    /// <exception cref="RefusedException">The status lies behind the present one, or the sums contradict each other.</exception>
    public void TakeOver(ContractStatus status, ContractMoney money, Actor by, DateTime now)
    {
        money.MustFit(status);
        while (Status < status)
        {
            Arrive(Status + 1, by, now);
        }

        Arrive(status, by, now);
        Money = money;
    }

    public void Describe(Guid? paperId, string? programme, string? source)
    {
        PaperId = paperId;
        Programme = programme;
        Source = source;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private void Happen(ContractAction action, ContractMoney money, MoveNews news, long? amount, Actor by, DateTime now)
    {
        news.MustSayWhy(needsReason: false);
        news.MustFit(_acts.Count == 0 ? null : _acts.Max(act => act.On), now);
        Go(action, money, by, now, news.PaperId, news.Why);
        _acts.Add(new SupportAct(Steps[^1].Id, news.On, amount, news.PaperId));
    }

    private void Go(ContractAction action, ContractMoney money, Actor by, DateTime now, Guid? paperId, string? why = null)
    {
        if (Table.Next(Status, action) is { } next)
        {
            money.MustFit(next);
        }

        Move(action, by, now, why, paperId);
        Money = money;
    }
}
