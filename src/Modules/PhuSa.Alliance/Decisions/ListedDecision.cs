using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Decisions;

/// <summary>What is written about a decision.</summary>
/// <param name="SignedOn">The day of signing, from which it takes effect.</param>
/// <param name="AnnouncedOn">The day of the ceremony; it changes nothing in law.</param>
/// <param name="ListKnown">The list that belongs to the decision is in hand.</param>
internal sealed record DecisionFacts(Guid PaperId, RecordTime SignedOn, RecordTime AnnouncedOn, bool ListKnown, string? Programme, string? Source);

/// <summary>A decision with a list: who is admitted, who is commended. It may be on record before its list is known.</summary>
internal abstract class ListedDecision : Aggregate<DecisionStatus, DecisionAction>, IJournaled, ISaidToReaders
{
    public const int TitleMaxLength = 300;

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

    /// <summary>A list that is being put together; its paper comes with its signature.</summary>
    protected ListedDecision(Guid id, string title, Actor by, DateTime now)
    {
        Id = id;
        Code = id.ToString("N");
        Title = title;
        Begin(DecisionStatus.Preparing, by, now);
    }

    public string Code { get; private init; } = "";

    /// <summary>What the office calls the list while it has no paper; null for a decision that came with one.</summary>
    public string? Title { get; private set; }

    /// <summary>Null while the list is being put together.</summary>
    public Guid? PaperId { get; private set; }

    public RecordTime SignedOn { get; private set; } = RecordTime.Unknown;

    public RecordTime AnnouncedOn { get; private set; } = RecordTime.Unknown;

    public bool ListKnown { get; private set; }

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public string JournalTitle => Title ?? Code;

    /// <summary>Its paper brings the list before readers. The days, and that its number was voided, are told at any time.</summary>
    public IEnumerable<(string Of, string Words)> Said() => DecisionFlow.Papers.Contains(Status) ? SaidWords.Of((nameof(PaperId), PaperId)) : [];

    /// <summary>Members are members, and awards are given, from the day the decision is signed, never from the ceremony.</summary>
    public RecordTime EffectiveOn => SignedOn;

    protected override Flow<DecisionStatus, DecisionAction> Table => DecisionFlow.Table;

    /// <summary>Takes what a table says now.</summary>
    /// <exception cref="RefusedException">The status lies behind the present one, or the days contradict each other.</exception>
    public void TakeOver(DecisionFacts facts, DecisionStatus status, Actor by, DateTime now)
    {
        if (Table.Between(Status, status) == DecisionAction.Retract)
        {
            throw new RefusedException("Không chuyển được từ “{0}” sang “{1}”.", Table[Status].PublicName, Table[status].PublicName);
        }

        Arrive(status, by, now, paperId: facts.PaperId);
        Set(facts, status);
    }

    /// <summary>For whoever comes after somebody else did it: they are told how the decision stands, not what is missing for it.</summary>
    /// <exception cref="RefusedException">This step does not lead on from where the decision stands.</exception>
    public void MustAllow(DecisionAction action)
    {
        if (DecisionFlow.Table.Next(Status, action) is null)
        {
            throw new RefusedException("Không thực hiện được bước này khi hồ sơ đang ở trạng thái “{0}”.", DecisionFlow.Table[Status].PublicName);
        }
    }

    /// <exception cref="RefusedException">It has no list in force: that list is changed, or void as a whole.</exception>
    public void MustBeInForce()
    {
        if (!DecisionFlow.Table.Counting.Contains(Status))
        {
            throw new RefusedException("Không thực hiện được bước này khi hồ sơ đang ở trạng thái “{0}”.", DecisionFlow.Table[Status].PublicName);
        }
    }

    /// <summary>Takes the signed paper: from its day on the list is in force.</summary>
    /// <exception cref="RefusedException">It is no list any more, or the paper does not say on which day it was signed.</exception>
    public void Sign(Guid paperId, RecordTime signedOn, Actor by, DateTime now)
    {
        if (signedOn.Precision != Precision.Day)
        {
            throw new RefusedException("Văn bản này chưa ghi ngày ký, nên không biết quyết định có hiệu lực từ ngày nào.");
        }

        Move(DecisionAction.Sign, by, now, paperId: paperId);
        (PaperId, SignedOn, ListKnown) = (paperId, signedOn, true);
    }

    /// <summary>The list never became a decision.</summary>
    public void Drop(string? why, Actor by, DateTime now) => Move(DecisionAction.Drop, by, now, why);

    public void Rename(string title) => Title = title;

    /// <exception cref="RefusedException">Announced already, voided, or announced before it was signed.</exception>
    public void Announce(RecordTime on, Actor by, DateTime now)
    {
        NotBeforeSigning(SignedOn, on);
        Move(DecisionAction.Announce, by, now);
        AnnouncedOn = on;
    }

    /// <summary>The day of the ceremony was recorded by mistake; the mistaken step stays, and the right day can be recorded.</summary>
    public void Retract(string why, Actor by, DateTime now)
    {
        Move(DecisionAction.Retract, by, now, why);
        AnnouncedOn = RecordTime.Unknown;
    }

    /// <summary>A row that was taken off by mistake stands on the list again.</summary>
    public void PutBack(string why, Actor by, DateTime now) => Move(DecisionAction.PutBack, by, now, why);

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
