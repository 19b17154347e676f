using PhuSa.Cooperatives.Intake;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Proposals;

internal enum ProposalStatus
{
    Open,
    Decided,
}

internal enum ProposalAction
{
    Decide,
}

internal enum ItemVerdict
{
    Waiting,
    Accepted,
    Refused,
}

/// <summary>One value that a cooperative proposes, and what an officer said to it.</summary>
internal sealed class ProposalItem
{
    public const int WordsMaxLength = 500;
    public const int ReasonMaxLength = 1000;

    private ProposalItem()
    {
    }

    public ProposalItem(Guid id, IntakeTarget target, string? before, string proposed)
    {
        Id = id;
        Target = target;
        Before = before;
        Proposed = proposed;
    }

    public Guid Id { get; private init; }

    public IntakeTarget Target { get; private init; }

    /// <summary>What the file said when this was proposed.</summary>
    public string? Before { get; private init; }

    /// <summary>Empty where the file is to say nothing there any more.</summary>
    public string Proposed { get; private init; } = "";

    public bool Empties => Proposed.Length == 0;

    /// <summary>The cooperative no longer agrees that this is shown.</summary>
    public bool TakesBack => ConsentTargets.Has(Target) && Proposed == ConsentTargets.Withheld;

    /// <summary>The cooperative agrees that this is shown, and nobody has answered.</summary>
    public bool WaitsToBeShown => Verdict == ItemVerdict.Waiting && ConsentTargets.Has(Target) && Proposed == ConsentTargets.Given;

    public ItemVerdict Verdict { get; private set; }

    public string? Reason { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public void Decide(bool accepts, string? reason, Actor by, DateTime now)
    {
        if (Verdict != ItemVerdict.Waiting)
        {
            throw new RefusedException("Mục này đã có người trả lời. Hãy xem lại.");
        }

        if (!accepts && reason is null)
        {
            throw new RefusedException("Không nhận một mục thì phải ghi lý do.");
        }

        Verdict = accepts ? ItemVerdict.Accepted : ItemVerdict.Refused;
        (Reason, DecidedBy, DecidedAt) = (reason, by.Name, now);
    }
}

/// <summary>What the people of a cooperative say should stand in its file. Nothing of it does until an officer accepts it, value by value.</summary>
internal sealed class FileProposal : Aggregate<ProposalStatus, ProposalAction>, IJournaled
{
    public const string TableName = "cooperatives_proposals";

    private readonly List<ProposalItem> _items = [];

    private FileProposal()
    {
    }

    public FileProposal(Guid id, Guid cooperativeId, ProposalPart part, int? year, IReadOnlyList<ProposalItem> items, SignedIn person, DateTime now)
    {
        Id = id;
        CooperativeId = cooperativeId;
        Part = part;
        Year = year;
        (PersonId, PersonName, SentAt) = (person.PersonId, person.Name, now);
        _items.AddRange(items);
        Begin(ProposalStatus.Open, person.AsActor(), now);
    }

    public Guid CooperativeId { get; private set; }

    public ProposalPart Part { get; private init; }

    /// <summary>Of the figures.</summary>
    public int? Year { get; private init; }

    public Guid PersonId { get; private init; }

    public string PersonName { get; private init; } = "";

    public DateTime SentAt { get; private init; }

    /// <summary>The Vietnamese day.</summary>
    public DateOnly SentOn => DateOnly.FromDateTime(VietnamTime.Local(SentAt));

    /// <summary>In the order in which the form asks for them.</summary>
    public IReadOnlyList<ProposalItem> Items => [.. _items.OrderBy(item => item.Target)];

    public string JournalTitle => "Đề nghị sửa hồ sơ hợp tác xã";

    protected override Flow<ProposalStatus, ProposalAction> Table => ProposalFlow.Table;

    /// <summary>Whether the same form was sent again: it says the same, and nothing more.</summary>
    public bool Says(IReadOnlyDictionary<IntakeTarget, string> typed, IEnumerable<ProposalItem> others) =>
        _items.TrueForAll(item => typed.GetValueOrDefault(item.Target) == item.Proposed) && others.All(other => _items.Exists(item => item.Target == other.Target));

    /// <summary>Once every item has its answer, the proposal is done.</summary>
    public void Close(Actor by, DateTime now)
    {
        if (Status == ProposalStatus.Open && _items.TrueForAll(item => item.Verdict != ItemVerdict.Waiting))
        {
            Move(ProposalAction.Decide, by, now);
        }
    }
}

/// <summary>A proposal waits, and is answered.</summary>
internal static class ProposalFlow
{
    public static Flow<ProposalStatus, ProposalAction> Table { get; } = new(
        new()
        {
            [ProposalStatus.Open] = new(Counts: false, Final: false, "cán bộ giữ sổ", "Chờ cán bộ xem", "Đã gửi, chờ trả lời", "going"),
            [ProposalStatus.Decided] = new(Counts: false, Final: true, WaitsOn: null, "Đã trả lời", "Đã trả lời", "good"),
        },
        new FlowMove<ProposalStatus, ProposalAction>(ProposalStatus.Open, ProposalAction.Decide, ProposalStatus.Decided));
}
