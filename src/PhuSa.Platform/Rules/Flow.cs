namespace PhuSa.Platform.Rules;

/// <summary>What a status says of itself: whether it counts in figures, whether it is final, whom it waits on, and its names.</summary>
/// <param name="Counts">A record in this status counts in figures.</param>
/// <param name="Final">No move leads out of it.</param>
/// <param name="WaitsOn">Whom it waits on, in Vietnamese; null where nobody has to act.</param>
/// <param name="PublicName">The word a reader sees; also the key of its English name.</param>
/// <param name="ApplicantName">The word the applicant sees.</param>
/// <param name="Tone">The tone of the status tag: draft, going, act, good, stop, ended, unknown.</param>
public sealed record StatusFacts(bool Counts, bool Final, string? WaitsOn, string PublicName, string ApplicantName, string Tone);

/// <summary>One move of a flow: in status <paramref name="From"/>, <paramref name="Action"/> leads to <paramref name="To"/>.</summary>
public sealed record FlowMove<TStatus, TAction>(TStatus From, TAction Action, TStatus To)
    where TStatus : struct, Enum
    where TAction : struct, Enum;

/// <summary>A flow table as words, for the generated diagrams of docs/flows.</summary>
public interface IFlowTable
{
    IReadOnlyList<(string From, string Action, string To)> Rows { get; }

    IReadOnlyList<(string Status, StatusFacts Facts)> Statuses { get; }
}

/// <summary>The table of every move an aggregate may make. A pair that is not in it is refused.</summary>
public sealed class Flow<TStatus, TAction> : IFlowTable
    where TStatus : struct, Enum
    where TAction : struct, Enum
{
    private readonly Dictionary<TStatus, StatusFacts> _facts;

    /// <param name="facts">One entry for every status.</param>
    /// <param name="moves">Every allowed move; final statuses have none.</param>
    public Flow(Dictionary<TStatus, StatusFacts> facts, params FlowMove<TStatus, TAction>[] moves)
    {
        foreach (var status in Enum.GetValues<TStatus>())
        {
            if (!facts.TryGetValue(status, out var declared))
            {
                throw new ArgumentException($"{typeof(TStatus).Name}.{status} declares nothing.", nameof(facts));
            }

            if (declared.Final == moves.Any(move => move.From.Equals(status)))
            {
                throw new ArgumentException($"{typeof(TStatus).Name}.{status} is final exactly when no move leads out of it.", nameof(facts));
            }
        }

        _facts = facts;
        Moves = moves;
    }

    public IReadOnlyList<FlowMove<TStatus, TAction>> Moves { get; }

    public IReadOnlyList<(string From, string Action, string To)> Rows => [.. Moves.Select(move => (move.From.ToString(), move.Action.ToString(), move.To.ToString()))];

    public IReadOnlyList<(string Status, StatusFacts Facts)> Statuses => [.. _facts.OrderBy(fact => fact.Key).Select(fact => (fact.Key.ToString(), fact.Value))];

    public StatusFacts this[TStatus status] => _facts[status];

    /// <summary>The statuses whose records count in figures.</summary>
    public IReadOnlyList<TStatus> Counting => [.. _facts.Where(fact => fact.Value.Counts).Select(fact => fact.Key)];

    public TStatus? Next(TStatus from, TAction action) => Find(move => move.From.Equals(from) && move.Action.Equals(action))?.To;

    /// <summary>The one action that leads from one status to another, or null.</summary>
    public TAction? Between(TStatus from, TStatus to) => Find(move => move.From.Equals(from) && move.To.Equals(to))?.Action;

    public override string ToString() => string.Join('\n', Moves.Select(move => $"{move.From} --{move.Action}--> {move.To}"));

    private FlowMove<TStatus, TAction>? Find(Func<FlowMove<TStatus, TAction>, bool> match) => Moves.FirstOrDefault(match);
}
