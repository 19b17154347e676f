using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Registry;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Many hands on one register while tables come in, and a run that is broken off.</summary>
public sealed class IntakeHardTests(RegistryHouse house, ITestOutputHelper output) : IClassFixture<RegistryHouse>
{
    private readonly App _app = house.App;

    /// <summary>Each table has rows of files that four others have too, so that batches meet and are done again row by row.</summary>
    [Fact]
    public async Task Fifty_tables_and_four_hundred_edits_at_once_lose_nothing()
    {
        const int Files = 50;
        const int RowsOfEach = 5;
        const int EditsOfEach = 8;
        await using var many = new RegistryHouse { Connections = 80 };
        await many.InitializeAsync();
        var app = many.App;
        await app.TakenInAsync(await app.LookedOverAsync("Tên,Số đăng ký,Ngành nghề\n" + string.Concat(Enumerable.Range(0, Files).Select(i => $"HTX Song Song {i},17{i:D8},Đầu\n"))));
        var tables = new List<(Guid Id, int Column, int[] Files)>();
        foreach (var (column, part) in Enumerable.Range(0, Columns.Length).SelectMany(column => Enumerable.Range(0, Files / RowsOfEach).Select(part => (column, part))))
        {
            var files = Enumerable.Range(0, RowsOfEach).Select(row => ((part * RowsOfEach) + column + row) % Files).ToArray();
            var officer = await app.LookedOverAsync($"Mã,{Columns[column].Heading},Năm\n{string.Concat(files.Select(file => $"htx-song-song-{file},{Columns[column].Value(file)},2025\n"))}");
            Assert.Equal($"0 {RowsOfEach} 0 0 0", IntakeHouse.Counts(officer));
            await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
            tables.Add((IntakeHouse.IdIn(officer), column, files));
        }

        Assert.Equal(50, tables.Count);
        var imports = tables.Select(table => (Func<Task>)(() => app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IntakeRun>().RunAsync(table.Id, CancellationToken.None);
            return true;
        })));
        var edits = Enumerable.Range(0, Files * EditsOfEach).Select(n => (Func<Task>)(() => EditAsync(many, $"htx-song-song-{n % Files}", $"cũ-{n}")));

        // All fifty at once; the embedded database has one writer at a time anyway.
        await Task.WhenAll(AtOnceAsync(imports, App.Postgres ? tables.Count : 4), AtOnceAsync(edits, App.Postgres ? 16 : 4));

        for (var file = 0; file < Files; file++)
        {
            Assert.Equal(Enumerable.Range(0, EditsOfEach).Select(n => $"cũ-{(n * Files) + file}").Order(StringComparer.Ordinal), (await many.OfAsync($"htx-song-song-{file}")).FormerNumbers.Order(StringComparer.Ordinal));
        }

        var (kept, told) = (0, 0);
        foreach (var (id, column, files) in tables)
        {
            var refused = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<IntakeFault>().Where(fault => fault.IntakeId == id).Select(fault => fault.Line).ToListAsync());
            foreach (var (file, line) in files.Select((file, row) => (file, row + 2)))
            {
                var value = await many.ReadAsync($"htx-song-song-{file}", Columns[column].Kept);
                Assert.True(value == Columns[column].Value(file) || refused.Contains(line), $"{Columns[column].Heading} of {file}: {value}");
                (kept, told) = value == Columns[column].Value(file) ? (kept + 1, told) : (kept, told + 1);
            }
        }

        output.WriteLine($"kept: {kept}, told to hand in again: {told}");
        Assert.Equal((Files * Columns.Length, true), (kept + told, kept > Files * Columns.Length * 9 / 10));
    }

    [Fact]
    public async Task A_run_that_is_broken_off_goes_on_where_it_stood_and_registers_nobody_twice()
    {
        const int Rows = 2500;
        var officer = await _app.LookedOverAsync("Tên,Số đăng ký,Điện thoại\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"HTX Đứt Quãng {i},18{i:D8},09{i:D8}\n")));
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
        var id = IntakeHouse.IdIn(officer);

        // Stopped as soon as the first batch is written: between two batches, or inside the second.
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => _app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IntakeRun>().RunAsync(id, stop.Token);
            return true;
        }));
        while (!run.IsCompleted && await NextAsync(id) == 0)
        {
            await Task.Delay(5);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.InRange(await NextAsync(id), 1, Rows - 1);
        await _app.RunIntakesAsync();

        await officer.OpenAsync($"{IntakeHouse.Address}/{id}");
        Assert.Equal($"{Rows} 0 0 0", IntakeHouse.Counts(officer));
        Assert.Equal(Rows, await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Cooperative>().CountAsync(c => c.RegistrationNumber!.StartsWith("18"))));
    }

    [Fact]
    public async Task Thirty_five_thousand_rows_of_a_workbook_come_in_with_progress()
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("TEST_INTAKE_ROWS") ?? "3500", CultureInfo.InvariantCulture);
        var table = IntakeHouse.Workbook(
            ["Tên HTX", "Mã số thuế", "Địa chỉ", "Điện thoại", "Thành viên chính thức", "Tổng vốn", "Năm"],
            Enumerable.Range(0, rows).Select(i => (IReadOnlyList<SheetCell>)[$"HTX Nông nghiệp số {i}", $"19{i:D8}", $"xã Số {i % 300}", $"08{i:D8}", 20 + (i % 500), SheetCell.Of((decimal?)(1_000_000L * (i + 1))), 2025]));
        await using var app = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");
        var clock = Stopwatch.StartNew();
        var officer = await app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync(IntakeHouse.Address);
        await officer.UploadAsync(IntakeHouse.Form, "Input.File", table, "so.xlsx");
        await officer.FollowAsync();
        output.WriteLine($"{rows} rows uploaded and read: {clock.Elapsed.TotalSeconds:0.0} s");
        clock.Restart();
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""));
        await officer.FollowAsync();
        Assert.Equal($"{rows} 0 0 0 0", IntakeHouse.Counts(officer));
        output.WriteLine($"dry run: {clock.Elapsed.TotalSeconds:0.0} s");
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
        var page = $"{IntakeHouse.Address}/{IntakeHouse.IdIn(officer)}";
        clock.Restart();
        var before = Environment.CpuUsage.TotalTime;

        // Whoever looks while it runs sees how far it is.
        var run = Task.Run(() => app.RunIntakesAsync());
        var seen = new List<int>();
        while (!run.IsCompleted)
        {
            await officer.OpenAsync(page);
            if (officer.Page.QuerySelector("main progress") is { } progress)
            {
                Assert.Equal($"{rows}", progress.GetAttribute("max"));
                seen.Add(int.Parse(progress.GetAttribute("value")!, CultureInfo.InvariantCulture));
            }

            await Task.Delay(rows / 100);
        }

        await run;
        output.WriteLine($"taken in: {clock.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of the processor; seen meanwhile: {string.Join(' ', seen.Distinct())}");
        Assert.Equal(seen.Order(), seen);
        Assert.Contains(seen, done => done > 0 && done < rows);
        await officer.OpenAsync(page);
        Assert.Equal($"{rows} 0 0 0", IntakeHouse.Counts(officer));
    }

    private Task<int> NextAsync(Guid id) => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<IntakeProgress>().Where(p => p.Id == id).Select(p => p.Next).SingleAsync());

    /// <summary>What the fifty tables say, a column each: of the file itself, of its contact and of a year's figures.</summary>
    private static (string Heading, Func<int, string> Value, Func<AppDbContext, Cooperative, Task<string?>> Kept)[] Columns { get; } =
    [
        ("Ngành nghề", file => $"Ngành {file}", (_, c) => Task.FromResult(c.Field)),
        ("Nơi cấp", file => $"Nơi {file}", (_, c) => Task.FromResult(c.RegistrationBody)),
        ("Số nhà", file => $"Ấp {file}", (db, c) => db.Set<CooperativeContact>().Where(contact => contact.Id == c.Id).Select(contact => contact.Street).SingleOrDefaultAsync()),
        ("Thành viên chính thức", file => $"{file + 10}", (db, c) => FigureAsync(db, c, year => year.OfficialMembers)),
        ("Doanh thu", file => $"{file + 1_000_000}", (db, c) => FigureAsync(db, c, year => year.Revenue)),
    ];

    private static async Task<string?> FigureAsync(AppDbContext db, Cooperative cooperative, Func<CooperativeYear, long?> of) =>
        await db.Set<CooperativeYear>().SingleOrDefaultAsync(year => year.CooperativeId == cooperative.Id && year.Year == 2025) is { } year ? of(year)?.ToString(CultureInfo.InvariantCulture) : null;

    private static Task AtOnceAsync(IEnumerable<Func<Task>> works, int degree) =>
        Parallel.ForEachAsync(works, new ParallelOptions { MaxDegreeOfParallelism = degree }, async (work, token) => await Task.Run(work, token));

    /// <summary>As an officer's page does: read, change one part, save; begin again where somebody was faster.</summary>
    private static async Task EditAsync(RegistryHouse house, string code, string former)
    {
        while (true)
        {
            try
            {
                await house.ChangeAsync(code, (_, c) => c.Register(new Registration(null, c.RegistrationNumber, [.. c.FormerNumbers, former], c.Founded, c.RegistrationBody, c.Sector, c.Field, c.Source)));
                return;
            }
            catch (DbUpdateException)
            {
                // Somebody was faster.
            }
        }
    }
}
