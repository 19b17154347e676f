namespace PhuSa.Marks.Filings;

/// <summary>The day of a move and its paper. A day may be put right and a paper come later.</summary>
internal sealed class FilingAct
{
    private FilingAct()
    {
    }

    public FilingAct(Guid id, FilingAction action, DateOnly on, Guid? paperId)
    {
        Id = id;
        Action = action;
        On = on;
        PaperId = paperId;
    }

    /// <summary>The id of its step; its own where only the day is known, not who recorded the move.</summary>
    public Guid Id { get; private init; }

    public FilingAction Action { get; private init; }

    public DateOnly On { get; private set; }

    public Guid? PaperId { get; private set; }

    public void Cite(Guid paperId) => PaperId = paperId;

    public void Redate(DateOnly on) => On = on;
}

/// <summary>A version of the regulation on use: the paper and its first day in force. It holds until the next.</summary>
internal sealed class CollectiveRegulation
{
    private CollectiveRegulation()
    {
    }

    public CollectiveRegulation(Guid id, DateOnly from, Guid paperId)
    {
        Id = id;
        From = from;
        PaperId = paperId;
    }

    public Guid Id { get; private init; }

    public DateOnly From { get; private init; }

    public Guid PaperId { get; private set; }

    public void Cite(Guid paperId) => PaperId = paperId;
}
