using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Intake;

/// <summary>Where a desk's own tables are handed in, told by column, looked over and sent on.</summary>
internal sealed class IntakeDesk(AppDbContext db, IFiles files, IJobs jobs, IOrganisations organisations, IPlaces places, TimeProvider clock)
{
    public const string Address = $"{RegistryRights.Address}/nhap";

    public const int MaxMegabytes = 20;
    public const int Samples = 3;

    private const int HeaderWithin = 30;
    private const int Chunk = 2000;

    public static FileRules Rules { get; } = new(FileKinds.Excel | FileKinds.Text, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public AppDbContext Db => db;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A table is its desk's: another body's people find none.</summary>
    public async Task<RegistryIntake?> FindAsync(Guid id, SignedIn person, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } intake && intake.OrganisationId == person.OrganisationId ? intake : null;

    public Task<RegistryIntake?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<RegistryIntake>().AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    /// <summary>Keeps the file; it is read once here, so that what cannot be read is told at once.</summary>
    public async Task<RegistryIntake> OpenAsync(IncomingFile file, SignedIn person, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(Now));
        var kept = await files.TakeInAsync(file, new FileOwner(RegistryIntake.TableName, id), Rules, cancellationToken);
        var rows = await ReadOrRemoveAsync(kept, cancellationToken);
        var intake = new RegistryIntake(id, kept.Id, kept.Name, person, Now);
        var header = HeaderOf(rows);
        var fitting = (await LayoutsAsync(person.OrganisationId, cancellationToken)).FirstOrDefault(layout => layout.Fits(header.Cells));
        if (fitting is not null)
        {
            intake.LayOut(header.Cells, new IntakeLayout(header.Line, fitting.Meant, fitting.Kind, Year: null, fitting.MoneyUnit, fitting.SameByNameAndPlace));
        }

        db.Add(intake);
        await db.SaveChangesAsync(cancellationToken);
        return intake;
    }

    public async Task<IReadOnlyList<LooseRow>> RowsAsync(RegistryIntake intake, CancellationToken cancellationToken) =>
        await RowsAsync(await files.FindAsync(intake.FileId, cancellationToken) ?? throw new RefusedException("Tệp của bảng này không còn."), cancellationToken);

    /// <summary>The line that names the columns: of the first lines the one with the most headings that are known, or else the first that has several cells.</summary>
    public static LooseRow HeaderOf(IReadOnlyList<LooseRow> rows)
    {
        var best = rows.Take(HeaderWithin).MaxBy(row => IntakeTargetFacts.Recognized(row.Cells))!;
        return IntakeTargetFacts.Recognized(best.Cells) > 0 ? best : rows.FirstOrDefault(row => row.Cells.Count(cell => cell.Length > 0) > 1) ?? rows[0];
    }

    public static IReadOnlyList<LooseRow> Below(IReadOnlyList<LooseRow> rows, int headerLine) => [.. rows.Where(row => row.Line > headerLine)];

    public async Task<IReadOnlyList<KeptLayout>> LayoutsAsync(Guid organisationId, CancellationToken cancellationToken) =>
        await db.Set<KeptLayout>().Where(layout => layout.OrganisationId == organisationId).OrderBy(layout => layout.Name).ToListAsync(cancellationToken);

    public async Task KeepLayoutAsync(Guid organisationId, string name, RegistryIntake intake, CancellationToken cancellationToken)
    {
        var kept = await db.Set<KeptLayout>().SingleOrDefaultAsync(layout => layout.OrganisationId == organisationId && layout.Name == name, cancellationToken);
        if (kept is null)
        {
            kept = new KeptLayout(Guid.CreateVersion7(new DateTimeOffset(Now)), organisationId, name);
            db.Add(kept);
        }

        kept.Keep(intake.Headings, intake.Layout);
    }

    public async Task<IReadOnlyDictionary<int, string?>> AnswersAsync(Guid intakeId, CancellationToken cancellationToken) =>
        await db.Set<IntakeAnswer>().AsNoTracking().Where(answer => answer.IntakeId == intakeId).ToDictionaryAsync(answer => answer.Line, answer => answer.Code, cancellationToken);

    public async Task AnswerAsync(Guid intakeId, IReadOnlyDictionary<int, string?> said, CancellationToken cancellationToken)
    {
        var lines = said.Keys.ToArray();
        var before = await db.Set<IntakeAnswer>().Where(answer => answer.IntakeId == intakeId && EF.Parameter(lines).Contains(answer.Line)).ToDictionaryAsync(answer => answer.Line, cancellationToken);
        foreach (var (line, code) in said)
        {
            if (before.TryGetValue(line, out var answer))
            {
                answer.Say(code);
            }
            else
            {
                db.Add(new IntakeAnswer(Guid.CreateVersion7(new DateTimeOffset(Now)), intakeId, line, code));
            }
        }
    }

    /// <summary>What the whole table would do by now. Writes nothing.</summary>
    public async Task<IReadOnlyList<PlannedRow>> PlanAsync(RegistryIntake intake, CancellationToken cancellationToken)
    {
        var planner = await PlannerAsync(intake, seen: null, cancellationToken);
        var planned = new List<PlannedRow>();
        foreach (var rows in Below(await RowsAsync(intake, cancellationToken), intake.HeaderLine).Chunk(Chunk))
        {
            planned.AddRange(await planner.PlanAsync(rows, tracked: false, cancellationToken));
        }

        return planned;
    }

    public async Task<IntakePlanner> PlannerAsync(RegistryIntake intake, IReadOnlyDictionary<int, ulong>? seen, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        return new IntakePlanner(
            db,
            organisations,
            places,
            await RegistryIndex.ReadAsync(db, organisations, cancellationToken),
            new RowReading(intake.Layout, intake.Headings, today),
            intake.Layout,
            await AnswersAsync(intake.Id, cancellationToken),
            new IntakeHand(intake.AsActor, Now, today, intake.FileName, await SizeScale.ReadAsync(db, cancellationToken)),
            seen);
    }

    /// <summary>Sends the table on. What the person saw of the records goes with it: whatever is otherwise by then is left alone.</summary>
    public async Task StartAsync(RegistryIntake intake, IReadOnlyList<PlannedRow> planned, SignedIn person, CancellationToken cancellationToken)
    {
        intake.Start(person, Now);
        db.Add(new IntakeProgress(intake.Id, planned.Count, IntakeSight.Of(planned)));
        await db.SaveChangesAsync(cancellationToken);
        await jobs.RunSoonAsync(IntakeJob.JobCode, cancellationToken);
    }

    /// <summary>A file that is no table is not kept.</summary>
    private async Task<IReadOnlyList<LooseRow>> ReadOrRemoveAsync(StoredFile file, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await RowsAsync(file, cancellationToken);
            return rows.Count >= 2 ? rows : throw new RefusedException("Bảng phải có một dòng tiêu đề và ít nhất một dòng hồ sơ.");
        }
        catch (RefusedException)
        {
            await files.RemoveAsync(file.Id, "Không phải bảng đọc được", cancellationToken);
            throw;
        }
    }

    private async Task<IReadOnlyList<LooseRow>> RowsAsync(StoredFile file, CancellationToken cancellationToken)
    {
        await using var content = await files.OpenAsync(file, cancellationToken);
        return LooseTable.Read(content, isWorkbook: file.Kind == FileKind.Excel);
    }
}
