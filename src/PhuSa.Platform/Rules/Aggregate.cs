namespace PhuSa.Platform.Rules;

/// <summary>A record that moves: its status changes only through its flow table, and every move leaves a step.</summary>
public interface IMoving
{
    IReadOnlyList<Step> Steps { get; }
}

/// <summary>The part every aggregate with a life cycle shares: identity, status, version and steps.</summary>
public abstract class Aggregate<TStatus, TAction> : IMoving
    where TStatus : struct, Enum
    where TAction : struct, Enum
{
    /// <summary>The action of the first step, when a record comes into being in a known status.</summary>
    public const string Recorded = "Record";

    private readonly List<Step> _steps = [];

    public Guid Id { get; protected init; }

    public TStatus Status { get; private set; }

    /// <summary>Bumped at each save; a form carries it and a stale one is refused.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Step> Steps => _steps;

    protected abstract Flow<TStatus, TAction> Table { get; }

    /// <summary>
    /// Brings the record to a status it has reached on paper (an import tells the outcome, not the way):
    /// nothing where it is there already, one move of the flow otherwise.
    /// </summary>
    public void Arrive(TStatus status, Actor by, DateTime now, string? why = null, Guid? paperId = null)
    {
        if (Status.Equals(status))
        {
            return;
        }

        var action = Table.Between(Status, status)
            ?? throw new RefusedException("Không chuyển được từ “{0}” sang “{1}”.", Table[Status].PublicName, Table[status].PublicName);
        Move(action, by, now, why, paperId);
    }

    protected void Begin(TStatus status, Actor by, DateTime now, string? why = null, Guid? paperId = null)
    {
        Status = status;
        _steps.Add(new Step(Recorded, from: null, status.ToString(), by, now, why, paperId, _steps));
    }

    protected void Move(TAction action, Actor by, DateTime now, string? why = null, Guid? paperId = null)
    {
        var to = Table.Next(Status, action)
            ?? throw new RefusedException("Không thực hiện được bước này khi hồ sơ đang ở trạng thái “{0}”.", Table[Status].PublicName);

        _steps.Add(new Step(action.ToString(), Status.ToString(), to.ToString(), by, now, why, paperId, _steps));
        Status = to;
    }
}
