using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Import;

/// <summary>
/// Takes in a folder of tables: all of it or nothing, every error at once. Importing the same folder again changes nothing, nor does it undo what the
/// office has changed since.
/// Rows that are no longer in a file are left alone: a numbered record is not deleted by leaving out a line.
/// </summary>
public sealed class FolderImport(AppDbContext db, IEnumerable<IImportTable> tables, Acting acting, TimeProvider clock)
{
    private const int ProgressEvery = 2000;

    /// <param name="folder">The folder with the files.</param>
    /// <param name="by">The operating-system user and the folder.</param>
    /// <param name="dryRun">Check everything, write nothing.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public async Task<ImportResult> RunAsync(string folder, Actor by, bool dryRun, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var scope = new ImportScope(db, by, clock.GetUtcNow().UtcDateTime);
        var plan = ImportPlan.Of(folder, [.. tables], scope.Errors);
        await LoadAsync(plan, scope, cancellationToken);

        var counts = new List<(string Table, int Rows)>();
        foreach (var (table, path) in plan.Steps)
        {
            counts.Add((table.Name, Take(table, path, scope, progress)));
            cancellationToken.ThrowIfCancellationRequested();
        }

        foreach (var (table, _) in plan.Steps)
        {
            table.Finish(scope);
        }

        if (scope.Errors.Count > 0)
        {
            return new ImportResult(counts, 0, 0, scope.Errors);
        }

        acting.As(by, why: $"Nhập từ {FolderName(folder)}");
        db.ChangeTracker.DetectChanges();
        var (created, changed) = (Roots(EntityState.Added), Roots(EntityState.Modified));
        if (!dryRun)
        {
            progress?.Report(new ImportProgress("", created + changed, Saving: true));
            if (!await IsSavedAsync(folder, plan, scope, cancellationToken))
            {
                return new ImportResult(counts, 0, 0, scope.Errors);
            }
        }

        return new ImportResult(counts, created, changed, []);
    }

    private static string FolderName(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <returns>False, with the error told, where somebody else wrote one of these records, or what may be there once, since they were read; nothing is written then.</returns>
    private async Task<bool> IsSavedAsync(string folder, ImportPlan plan, ImportScope scope, CancellationToken cancellationToken)
    {
        foreach (var (table, _) in plan.Steps)
        {
            await table.PrepareAsync(scope, cancellationToken);
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var (table, _) in plan.Steps)
            {
                await table.HoldAsync(scope, cancellationToken);
            }

            if (scope.Errors.Count > 0)
            {
                db.ChangeTracker.Clear();
                return false;
            }

            await db.SaveChangesAsync(cancellationToken);
            await scope.Rows.WriteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsTwice())
        {
            db.ChangeTracker.Clear();
            scope.Errors.Add(new ImportError(FolderName(folder), 0, null, null, "có hồ sơ vừa được người khác ghi đúng lúc này, nên chưa nhập gì. Hãy nhập lại."));
            return false;
        }
    }

    private static async Task LoadAsync(ImportPlan plan, ImportScope scope, CancellationToken cancellationToken)
    {
        foreach (var table in plan.Referred)
        {
            await table.LoadKeysAsync(scope, cancellationToken);
        }

        foreach (var (table, _) in plan.Steps)
        {
            // Keys that another table filled earlier (a cooperative is an organisation) are known too, though its own file is not here.
            if (plan.IsReferred(table))
            {
                await table.LoadKeysAsync(scope, cancellationToken);
            }

            await table.LoadAsync(scope, cancellationToken);
            await scope.Rows.LoadAsync(table.Name, cancellationToken);
        }
    }

    private static int Take(IImportTable table, string path, ImportScope scope, IProgress<ImportProgress>? progress)
    {
        var file = Path.GetFileName(path);
        var rows = 0;
        try
        {
            IReadOnlyDictionary<string, int>? header = null;
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var raw in ImportFile.Read(path))
            {
                if (header is null)
                {
                    header = Header(table, file, raw, scope.Errors);
                    if (header is null)
                    {
                        return 0;
                    }

                    continue;
                }

                TakeRow(table, file, header, raw, seen, scope);
                if (++rows % ProgressEvery == 0)
                {
                    progress?.Report(new ImportProgress(table.Name, rows, Saving: false));
                }
            }

            if (header is null)
            {
                scope.Errors.Add(new ImportError(file, 0, null, null, $"tệp trống; dòng đầu phải là tiêu đề: {HeaderOf(table)}"));
            }
        }
        catch (UnreadableFileException unreadable)
        {
            scope.Errors.Add(new ImportError(file, unreadable.Line, null, null, unreadable.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            scope.Errors.Add(new ImportError(file, 0, null, null, "không đọc được tệp này; hãy xem tệp có còn đó không và bạn có quyền đọc không."));
        }

        return rows;
    }

    private static void TakeRow(IImportTable table, string file, IReadOnlyDictionary<string, int> header, RawRow raw, Dictionary<string, int> seen, ImportScope scope)
    {
        if (raw.Cells.All(cell => cell.Length == 0))
        {
            return;
        }

        var cells = raw.Cells;
        if (cells.Length > header.Count && cells.Skip(header.Count).Any(cell => cell.Length > 0))
        {
            scope.Errors.Add(new ImportError(file, raw.Line, null, null, $"có {cells.Length} ô, tiêu đề có {header.Count} cột; ô chứa dấu phân cách hoặc xuống dòng phải đặt trong cặp nháy kép."));
            return;
        }

        if (cells.Length < header.Count)
        {
            Array.Resize(ref cells, header.Count);
            Array.Fill(cells, "", raw.Cells.Length, header.Count - raw.Cells.Length);
        }

        var row = new ImportRow(file, raw.Line, header, cells, scope);
        var key = string.Join('|', table.Key.Select(row.Cell));
        if (key.Any(c => c != '|') && !seen.TryAdd(key, raw.Line))
        {
            row.Refuse(table.Key[0], $"trùng khoá với dòng {seen[key]} ({string.Join(" + ", table.Key.Select(c => c.Name))}); mỗi hồ sơ chỉ có một dòng.");
            return;
        }

        foreach (var column in table.Columns)
        {
            if (CellLetters.Problem(row.Cell(column)) is { } problem)
            {
                row.Refuse(column, problem);
            }
        }

        var (said, named) = (SaidCells.Of(table.Columns, row), ImportedRow.KeyOf(key));
        row.CameBefore(scope.Rows.Before(table.Name, named), said);
        table.Apply(row, scope);
        scope.Rows.Say(table.Name, named, said);
    }

    private static Dictionary<string, int>? Header(IImportTable table, string file, RawRow raw, List<ImportError> errors)
    {
        var before = errors.Count;
        var header = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = table.Columns.Select(column => column.Name).ToList();
        for (var i = 0; i < raw.Cells.Length; i++)
        {
            var name = raw.Cells[i];
            if (name.Length == 0 && i == raw.Cells.Length - 1 && i >= names.Count)
            {
                continue;
            }

            if (!names.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(new ImportError(file, raw.Line, null, name, $"không phải là cột của bảng này; tiêu đề phải là: {HeaderOf(table)}"));
            }
            else if (!header.TryAdd(name, i))
            {
                errors.Add(new ImportError(file, raw.Line, name, null, "cột xuất hiện hai lần trong tiêu đề."));
            }
        }

        foreach (var missing in table.Columns.Where(column => !column.MayBeMissing).Select(column => column.Name).Where(name => !header.ContainsKey(name)))
        {
            errors.Add(new ImportError(file, raw.Line, missing, null, $"thiếu cột này trong tiêu đề (được để trống ô, không được bỏ cột); tiêu đề phải là: {HeaderOf(table)}"));
        }

        return errors.Count == before ? header : null;
    }

    private static string HeaderOf(IImportTable table) => string.Join(",", table.Columns.Select(column => column.Name));

    private int Roots(EntityState state) => db.ChangeTracker.Entries<IJournaled>().Count(entry => entry.State == state);
}
