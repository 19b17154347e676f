using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>A contract by which the first filing of a collective mark is paid for: signed, paid, accepted, liquidated once.</summary>
internal sealed class MarkSupportContract : Aggregate<ContractStatus, ContractAction>, IJournaled
{
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

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public ContractMoney Money
    {
        get => new(Value, PaidAmount, PaidOn, AcceptedOn, LiquidatedAmount, LiquidatedOn);
        private set => (Value, PaidAmount, PaidOn, AcceptedOn, LiquidatedAmount, LiquidatedOn) =
            (value.Value, value.Paid, value.PaidOn, value.AcceptedOn, value.Liquidated, value.LiquidatedOn);
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

    private void Go(ContractAction action, ContractMoney money, Actor by, DateTime now, Guid? paperId)
    {
        if (Table.Next(Status, action) is { } next)
        {
            money.MustFit(next);
        }

        Move(action, by, now, paperId: paperId);
        Money = money;
    }
}
