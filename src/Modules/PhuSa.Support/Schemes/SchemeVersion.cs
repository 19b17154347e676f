using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Support.Schemes;

/// <summary>What a version of a scheme says. A part that nobody has read in the official text is null, never guessed.</summary>
/// <param name="EffectiveFrom">First day; null where not known.</param>
/// <param name="EffectiveTo">Last day; null while in force, or where not known.</param>
/// <param name="RatePercent">Of the eligible cost, 0 to 100.</param>
/// <param name="Ceiling">For one project, whole đồng.</param>
/// <param name="AnswerWithin">Working days from a complete dossier to the answer.</param>
/// <param name="Verified">Somebody compared this version with the official text.</param>
internal sealed record SchemeTerms(
    Guid? DecisionId,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    string? Subjects,
    string? Fields,
    string? Conditions,
    string? Criteria,
    int? RatePercent,
    long? Ceiling,
    int? AnswerWithin,
    bool Verified,
    string? Note,
    string? Source);

/// <summary>The rules of a scheme as they stand from one day to another. An application stays bound to the version in force on its day.</summary>
internal sealed class SchemeVersion : IJournaled, ISaidToReaders
{
    public const int TextMaxLength = 4000;
    public const int MostPercent = 100;

    private SchemeVersion()
    {
    }

    public SchemeVersion(Guid id, string code, Guid schemeId, SchemeTerms terms)
    {
        Id = id;
        Code = code;
        SchemeId = schemeId;
        State(terms);
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public Guid SchemeId { get; private init; }

    public Guid? DecisionId { get; private set; }

    public DateOnly? EffectiveFrom { get; private set; }

    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>Who may apply.</summary>
    public string? Subjects { get; private set; }

    /// <summary>Kinds of work that are supported.</summary>
    public string? Fields { get; private set; }

    public string? Conditions { get; private set; }

    public string? Criteria { get; private set; }

    public int? RatePercent { get; private set; }

    public long? Ceiling { get; private set; }

    public int? AnswerWithin { get; private set; }

    public bool Verified { get; private set; }

    public string? Note { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Code;

    /// <summary>Its days are told at any time: that it is in force no more is never held.</summary>
    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of(
        (nameof(Code), Code),
        (nameof(Subjects), Subjects),
        (nameof(Fields), Fields),
        (nameof(Conditions), Conditions),
        (nameof(Criteria), Criteria),
        (nameof(RatePercent), RatePercent),
        (nameof(Ceiling), Ceiling),
        (nameof(AnswerWithin), AnswerWithin),
        (nameof(Note), Note),
        (nameof(Source), Source));

    /// <exception cref="RefusedException">The last day is before the first, or the rate is no percentage.</exception>
    public void State(SchemeTerms terms)
    {
        if (terms.EffectiveTo < terms.EffectiveFrom)
        {
            throw new RefusedException("Ngày hết hiệu lực không được trước ngày có hiệu lực.");
        }

        if (terms.RatePercent is < 0 or > MostPercent)
        {
            throw new RefusedException("Tỷ lệ hỗ trợ phải từ 0 đến 100 phần trăm.");
        }

        DecisionId = terms.DecisionId;
        EffectiveFrom = terms.EffectiveFrom;
        EffectiveTo = terms.EffectiveTo;
        Subjects = terms.Subjects;
        Fields = terms.Fields;
        Conditions = terms.Conditions;
        Criteria = terms.Criteria;
        RatePercent = terms.RatePercent;
        Ceiling = terms.Ceiling;
        AnswerWithin = terms.AnswerWithin;
        Verified = terms.Verified;
        Note = terms.Note;
        Source = terms.Source;
    }

    /// <summary>Whether this version was in force at a time; unknown where the time or a first day is not known, or the time runs over an edge.</summary>
    public Truth InForce(RecordTime time)
    {
        var span = new Period(EffectiveFrom, EffectiveTo);
        if (span.Excludes(time))
        {
            return Truth.No;
        }

        return EffectiveFrom is not null && span.Contains(time) ? Truth.Yes : Truth.Unknown;
    }

    /// <summary>Whether two versions claim a day in common; a version whose first day is not known claims none.</summary>
    public bool Overlaps(SchemeVersion other) =>
        EffectiveFrom is not null && other.EffectiveFrom is not null && !(EffectiveTo < other.EffectiveFrom || other.EffectiveTo < EffectiveFrom);

    /// <summary>What this version would give for an eligible cost in đồng.</summary>
    public SupportLevel LevelFor(long? eligibleCost) => SupportLevel.Of(RatePercent, Ceiling, eligibleCost);
}
