using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Decisions;

/// <summary>What is written about a decision.</summary>
/// <param name="SignedOn">The day of signing, from which it takes effect.</param>
/// <param name="AnnouncedOn">The day of the ceremony; it changes nothing in law.</param>
/// <param name="ListKnown">The list that belongs to the decision is in hand.</param>
internal sealed record DecisionFacts(Guid PaperId, RecordTime SignedOn, RecordTime AnnouncedOn, bool ListKnown, string? Programme, string? Source);

/// <summary>A decision with a list: who is admitted, who is commended. It may be on record before its list is known.</summary>
internal abstract class ListedDecision : Aggregate<DecisionStatus, DecisionAction>, IJournaled
{
    protected ListedDecision()
    {
    }

    /// <exception cref="RefusedException">The days contradict each other or the status.</exception>
    protected ListedDecision(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        Set(facts, status);
        Begin(status, by, now, paperId: facts.PaperId);
    }

    public string Code { get; private init; } = "";

    public Guid PaperId { get; private set; }

    public RecordTime SignedOn { get; private set; } = RecordTime.Unknown;

    public RecordTime AnnouncedOn { get; private set; } = RecordTime.Unknown;

    public bool ListKnown { get; private set; }

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public string JournalTitle => Code;

    /// <summary>Members are members, and awards are given, from the day the decision is signed, never from the ceremony.</summary>
    public RecordTime EffectiveOn => SignedOn;

    protected override Flow<DecisionStatus, DecisionAction> Table => DecisionFlow.Table;

    /// <summary>Takes what a table says now.</summary>
    /// <exception cref="RefusedException">The status lies behind the present one, or the days contradict each other.</exception>
    public void TakeOver(DecisionFacts facts, DecisionStatus status, Actor by, DateTime now)
    {
        Arrive(status, by, now, paperId: facts.PaperId);
        Set(facts, status);
    }

    /// <exception cref="RefusedException">Announced already, voided, or announced before it was signed.</exception>
    public void Announce(RecordTime on, Actor by, DateTime now)
    {
        NotBeforeSigning(SignedOn, on);
        Move(DecisionAction.Announce, by, now);
        AnnouncedOn = on;
    }

    /// <exception cref="RefusedException">Voided already, or no reason is given.</exception>
    public void Void(Actor by, DateTime now, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusedException("Ghi lý do huỷ số quyết định.");
        }

        Move(DecisionAction.Void, by, now, reason.Trim());
    }

    private static void NotBeforeSigning(RecordTime signed, RecordTime announced)
    {
        if (announced.To < signed.From)
        {
            throw new RefusedException("Ngày công bố không được sớm hơn ngày ký quyết định.");
        }
    }

    private void Set(DecisionFacts facts, DecisionStatus status)
    {
        if (status == DecisionStatus.Signed && facts.AnnouncedOn.IsKnown)
        {
            throw new RefusedException("Quyết định chưa công bố thì chưa có ngày công bố.");
        }

        NotBeforeSigning(facts.SignedOn, facts.AnnouncedOn);
        PaperId = facts.PaperId;
        SignedOn = facts.SignedOn;
        AnnouncedOn = facts.AnnouncedOn;
        ListKnown = facts.ListKnown;
        Programme = facts.Programme;
        Source = facts.Source;
    }
}
