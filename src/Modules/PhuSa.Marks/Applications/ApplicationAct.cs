namespace PhuSa.Marks.Applications;

/// <summary>What is said of a step of an application besides who recorded it and when. Written once; only the paper may come later.</summary>
internal sealed class ApplicationAct
{
    private ApplicationAct()
    {
    }

    public ApplicationAct(Guid stepId, ApplicationAction action, DateOnly on, Guid? paperId)
    {
        Id = stepId;
        Action = action;
        On = on;
        PaperId = paperId;
    }

    /// <summary>The id of its step.</summary>
    public Guid Id { get; private init; }

    public ApplicationAction Action { get; private init; }

    /// <summary>The day on which it happened; the clock of working days counts from it.</summary>
    public DateOnly On { get; private init; }

    public Guid? PaperId { get; private set; }

    /// <summary>Of a request for a supplement: the last day to send it; null where the regulation sets none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of a field check: who went; of a sample: who tested it.</summary>
    public string? Team { get; init; }

    /// <summary>Of a field check and a sample: whether it met the regulation.</summary>
    public bool? Passed { get; init; }

    /// <summary>It has photos and papers of its own.</summary>
    public bool IsCheck => Action is ApplicationAction.CheckField or ApplicationAction.RecordSample;

    public void Cite(Guid paperId) => PaperId = paperId;
}
