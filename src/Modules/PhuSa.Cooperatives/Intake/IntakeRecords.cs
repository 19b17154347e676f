using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>How far a table is: written with each batch in the batch's own transaction, so that a run that is begun again goes on where the last one stood.</summary>
internal sealed class IntakeProgress
{
    private IntakeProgress()
    {
    }

    /// <param name="seen">See <see cref="IntakeSight"/>.</param>
    public IntakeProgress(Guid intakeId, int rows, byte[] seen)
    {
        Id = intakeId;
        Rows = rows;
        Seen = seen;
    }

    /// <summary>The intake's.</summary>
    public Guid Id { get; private init; }

    public int Rows { get; private init; }

    /// <summary>How many rows are done.</summary>
    public int Next { get; private set; }

    public int Created { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>What the person saw of the records when they said yes.</summary>
    public byte[] Seen { get; private init; } = [];

    public int Version { get; private set; }

    /// <summary>Since when each try has failed; null while it goes on.</summary>
    public DateTime? FailingSince { get; private set; }

    /// <returns>Since when.</returns>
    public DateTime Failed(DateTime now)
    {
        Version++;
        return FailingSince ??= now;
    }

    public void Count(IEnumerable<IntakeOutcome> outcomes)
    {
        FailingSince = null;
        foreach (var outcome in outcomes)
        {
            Next++;
            switch (outcome)
            {
                case IntakeOutcome.New:
                    Created++;
                    break;
                case IntakeOutcome.Changed:
                    Changed++;
                    break;
                case IntakeOutcome.Unchanged:
                    Unchanged++;
                    break;
                default:
                    Refused++;
                    break;
            }
        }

        Version++;
    }
}

/// <summary>That a row of a table made or changed a file. Written once.</summary>
internal sealed class IntakeMark
{
    private IntakeMark()
    {
    }

    public IntakeMark(Guid id, Guid intakeId, Guid cooperativeId, int line, IntakeOutcome outcome, DateTime at)
    {
        Id = id;
        IntakeId = intakeId;
        CooperativeId = cooperativeId;
        Line = line;
        Outcome = outcome;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid IntakeId { get; private init; }

    public Guid CooperativeId { get; private init; }

    public int Line { get; private init; }

    public IntakeOutcome Outcome { get; private init; }

    public DateTime At { get; private init; }
}

/// <summary>Why a row was not taken in. Written once.</summary>
internal sealed class IntakeFault
{
    public const int ColumnMaxLength = 200;
    public const int SentenceMaxLength = 400;

    private IntakeFault()
    {
    }

    public IntakeFault(Guid id, Guid intakeId, RowProblem problem)
    {
        Id = id;
        IntakeId = intakeId;
        Line = problem.Line;
        Column = problem.Column is { } column ? VietnameseText.Beginning(column, ColumnMaxLength) : null;
        Sentence = problem.Sentence;
        Args = [.. problem.Args];
    }

    public Guid Id { get; private init; }

    public Guid IntakeId { get; private init; }

    public int Line { get; private init; }

    public string? Column { get; private init; }

    public string Sentence { get; private init; } = "";

    public IReadOnlyList<string> Args { get; private init; } = [];

    public RowProblem Told => new(Line, Column, Sentence, Args);
}

/// <summary>What a person said of a row that may be a file on record: that file's code, or null for another cooperative.</summary>
internal sealed class IntakeAnswer
{
    private IntakeAnswer()
    {
    }

    public IntakeAnswer(Guid id, Guid intakeId, int line, string? code)
    {
        Id = id;
        IntakeId = intakeId;
        Line = line;
        Code = code;
    }

    public Guid Id { get; private init; }

    public Guid IntakeId { get; private init; }

    public int Line { get; private init; }

    public string? Code { get; private set; }

    public void Say(string? code) => Code = code;
}

/// <summary>A way of reading tables, kept by its name: a table with the same headings is read by it.</summary>
internal sealed class KeptLayout : IJournaled
{
    public const int NameMaxLength = 100;

    private KeptLayout()
    {
    }

    public KeptLayout(Guid id, Guid organisationId, string name)
    {
        Id = id;
        OrganisationId = organisationId;
        Name = name;
    }

    public Guid Id { get; private init; }

    /// <summary>Whose desk keeps it.</summary>
    public Guid OrganisationId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>Folded headings, in their order.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    public IReadOnlyList<string> Targets { get; private set; } = [];

    public long MoneyUnit { get; private set; } = 1;

    public OrganisationKind Kind { get; private set; }

    public bool SameByNameAndPlace { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public IReadOnlyList<IntakeTarget> Meant => [.. Targets.Select(Enum.Parse<IntakeTarget>)];

    public void Keep(IReadOnlyList<string> headings, IntakeLayout layout)
    {
        Headings = [.. headings.Select(SearchText.Fold)];
        Targets = [.. layout.Targets.Select(target => target.ToString())];
        (MoneyUnit, Kind, SameByNameAndPlace) = (layout.MoneyUnit, layout.Kind, layout.SameByNameAndPlace);
    }

    public bool Fits(IReadOnlyList<string> headings) => Headings.SequenceEqual(headings.Select(SearchText.Fold), StringComparer.Ordinal);
}
