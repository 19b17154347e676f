namespace PhuSa.Papers.Contracts;

/// <summary>The text of a paper made from a record: what a clerk begins with.</summary>
/// <param name="Body">One paragraph a line, as the form of a paper explains.</param>
/// <param name="Recipients">One a line.</param>
/// <param name="Amount">Whole đồng.</param>
public sealed record PaperText(string Title, string Body, string? Recipients = null, long? Amount = null);

/// <summary>
/// A kind of paper that a module makes from one of its records. The office opens it at
/// <c>/quan-tri/van-ban/moi?mau={code}&amp;ho-so={id}</c>: a draft that the clerk completes, numbers and has signed.
/// </summary>
public interface IPaperTemplate
{
    /// <summary>Stable, lower case: <c>alliance.admission</c>.</summary>
    string Code { get; }

    PaperKind Kind { get; }

    /// <returns>Null where there is no such record, or the person of this request may not see it.</returns>
    Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken);
}
