using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Intake;

/// <summary>
/// Takes one table in, batch by batch: each batch, its count and its marks in one transaction. A run that is broken off goes on behind the last batch;
/// a batch that meets somebody else's edit is done again row by row on the records as they are then, so that neither side loses anything.
/// </summary>
internal sealed class IntakeRun(AppDbContext db, IntakeDesk desk, IOrganisationRegister register, INotices notices, Acting acting, TimeProvider clock)
{
    private const int BatchRows = 1000;
    private const int Attempts = 8;

    /// <summary>A store that is away for a night comes back.</summary>
    private static readonly TimeSpan LongestTried = TimeSpan.FromDays(1);

    public async Task RunAsync(Guid intakeId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var intake = (await desk.FindAsync(intakeId, cancellationToken))!;
        if (intake.Status != IntakeStatus.Waiting)
        {
            return;
        }

        acting.AsPerson(intake.AsActor, new ActingPerson(intake.PersonId, intake.OrganisationId, Address: null));
        acting.As(intake.AsActor, why: $"Nhập từ tệp {intake.FileName}");
        try
        {
            await TakeAsync(intake, cancellationToken);
        }
        catch (RefusedException refused)
        {
            db.ChangeTracker.Clear();
            await EndAsync(intakeId, refused.Message, cancellationToken);
            return;
        }

        await EndAsync(intakeId, problem: null, cancellationToken);
    }

    /// <summary>Ends a table that has failed for a day for another reason than what it says: its file is gone from the store, say.</summary>
    public async Task FailedAsync(Guid intakeId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var (intake, now) = ((await desk.FindAsync(intakeId, cancellationToken))!, clock.GetUtcNow().UtcDateTime);
        var since = (await db.Set<IntakeProgress>().SingleAsync(p => p.Id == intakeId, cancellationToken)).Failed(now);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        if (intake.Status != IntakeStatus.Waiting || since + LongestTried > now)
        {
            return;
        }

        acting.AsPerson(intake.AsActor, new ActingPerson(intake.PersonId, intake.OrganisationId, Address: null));
        acting.As(intake.AsActor, why: $"Nhập từ tệp {intake.FileName}");
        await EndAsync(intakeId, "Đã thử nhiều lần mà không đọc được tệp này. Hãy tải bảng lên lại; những dòng đã nhập thì bảng mới bỏ qua.", cancellationToken);
    }

    private async Task TakeAsync(RegistryIntake intake, CancellationToken cancellationToken)
    {
        var rows = IntakeDesk.Below(await desk.RowsAsync(intake, cancellationToken), intake.HeaderLine);
        var progress = await db.Set<IntakeProgress>().AsNoTracking().SingleAsync(p => p.Id == intake.Id, cancellationToken);
        db.ChangeTracker.Clear();
        var planner = await desk.PlannerAsync(intake, IntakeSight.Read(progress.Seen), cancellationToken);
        await using var room = await LargeWrite.BeginAsync(db, cancellationToken);
        await planner.PassOverAsync([.. rows.Take(progress.Next)], cancellationToken);
        foreach (var batch in rows.Skip(progress.Next).Chunk(BatchRows))
        {
            if (!await IsTakenAsync(planner, batch, intake.Id, lastTry: false, cancellationToken))
            {
                await OneByOneAsync(planner, batch, intake.Id, cancellationToken);
            }
        }
    }

    private async Task OneByOneAsync(IntakePlanner planner, LooseRow[] batch, Guid intakeId, CancellationToken cancellationToken)
    {
        foreach (var row in batch)
        {
            var attempt = 1;
            while (!await IsTakenAsync(planner, [row], intakeId, lastTry: attempt >= Attempts, cancellationToken))
            {
                attempt++;
            }
        }
    }

    /// <param name="lastTry">Whoever is in the way stays: the row is refused.</param>
    /// <returns>False where somebody else saved one of these records at the same moment; nothing is written then.</returns>
    private async Task<bool> IsTakenAsync(IntakePlanner planner, LooseRow[] batch, Guid intakeId, bool lastTry, CancellationToken cancellationToken)
    {
        var planned = await planner.PlanAsync(batch, tracked: true, cancellationToken);
        try
        {
            var outcomes = lastTry ? [.. planned.Select(row => GivenUp(row, intakeId))] : await WriteAsync(planned, intakeId, cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var progress = await db.Set<IntakeProgress>().SingleAsync(p => p.Id == intakeId, cancellationToken);
            progress.Count(outcomes);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!lastTry)
        {
            register.Forget();
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<IReadOnlyList<IntakeOutcome>> WriteAsync(IReadOnlyList<PlannedRow> planned, Guid intakeId, CancellationToken cancellationToken)
    {
        var taken = await NumbersTakenAsync(planned, cancellationToken);
        var outcomes = new List<IntakeOutcome>(planned.Count);
        await register.ReadCodesAsync(cancellationToken);
        foreach (var row in planned)
        {
            var outcome = row.Outcome;
            switch (outcome)
            {
                case IntakeOutcome.New or IntakeOutcome.Changed when row.Row.Text(IntakeTarget.Number) is { } number && taken[RegistryIndex.Digits(number)].Any(id => id != row.File!.Cooperative.Id):
                    Refuse(intakeId, new(row.Row.Line, null, "Số đăng ký này vừa được ghi ở một hồ sơ khác.", []));
                    outcome = IntakeOutcome.Refused;
                    break;
                case IntakeOutcome.New:
                    Mark(intakeId, await OpenAsync(row, cancellationToken), row);
                    break;
                case IntakeOutcome.Changed:
                    await ChangeAsync(row.File!, cancellationToken);
                    Mark(intakeId, row.File!.Cooperative.Id, row);
                    break;
                case IntakeOutcome.Question:
                    Refuse(intakeId, new(row.Row.Line, null, "Có thể trùng với hồ sơ đã có hoặc dòng khác và chưa được trả lời.", []));
                    break;
                default:
                    break;
            }

            // Those of a row that is taken in all the same are of single cells.
            row.Problems.ToList().ForEach(problem => Refuse(intakeId, problem));
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private async Task<Guid> OpenAsync(PlannedRow row, CancellationToken cancellationToken)
    {
        var file = row.File!;
        file.Cooperative.ListAs(await register.OpenAsync(file.Cooperative.Id, file.Kind, file.Name, row.Row.Text(IntakeTarget.ShortName), RegistryDesk.Reserved, cancellationToken));
        db.Add(file.Cooperative);
        db.AddRange(file.Added);
        return file.Cooperative.Id;
    }

    private async Task ChangeAsync(IntakeFile file, CancellationToken cancellationToken)
    {
        if (file.IsRenamed)
        {
            await register.RenameAsync(file.Cooperative.Id, file.Name, file.ShortName, on: null, file.NameSource, cancellationToken);
        }

        db.AddRange(file.Added);

        // Whoever merges or edits the file in this moment is met: what is added would stay behind with a file that goes.
        if (file.TouchesSize || file.Added.Count > 0)
        {
            db.Entry(file.Cooperative).Property(c => c.Version).IsModified = true;
        }
    }

    /// <summary>Numbers that somebody has registered since the table was begun.</summary>
    private async Task<ILookup<string, Guid>> NumbersTakenAsync(IReadOnlyList<PlannedRow> planned, CancellationToken cancellationToken)
    {
        var numbers = planned.Where(row => row.Outcome is IntakeOutcome.New or IntakeOutcome.Changed).Select(row => row.Row.Text(IntakeTarget.Number)).OfType<string>()
            .SelectMany(number => new[] { number, RegistryIndex.Digits(number) }).Distinct(StringComparer.Ordinal).ToArray();
        if (numbers.Length == 0)
        {
            return Array.Empty<Guid>().ToLookup(_ => "");
        }

        // Two questions, each of its own index: one with "or" reads the whole register for every batch.
        var open = db.Set<Cooperative>().Where(c => c.RegistrationNumber != null && c.MergedIntoId == null);
        var held = (await open.Where(c => EF.Parameter(numbers).Contains(c.RegistrationNumber)).Select(c => new { c.Id, c.RegistrationNumber }).ToListAsync(cancellationToken))
            .Union(await open.Where(c => c.NumberHeld != null && EF.Parameter(numbers).Contains(c.NumberHeld)).Select(c => new { c.Id, c.RegistrationNumber }).ToListAsync(cancellationToken));
        return held.ToLookup(c => RegistryIndex.Digits(c.RegistrationNumber!), c => c.Id, StringComparer.Ordinal);
    }

    private IntakeOutcome GivenUp(PlannedRow row, Guid intakeId)
    {
        db.ChangeTracker.Clear();
        Refuse(intakeId, new(row.Row.Line, null, "Hồ sơ đang được nhiều người sửa cùng lúc. Hãy nhập lại dòng này.", []));
        return IntakeOutcome.Refused;
    }

    private void Mark(Guid intakeId, Guid cooperativeId, PlannedRow row) => db.Add(new IntakeMark(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), intakeId, cooperativeId, row.Row.Line, row.Outcome, desk.Now));

    private void Refuse(Guid intakeId, RowProblem problem) => db.Add(new IntakeFault(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), intakeId, problem));

    private async Task EndAsync(Guid intakeId, string? problem, CancellationToken cancellationToken)
    {
        var intake = (await desk.FindAsync(intakeId, cancellationToken))!;
        if (problem is null)
        {
            intake.Finish(clock.GetUtcNow().UtcDateTime);
        }
        else
        {
            intake.Fail(problem, clock.GetUtcNow().UtcDateTime);
        }

        await notices.TellAsync([intake.PersonId], new Notice(problem is null ? "Đã nhập xong bảng {0}." : "Không nhập được bảng {0}.", [intake.FileName], $"{IntakeDesk.Address}/{intakeId}"), cancellationToken);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}

/// <summary>Takes in every table that waits, the oldest first.</summary>
internal sealed class IntakeJob(AppDbContext db, IntakeRun run) : IScheduledJob
{
    public const string JobCode = "cooperatives.intake";

    public string Code => JobCode;

    public string Name => "Nhập bảng vào sổ hợp tác xã";

    public JobSchedule Schedule => new JobSchedule.Every(TimeSpan.FromMinutes(10));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<RegistryIntake>().AsNoTracking().Where(i => i.Status == IntakeStatus.Waiting).OrderBy(i => i.TakenInAt).ThenBy(i => i.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        var failures = new List<Exception>();
        foreach (var id in waiting)
        {
            try
            {
                await run.RunAsync(id, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // One whose file cannot be read now waits for the next time; it does not hold up those behind it.
                failures.Add(failure);
                await NoteAsync(id, failures, cancellationToken);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} of {waiting.Count} tables could not be taken in.", failures);
        }

        return waiting.Count == 0 ? null : new JobOutcome("Đã nhập {0} bảng.", waiting.Count);
    }

    private async Task NoteAsync(Guid id, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await run.FailedAsync(id, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            failures.Add(failure);
        }
    }
}
