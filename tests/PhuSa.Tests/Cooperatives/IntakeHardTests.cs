using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Many hands on one register while tables come in, and a run that is broken off.</summary>
public sealed class IntakeHardTests(RegistryHouse house, ITestOutputHelper output) : IClassFixture<RegistryHouse>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task Fifty_tables_and_four_hundred_edits_at_once_lose_nothing()
    {
        const int Files = 50;
        const int EditsOfEach = 8;
        await _app.TakenInAsync(await _app.LookedOverAsync("Tên,Số đăng ký,Ngành nghề\n" + string.Concat(Enumerable.Range(0, Files).Select(i => $"HTX Song Song {i},17{i:D8},Đầu\n"))));
        var tables = new List<Guid>();
        for (var table = 0; table < Files; table++)
        {
            var officer = await _app.LookedOverAsync($"Số đăng ký,Ngành nghề\n17{table:D8},Bảng {table}\n");
            await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
            tables.Add(IntakeHouse.IdIn(officer));
        }

        var imports = tables.Select(id => (Func<Task>)(() => _app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IntakeRun>().RunAsync(id, CancellationToken.None);
            return true;
        })));
        var edits = Enumerable.Range(0, Files * EditsOfEach).Select(n => (Func<Task>)(() => EditAsync($"htx-song-song-{n / EditsOfEach}", $"17{n / EditsOfEach:D8}", $"cũ-{n}")));

        // As many at once as the pool of the tests has connections; a table begins between the edits of its own file.
        var all = imports.Index().SelectMany(import => edits.Skip(import.Index * EditsOfEach).Take(EditsOfEach / 2).Append(import.Item).Concat(edits.Skip((import.Index * EditsOfEach) + (EditsOfEach / 2)).Take(EditsOfEach / 2)));
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (work, token) => await Task.Run(work, token));

        for (var i = 0; i < Files; i++)
        {
            var kept = await house.OfAsync($"htx-song-song-{i}");
            Assert.Equal((i, $"Bảng {i}"), (i, kept.Field));
            Assert.Equal(Enumerable.Range(0, EditsOfEach).Select(n => $"cũ-{(i * EditsOfEach) + n}").Order(StringComparer.Ordinal), kept.FormerNumbers.Order(StringComparer.Ordinal));
        }
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
    public async Task Thirty_five_thousand_rows_come_in_with_progress()
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("TEST_INTAKE_ROWS") ?? "3500", CultureInfo.InvariantCulture);
        var csv = new StringBuilder("Tên HTX,Mã số thuế,Địa chỉ,Điện thoại,Số thành viên,Vốn điều lệ,Năm\n");
        for (var i = 0; i < rows; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"HTX Nông nghiệp số {i},19{i:D8},xã Số {i % 300},08{i:D8},{20 + (i % 500)},{1_000_000L * (i + 1)},2025\n");
        }

        await using var app = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");
        using var here = Process.GetCurrentProcess();
        var clock = Stopwatch.StartNew();
        var officer = await app.LookedOverAsync(csv.ToString());
        output.WriteLine($"dry run of {rows} rows, uploaded, told and shown: {clock.Elapsed.TotalSeconds:0.0} s");
        clock.Restart();
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
        output.WriteLine($"sent on: {clock.Elapsed.TotalSeconds:0.0} s");
        clock.Restart();
        var before = here.TotalProcessorTime;
        await app.RunIntakesAsync();
        here.Refresh();
        output.WriteLine($"taken in: {clock.Elapsed.TotalSeconds:0.0} s, {(here.TotalProcessorTime - before).TotalSeconds:0.0} s of the processor");

        await officer.OpenAsync($"{IntakeHouse.Address}/{IntakeHouse.IdIn(officer)}");
        Assert.Equal($"{rows} 0 0 0", IntakeHouse.Counts(officer));
    }

    private Task<int> NextAsync(Guid id) => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<IntakeProgress>().Where(p => p.Id == id).Select(p => p.Next).SingleAsync());

    /// <summary>As an officer's page does: read, change one part, save; begin again where somebody was faster.</summary>
    private async Task EditAsync(string code, string number, string former)
    {
        while (true)
        {
            try
            {
                await house.ChangeAsync(code, (_, c) => c.Register(new Registration(null, number, [.. c.FormerNumbers, former], c.Founded, null, c.Sector, c.Field, c.Source)));
                return;
            }
            catch (DbUpdateException)
            {
                // Somebody was faster.
            }
        }
    }
}
