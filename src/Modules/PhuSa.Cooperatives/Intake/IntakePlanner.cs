using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>One value that a row changes.</summary>
internal sealed record RowChange(IntakeTarget Target, string? From, string? To);

/// <summary>What a row would do, or did.</summary>
/// <param name="Sight">What was seen of the file when this was planned; 0 where nothing was to be done.</param>
internal sealed record PlannedRow(RowValues Row, IntakeOutcome Outcome)
{
    public KnownFile? Known { get; init; }

    /// <summary>With the row's values in it; null where the row is not taken in.</summary>
    public IntakeFile? File { get; init; }

    public IReadOnlyList<RowChange> Changes { get; init; } = [];

    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    public IReadOnlyList<IntakeCandidate> Candidates { get; init; } = [];

    public ulong Sight { get; init; }

    /// <summary>What the row calls the file, where that is another name than the one on record and changes nothing.</summary>
    public string? OtherName { get; init; }
}

/// <summary>
/// Finds out row by row what a table does to the register. The dry run and the run ask the same one, the run with records that are tracked:
/// so what is shown is what happens.
/// </summary>
/// <param name="seen">What a person saw of each row; what is otherwise by now is refused, so that nobody's edit is lost. Null in a dry run.</param>
internal sealed class IntakePlanner(AppDbContext db, IOrganisations organisations, IPlaces places, RegistryIndex index, RowReading reading, IntakeLayout layout, IReadOnlyDictionary<int, string?> answers, IntakeHand hand, IReadOnlyDictionary<int, ulong>? seen)
{
    private readonly Dictionary<Guid, int> _takenFiles = [];
    private readonly Dictionary<string, int> _takenNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Line, string Place, string? Number)>> _takenNames = new(StringComparer.Ordinal);

    /// <param name="tracked">The records are to be saved.</param>
    public async Task<IReadOnlyList<PlannedRow>> PlanAsync(IReadOnlyList<LooseRow> rows, bool tracked, CancellationToken cancellationToken)
    {
        await reading.PrepareAsync(rows, places, cancellationToken);
        var planned = new List<PlannedRow>(rows.Count);
        foreach (var row in rows)
        {
            planned.Add(Sort(row));
        }

        // A row that only may be about a file is tried on a copy of it.
        var files = await FilesAsync(planned, IntakeOutcome.Changed, tracked, cancellationToken);
        var copies = await FilesAsync(planned, IntakeOutcome.Question, tracked: false, cancellationToken);
        var units = await places.OfAsync(files.Values.Concat(copies.Values).Select(file => file.Cooperative.PlaceId).OfType<Guid>(), cancellationToken);
        return planned.ConvertAll(row => row switch
        {
            { Known: { } known, Outcome: IntakeOutcome.Changed } => Changed(row, files.GetValueOrDefault(known.Id), units),
            { Known: { } known } => Changed(row, copies.GetValueOrDefault(known.Id), units),
            { Outcome: IntakeOutcome.New } => Opened(row),
            _ => row,
        });
    }

    /// <summary>Whose they are, without looking at the files: for rows that an earlier run has done.</summary>
    public async Task PassOverAsync(IReadOnlyList<LooseRow> rows, CancellationToken cancellationToken)
    {
        await reading.PrepareAsync(rows, places, cancellationToken);
        foreach (var row in rows)
        {
            Sort(row);
        }
    }

    /// <summary>Finds the file that a row is about, and refuses what an earlier row of the table has taken.</summary>
    private PlannedRow Sort(LooseRow raw)
    {
        var problems = new List<RowProblem>();
        var row = reading.Read(raw, problems);
        if (problems.Count > 0)
        {
            return new(row, IntakeOutcome.Refused) { Problems = problems };
        }

        if (row.IsEmpty)
        {
            return new(row, IntakeOutcome.Unchanged);
        }

        var match = index.Match(row, layout, answers.ContainsKey(row.Line), answers.GetValueOrDefault(row.Line));
        if (match.Problem is { } problem)
        {
            return Refused(row, problem);
        }

        if (match.Asked.Count > 0)
        {
            return new(row, IntakeOutcome.Question) { Candidates = match.Asked, Known = match.Tentative };
        }

        return match.File is { } file ? Claim(row, file) : SortNew(row);
    }

    private PlannedRow Claim(RowValues row, KnownFile file)
    {
        if (_takenFiles.TryGetValue(file.Id, out var line) && line != row.Line)
        {
            return Refused(row, new(row.Line, null, "Cùng hồ sơ {0} với dòng {1} của bảng; mỗi hồ sơ chỉ có một dòng.", [file.Code, Line(line)]));
        }

        _takenFiles[file.Id] = row.Line;
        return new(row, IntakeOutcome.Changed) { Known = file };
    }

    private PlannedRow SortNew(RowValues row)
    {
        if (row.Name is not { } name)
        {
            return Refused(row, new(row.Line, null, "Dòng không có tên, cũng không có mã hay số đăng ký của hồ sơ nào trong sổ.", []));
        }

        var number = row.Text(IntakeTarget.Number) is { } typed ? RegistryIndex.Digits(typed) : null;
        if (number is not null && _takenNumbers.TryGetValue(number, out var line) && line != row.Line)
        {
            return Refused(row, new(row.Line, null, "Cùng số đăng ký với dòng {0} của bảng.", [Line(line)]));
        }

        var place = SearchText.Fold(row.Text(IntakeTarget.Place) ?? "");
        var core = Duplicates.Core(name);
        var alike = _takenNames.GetValueOrDefault(core)?.Where(other => other.Line != row.Line && (number is null || other.Number is null))
            .Select(other => new IntakeCandidate(null, other.Line, RegistryIndex.Compare(place, other.Place))).ToList() ?? [];
        if (alike.Count > 0 && !answers.ContainsKey(row.Line))
        {
            return new(row, IntakeOutcome.Question) { Candidates = alike };
        }

        if (number is not null)
        {
            _takenNumbers[number] = row.Line;
        }

        if (!_takenNames.TryGetValue(core, out var taken))
        {
            _takenNames[core] = taken = [];
        }

        if (!taken.Exists(other => other.Line == row.Line))
        {
            taken.Add((row.Line, place, number));
        }

        return new(row, IntakeOutcome.New);
    }

    private PlannedRow Opened(PlannedRow planned)
    {
        // Its own reason first: a row that was refused already has not moved.
        var file = new IntakeFile(planned.Row.Value<OrganisationKind>(IntakeTarget.Kind) ?? layout.Kind, planned.Row.Name!, new Cooperative(Guid.CreateVersion7(), ""));
        return Taken(planned.Row, file) is { } problem ? Refused(planned.Row, problem)
            : !IsAsSeen(planned.Row, 1) ? Moved(planned.Row)
            : planned with { File = file, Sight = 1 };
    }

    private PlannedRow Changed(PlannedRow planned, IntakeFile? file, IReadOnlyDictionary<Guid, PlaceFact> units)
    {
        var row = planned.Row;
        if (file is null)
        {
            return Refused(row, new(row.Line, null, "Hồ sơ đã chọn không còn trong sổ.", []));
        }

        var year = IntakeFile.YearIn(row, layout);
        var named = row.Of<PlaceFact>(IntakeTarget.PlaceCode);
        string? Unit(Guid id) => id == named?.Id ? named.FullName : units.GetValueOrDefault(id)?.FullName;
        file.Unit = file.Cooperative.PlaceId is { } at ? units.GetValueOrDefault(at) : null;
        var before = file.TouchedBy(row).Select(target => (Target: target, Words: file.Words(target, year, hand.Today, Unit))).ToList();
        var sight = Sight(file.Cooperative.Id, before);
        if (planned.Outcome == IntakeOutcome.Changed && !IsAsSeen(row, sight) && seen!.GetValueOrDefault(row.Line) != 0)
        {
            return Moved(row);
        }

        if (Taken(row, file) is { } problem)
        {
            return planned.Outcome == IntakeOutcome.Question ? planned with { Known = null } : Refused(row, problem);
        }

        if (planned.Outcome == IntakeOutcome.Changed && !IsAsSeen(row, sight) && before.Exists(old => old.Words != file.Words(old.Target, year, hand.Today, Unit)))
        {
            return Moved(row);
        }

        var changes = before.Select(old => new RowChange(old.Target, old.Words, file.Words(old.Target, year, hand.Today, Unit))).Where(change => change.From != change.To).ToList();
        if (planned.Outcome == IntakeOutcome.Question && changes.Count > 0)
        {
            // It may be the one of this name, and it would change: a person has to say.
            return planned with { Known = null };
        }

        var outcome = changes.Count > 0 ? IntakeOutcome.Changed : IntakeOutcome.Unchanged;
        return planned with { Outcome = outcome, File = file, Changes = changes, Candidates = [], Sight = sight, OtherName = file.OtherName, Problems = LeftOut(row, file) };
    }

    private IReadOnlyList<RowProblem> LeftOut(RowValues row, IntakeFile file) =>
        [.. file.LeftOut.Select(cell => new RowProblem(row.Line, reading.HeadingOf(cell.Target), cell.Sentence, cell.Args))];

    private RowProblem? Taken(RowValues row, IntakeFile file)
    {
        try
        {
            file.Take(row, layout, hand);
            return null;
        }
        catch (RefusedException refused)
        {
            return new(row.Line, null, refused.Text, [.. refused.Args.Select(arg => $"{arg}")]);
        }
    }

    private async Task<Dictionary<Guid, IntakeFile>> FilesAsync(IEnumerable<PlannedRow> planned, IntakeOutcome outcome, bool tracked, CancellationToken cancellationToken)
    {
        var wanted = planned.Where(row => row.Outcome == outcome).Select(row => row.Known?.Id).OfType<Guid>().Distinct().ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var names = await organisations.Rows.Where(o => EF.Parameter(wanted).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var cooperatives = await db.Set<Cooperative>().AsSplitQuery().AsTracking(tracking).Where(c => EF.Parameter(wanted).Contains(c.Id)).ToListAsync(cancellationToken);
        var contacts = await db.Set<CooperativeContact>().AsTracking(tracking).Where(c => EF.Parameter(wanted).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var years = (await db.Set<CooperativeYear>().AsTracking(tracking).Where(y => EF.Parameter(wanted).Contains(y.CooperativeId)).ToListAsync(cancellationToken)).ToLookup(y => y.CooperativeId);
        var board = (await db.Set<BoardMember>().AsTracking(tracking).Where(m => EF.Parameter(wanted).Contains(m.CooperativeId)).ToListAsync(cancellationToken)).ToLookup(m => m.CooperativeId);
        return cooperatives.Where(c => names.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => new IntakeFile(names[c.Id], c, contacts.GetValueOrDefault(c.Id), years[c.Id], board[c.Id]));
    }

    private bool IsAsSeen(RowValues row, ulong sight) => seen is null || seen.GetValueOrDefault(row.Line) == sight;

    private static PlannedRow Moved(RowValues row) => Refused(row, new(row.Line, null, "Hồ sơ hoặc sổ vừa được người khác sửa sau khi bạn xem trước. Hãy nhập lại bảng để xem dòng này.", []));

    private static PlannedRow Refused(RowValues row, RowProblem problem) => new(row, IntakeOutcome.Refused) { Problems = [problem] };

    private static string Line(int line) => line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static ulong Sight(Guid id, IEnumerable<(IntakeTarget Target, string? Words)> before)
    {
        var told = $"{id}\u001e{string.Join('\u001e', before.Select(old => $"{old.Target}\u001f{old.Words}"))}";
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(told))) | 2;
    }
}

/// <summary>What a person saw of each row when they said yes, twelve bytes a row: the line, and a digest of the values that the row was to change.</summary>
internal static class IntakeSight
{
    private const int Size = 12;

    public static byte[] Of(IReadOnlyList<PlannedRow> rows)
    {
        var seen = new byte[rows.Count * Size];
        for (var i = 0; i < rows.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(seen.AsSpan(i * Size), rows[i].Row.Line);
            BinaryPrimitives.WriteUInt64LittleEndian(seen.AsSpan((i * Size) + 4), rows[i].Sight);
        }

        return seen;
    }

    public static IReadOnlyDictionary<int, ulong> Read(byte[] seen) => Enumerable.Range(0, seen.Length / Size)
        .ToDictionary(i => BinaryPrimitives.ReadInt32LittleEndian(seen.AsSpan(i * Size)), i => BinaryPrimitives.ReadUInt64LittleEndian(seen.AsSpan((i * Size) + 4)));
}
