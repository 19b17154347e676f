namespace PhuSa.Marks.Grants;

/// <summary>What an officer says of a move besides who recorded it and when.</summary>
/// <param name="On">The first day of the new state, as the paper says.</param>
/// <param name="PaperId">The decision; null where it is still to come.</param>
/// <param name="VisitId">The inspection that led to it; null where none did.</param>
internal sealed record GrantNews(DateOnly On, string? Why, Guid? PaperId, Guid? VisitId = null);

/// <summary>A term of a right, as its certificate has it.</summary>
/// <param name="CertificateNumber">Letter for letter; null where not known.</param>
internal sealed record GrantTerm(DateOnly From, DateOnly To, string? CertificateNumber);

/// <summary>The day of a move, its last day where it has one, its paper, and the term that a renewal replaced. Written once; only the paper may come later.</summary>
internal sealed class GrantAct
{
    private GrantAct()
    {
    }

    public GrantAct(Guid stepId, GrantAction action, DateOnly on, DateOnly? until, Guid? paperId)
    {
        Id = stepId;
        Action = action;
        On = on;
        Until = until;
        PaperId = paperId;
    }

    /// <summary>The id of its step.</summary>
    public Guid Id { get; private init; }

    public GrantAction Action { get; private init; }

    public DateOnly On { get; private init; }

    /// <summary>Of a suspension the last day to put right what was wrong; of a revocation the last day of the ban on a new right. Null where none was set.</summary>
    public DateOnly? Until { get; private init; }

    public Guid? PaperId { get; private set; }

    /// <summary>Of a suspension and a revocation: the inspection that led to it; null where none did.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>Of a renewal: the first day of the term before.</summary>
    public DateOnly? EndedFrom { get; init; }

    /// <summary>Of a renewal: the last day of the term before; null where it was not known.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Of a renewal: the certificate of the term before.</summary>
    public string? EndedCertificate { get; init; }

    public void Cite(Guid paperId) => PaperId = paperId;
}
