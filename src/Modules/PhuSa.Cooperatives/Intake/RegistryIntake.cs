using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Intake;

internal enum IntakeStatus
{
    /// <summary>Its columns are being told, and what it would change is looked over.</summary>
    Draft,
    Waiting,
    Done,
    Failed,
    Discarded,
}

internal enum IntakeAction
{
    Start,
    Finish,
    Fail,
    Discard,
}

/// <summary>What a name in a table says of a file that has another one.</summary>
internal enum TableNames
{
    /// <summary>How a desk writes it: the file keeps its own name, and the difference is told.</summary>
    AsDesksWrite,

    /// <summary>A person said that the names are the official ones: another one is a rename.</summary>
    Official,

    /// <summary>A person looks at each name letter by letter, so that another spelling is meant too.</summary>
    ToTheLetter,
}

/// <summary>How a table is read: which column says what, and in which units.</summary>
/// <param name="HeaderLine">The line of the file that names the columns; the rows below it are taken in.</param>
/// <param name="Targets">One for each column of the header.</param>
/// <param name="Kind">What a row is where no column says so.</param>
/// <param name="Year">Of the figures, where no column says so.</param>
/// <param name="MoneyUnit">How many đồng a one in a column of money is.</param>
/// <param name="SameByNameAndPlace">A row of the same name and the same place is the file on record; otherwise a person is asked.</param>
internal sealed record IntakeLayout(int HeaderLine, IReadOnlyList<IntakeTarget> Targets, OrganisationKind Kind, int? Year, long MoneyUnit, bool SameByNameAndPlace)
{
    public TableNames Names { get; init; }
}

/// <summary>A desk's own table on its way into the register: its columns, its dry run, and what became of it. Its rows stay in the file.</summary>
internal sealed class RegistryIntake : Aggregate<IntakeStatus, IntakeAction>, IJournaled
{
    public const string TableName = "cooperatives_intakes";
    public const int FileNameMaxLength = 260;

    /// <summary>Among the targets: a column of official names is another one than a column of names as a desk writes them.</summary>
    private const string OfficialName = "OfficialName";

    private RegistryIntake()
    {
    }

    public RegistryIntake(Guid id, Guid fileId, string fileName, SignedIn person, DateTime now)
    {
        Id = id;
        FileId = fileId;
        FileName = fileName;
        (PersonId, PersonName, OrganisationId, Organisation) = (person.PersonId, person.Name, person.OrganisationId, person.Organisation);
        TakenInAt = now;
        Begin(IntakeStatus.Draft, person.AsActor(), now);
    }

    public Guid FileId { get; private init; }

    public string FileName { get; private init; } = "";

    /// <summary>Who takes it in: the changes are recorded against them, though a job writes them.</summary>
    public Guid PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public Guid OrganisationId { get; private init; }

    public string Organisation { get; private init; } = "";

    public DateTime TakenInAt { get; private init; }

    public int HeaderLine { get; private set; }

    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Names of <see cref="IntakeTarget"/>, one for each heading; empty until somebody said so.</summary>
    public IReadOnlyList<string> Targets { get; private set; } = [];

    public OrganisationKind Kind { get; private set; }

    public int? Year { get; private set; }

    public long MoneyUnit { get; private set; } = 1;

    public bool SameByNameAndPlace { get; private set; }

    /// <summary>Why it failed; a Vietnamese sentence.</summary>
    public string? Problem { get; private set; }

    public bool HasLayout => Targets.Count > 0;

    public IntakeLayout Layout => new(HeaderLine, [.. Targets.Select(word => word == OfficialName ? IntakeTarget.Name : Enum.Parse<IntakeTarget>(word))], Kind, Year, MoneyUnit, SameByNameAndPlace)
    {
        Names = Targets.Contains(OfficialName) ? TableNames.Official : TableNames.AsDesksWrite,
    };

    public string JournalTitle => "Bảng nhập vào sổ hợp tác xã";

    public Actor AsActor => new(PersonName, Organisation);

    protected override Flow<IntakeStatus, IntakeAction> Table => IntakeFlow.Table;

    public void LayOut(IReadOnlyList<string> headings, IntakeLayout layout)
    {
        if (Status != IntakeStatus.Draft)
        {
            throw new RefusedException("Bảng này đã được nhập hoặc đã bỏ, không sửa cột được nữa.");
        }

        Headings = [.. headings];
        HeaderLine = layout.HeaderLine;
        Targets = [.. layout.Targets.Select(target => target == IntakeTarget.Name && layout.Names == TableNames.Official ? OfficialName : target.ToString())];
        (Kind, Year, MoneyUnit, SameByNameAndPlace) = (layout.Kind, layout.Year, layout.MoneyUnit, layout.SameByNameAndPlace);
    }

    /// <summary>Whoever says yes takes it in, also where a colleague handed it in.</summary>
    public void Start(SignedIn person, DateTime now)
    {
        Move(IntakeAction.Start, person.AsActor(), now);
        (PersonId, PersonName) = (person.PersonId, person.Name);
    }

    public void Finish(DateTime now) => Move(IntakeAction.Finish, AsActor, now);

    public void Fail(string problem, DateTime now)
    {
        Problem = problem;
        Move(IntakeAction.Fail, AsActor, now);
    }

    public void Discard(Actor by, DateTime now) => Move(IntakeAction.Discard, by, now);
}

/// <summary>The life of a table: looked over, taken in, or put aside.</summary>
internal static class IntakeFlow
{
    public static Flow<IntakeStatus, IntakeAction> Table { get; } = new(
        new()
        {
            [IntakeStatus.Draft] = new(Counts: false, Final: false, "cán bộ nhập", "Đang xem trước", "Đang xem trước", "draft"),
            [IntakeStatus.Waiting] = new(Counts: false, Final: false, WaitsOn: null, "Đang nhập", "Đang nhập", "going"),
            [IntakeStatus.Done] = new(Counts: false, Final: true, WaitsOn: null, "Đã nhập xong", "Đã nhập xong", "good"),
            [IntakeStatus.Failed] = new(Counts: false, Final: true, WaitsOn: null, "Không nhập được", "Không nhập được", "stop"),
            [IntakeStatus.Discarded] = new(Counts: false, Final: true, WaitsOn: null, "Đã bỏ, không nhập", "Đã bỏ, không nhập", "ended"),
        },
        new(IntakeStatus.Draft, IntakeAction.Start, IntakeStatus.Waiting),
        new(IntakeStatus.Draft, IntakeAction.Discard, IntakeStatus.Discarded),
        new(IntakeStatus.Waiting, IntakeAction.Finish, IntakeStatus.Done),
        new(IntakeStatus.Waiting, IntakeAction.Fail, IntakeStatus.Failed));
}
