namespace PhuSa.Cooperatives.Intake;

internal enum IntakeOutcome
{
    New,
    Changed,
    Unchanged,

    /// <summary>It may be a file on record, or an earlier row: a person has to say.</summary>
    Question,
    Refused,
}

/// <summary>Why a row, or one cell of it, cannot be taken in.</summary>
/// <param name="Column">The heading as the file has it; null where the row as a whole is meant.</param>
/// <param name="Sentence">Vietnamese, a key of the module's English table.</param>
internal sealed record RowProblem(int Line, string? Column, string Sentence, IReadOnlyList<string> Args);

/// <summary>What a row says: one value for each target with a cell that is not empty. Only a proposal that is accepted takes a value away.</summary>
internal sealed class RowValues(int line)
{
    private const int Usual = 8;

    private readonly Dictionary<IntakeTarget, object?> _values = new(Usual);

    public int Line => line;

    public IEnumerable<IntakeTarget> Targets => _values.Keys.Order();

    public string? Name => Text(IntakeTarget.Name);

    public bool IsEmpty => _values.Count == 0;

    /// <param name="value">Null where the file is to say nothing there from now on.</param>
    public void Set(IntakeTarget target, object? value) => _values[target] = value;

    public bool Has(IntakeTarget target) => _values.ContainsKey(target);

    public string? Text(IntakeTarget target) => _values.GetValueOrDefault(target) as string;

    public T? Value<T>(IntakeTarget target)
        where T : struct => _values.TryGetValue(target, out var value) && value is not null ? (T)value : null;

    public T? Of<T>(IntakeTarget target)
        where T : class => _values.GetValueOrDefault(target) as T;

    /// <returns>What the file says from now on where it said this before.</returns>
    public string? Over(IntakeTarget target, string? before) => Has(target) ? Text(target) : before;

    /// <returns>What the file says from now on where it said this before.</returns>
    public T? Over<T>(IntakeTarget target, T? before)
        where T : struct => Has(target) ? Value<T>(target) : before;
}
