using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Figures;

/// <summary>How a figure came about.</summary>
public enum FigureOrigin
{
    /// <summary>A count or a sum over the evidence.</summary>
    Computed,

    /// <summary>A number typed on a record, with its source.</summary>
    Manual,
}

/// <summary>One named, versioned counting rule.</summary>
/// <param name="Code">Such as <c>marks.cooperatives-granted</c>; never changes.</param>
/// <param name="Name">Vietnamese, short; the key of its English name.</param>
/// <param name="Definition">Vietnamese, one or two sentences: what is counted and what is not.</param>
/// <param name="Unit">The word after the number: “hợp tác xã”, “buổi”, “đồng”, “%”.</param>
/// <param name="Version">Bumped whenever the rule changes, so that a frozen value tells by which rule it was made.</param>
public sealed record FigureDefinition(string Code, string Name, string Definition, string Unit, int Version = 1)
{
    /// <summary>Money is shown in full figures, never padded to two digits.</summary>
    public bool IsMoney => Unit == "đồng";
}

/// <summary>What a figure is asked for.</summary>
/// <param name="Period">The days asked for.</param>
/// <param name="Programmes">
/// Codes of the programmes under review: a record without a date that is tied to one of them counts
/// (architecture, rule 4). Empty when no review is behind the question.
/// </param>
/// <param name="OrganisationId">Only what concerns this organisation; null for all.</param>
public sealed record FigureRequest(Period Period, IReadOnlyCollection<string> Programmes, Guid? OrganisationId = null)
{
    public static FigureRequest Everything { get; } = new(Period.Everything, []);

    /// <summary>No first day was asked for, so a record without a date counts.</summary>
    public bool FromTheBeginning { get; private init; }

    /// <summary>Everything up to a day, records without a date included.</summary>
    public static FigureRequest UpTo(DateOnly day) => new(new Period(null, day), []) { FromTheBeginning = true };

    /// <summary>
    /// Whether a record counts: yes if its time lies inside the period, or if it has no date and is tied to a programme under review,
    /// or if everything recorded is asked for; no if its time lies outside; unknown otherwise.
    /// </summary>
    public Truth Covers(RecordTime time, string? programme)
    {
        if (Period.IsEverything || Period.Contains(time))
        {
            return Truth.Yes;
        }

        if (Period.Excludes(time))
        {
            return Truth.No;
        }

        if (FromTheBeginning)
        {
            return Truth.Yes;
        }

        return !time.IsKnown && programme is not null && Programmes.Contains(programme) ? Truth.Yes : Truth.Unknown;
    }
}

/// <summary>One fact of an evidence record: a column of the evidence page.</summary>
public sealed record EvidenceFact(string Label, string? Value);

/// <summary>A record behind a figure.</summary>
/// <param name="Kind">The record's table, such as <c>marks_grants</c>.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Title">What a reader knows the record by.</param>
/// <param name="Group">What records are grouped by on the page (a product, a topic); null when not grouped.</param>
/// <param name="Url">Root-relative address of the record's own page; null when it has none.</param>
/// <param name="Facts">Label and value pairs; a null value is shown as “chưa có dữ liệu”.</param>
/// <param name="IsPublic">A record that is not public is counted as withheld and not listed.</param>
public sealed record Evidence(string Kind, Guid RecordId, string Title, string? Group, string? Url, IReadOnlyList<EvidenceFact> Facts, bool IsPublic = true);

/// <summary>What a figure says for one request.</summary>
public sealed record FigureReading
{
    /// <summary>Null when unknown: data is missing. Unknown is never zero. đồng for money, whole percent for rates.</summary>
    public required long? Value { get; init; }

    public long? Target { get; init; }

    /// <summary>The source gives a round number only: printed with “khoảng”.</summary>
    public bool Approximate { get; init; }

    public FigureOrigin Origin { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>What is missing where the value is unknown; Vietnamese sentence.</summary>
    public string? Missing { get; init; }

    /// <summary>What a reader has to know beside the value; Vietnamese sentence.</summary>
    public string? Note { get; init; }

    public bool Unknown => Value is null;

    /// <summary>How many records behind the figure are not public.</summary>
    public int Withheld => Evidence.Count(e => !e.IsPublic);

    public static FigureReading NotKnown(string missing, IReadOnlyList<Evidence> evidence) => new() { Value = null, Evidence = evidence, Missing = missing };
}

/// <summary>A counting rule that a module hands to the house.</summary>
public interface IFigure
{
    FigureDefinition Definition { get; }

    Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken);
}

/// <summary>Figures that are themselves data, such as one for each item of a plan.</summary>
public interface IFigureFamily
{
    /// <param name="known">What was declared before, by code: a family whose figures ask others finds them here. Modules of lower floors come first.</param>
    Task<IReadOnlyList<IFigure>> AllAsync(IReadOnlyDictionary<string, IFigure> known, CancellationToken cancellationToken);
}

/// <summary>All figures by code.</summary>
public sealed class FigureBook(IEnumerable<IFigure> figures, IEnumerable<IFigureFamily> families)
{
    private Dictionary<string, IFigure>? _byCode;

    /// <returns>The figure, or null for a code that no module declares.</returns>
    public async Task<IFigure?> FindAsync(string code, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).GetValueOrDefault(code);

    public async Task<IReadOnlyDictionary<string, IFigure>> AllAsync(CancellationToken cancellationToken)
    {
        if (_byCode is null)
        {
            var all = new Dictionary<string, IFigure>(StringComparer.Ordinal);
            foreach (var figure in figures)
            {
                all.Add(figure.Definition.Code, figure);
            }

            foreach (var family in families)
            {
                foreach (var figure in await family.AllAsync(all, cancellationToken))
                {
                    all.TryAdd(figure.Definition.Code, figure);
                }
            }

            _byCode = all;
        }

        return _byCode;
    }
}
