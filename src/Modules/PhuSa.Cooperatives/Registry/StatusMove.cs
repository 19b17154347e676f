namespace PhuSa.Cooperatives.Registry;

/// <summary>What a paper says of a move: when it took effect, who says so, and which cooperatives took over.</summary>
/// <param name="On">The day on which it took effect; null where the source does not say.</param>
/// <param name="Source">The paper or other source, letter for letter.</param>
/// <param name="Into">Those it was merged or divided into; empty otherwise.</param>
internal sealed record StatusNews(DateOnly? On, string? Source, string? Why, IReadOnlyList<Guid> Into);

/// <summary>A move of a cooperative's status beside its step: the step says who recorded it and when, this says what the paper says. Written once.</summary>
internal sealed class StatusMove
{
    public const int SourceMaxLength = 500;

    private StatusMove()
    {
    }

    public StatusMove(Guid stepId, CooperativeStatus status, StatusNews news, DateTime now)
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now));
        StepId = stepId;
        Status = status;
        On = news.On;
        Source = news.Source;
        IntoIds = [.. news.Into];
    }

    public Guid Id { get; private init; }

    public Guid StepId { get; private init; }

    public CooperativeStatus Status { get; private init; }

    public DateOnly? On { get; private init; }

    public string? Source { get; private init; }

    public IReadOnlyList<Guid> IntoIds { get; private init; } = [];
}
