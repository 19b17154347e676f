namespace PhuSa.Platform.Rules;

/// <summary>Who moved a record, when (UTC), from where to where, why and by which paper. Written once, never changed.</summary>
public sealed class Step
{
    public const int WordMaxLength = 40;
    public const int WhyMaxLength = 2000;

    private Step()
    {
    }

    public Step(string action, string? from, string to, Actor by, DateTime at, string? why, Guid? paperId)
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(at));
        Action = action;
        From = from;
        To = to;
        By = by.Name;
        ByDetail = by.Detail;
        At = at;
        Why = why;
        PaperId = paperId;
    }

    public Guid Id { get; private init; }

    public string Action { get; private init; } = "";

    /// <summary>Null on the first step: the record came into being.</summary>
    public string? From { get; private init; }

    public string To { get; private init; } = "";

    public string By { get; private init; } = "";

    public string? ByDetail { get; private init; }

    public DateTime At { get; private init; }

    public string? Why { get; private init; }

    public Guid? PaperId { get; private init; }
}
