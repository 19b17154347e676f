using Microsoft.Extensions.DependencyInjection;
using PhuSa.Events.Figures;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Whom the programme passed by: the register without everybody whom an event, a mark, a support or a product reached.</summary>
public sealed class ReachedByNothingTests : IAsyncLifetime
{
    private static readonly Period Year2025 = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));

    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        await TakeInAsync(("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\nmot,Một,,,,2015-03-01,,,\nhai,Hai,,,,2020,,,\nba,Ba,,,,2018,,,\nmuon,Muộn,,,,2026-02-01,,,\n"),
            ("certification-marks", "code,name,owner,regulation,source\nnhan,Nhãn mẫu,,,\n"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Who_holds_no_record_of_the_period_is_listed_and_who_was_not_there_yet_is_not()
    {
        await TakeInAsync(
            ("mark-grants", "code,mark,holder,product,given_on,expires_on,decision,status,programme,source\nq1,nhan,mot,Gạo,2025-05-01,,,granted,,\nq2,nhan,hai,Gạo,2024-05-01,,,granted,,\n"),
            ("support-schemes", "code,title,decision,source\nho-tro,Chính sách mẫu,,\n"),
            ("support-applications", "code,scheme,version,applicant,project_title,received_on,requested_amount,status,reply,replied_on,published,programme,source\nd1,ho-tro,,ba,Dự án mẫu,2025-01-05,,replied,,2025-02-05,,,\n"));

        var reading = await ReadAsync(Year2025);

        Assert.Equal(["Hai"], reading.Evidence.Select(evidence => evidence.Title));
        Assert.Equal(1, reading.Value);
        Assert.Equal(["Ba", "Một"], (await ReadAsync(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)))).Evidence.Select(evidence => evidence.Title));
    }

    [Fact]
    public async Task A_record_without_a_date_leaves_it_open_whom_it_reached()
    {
        await TakeInAsync(("mark-grants", "code,mark,holder,product,given_on,expires_on,decision,status,programme,source\nq1,nhan,mot,Gạo,,,,granted,,\n"));

        var reading = await ReadAsync(Year2025);

        Assert.Null(reading.Value);
        Assert.Equal(Counting.UndatedRecords, reading.Missing);
        Assert.Contains("Một", reading.Evidence.Select(evidence => evidence.Title));
    }

    [Fact]
    public async Task An_event_that_names_nobody_makes_the_number_unknown_in_its_period_only()
    {
        await TakeInAsync(("events", "code,kind,title,topic,display_topic,organiser,venue,place,held_on,status,programme,source\nhoi-thao,workshop,Hội thảo mẫu,,,,,,2025-06-01,held,,\n"));

        var reading = await ReadAsync(Year2025);

        Assert.Null(reading.Value);
        Assert.Equal(EventReach.NobodyNamed, reading.Missing);
        Assert.Equal(3, reading.Evidence.Count);
        Assert.Equal(3, (await ReadAsync(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)))).Value);
    }

    private async Task TakeInAsync(params (string Table, string Csv)[] tables)
    {
        using var folder = ImportFolder.With(tables);
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    private Task<FigureReading> ReadAsync(Period period) => _app.InScopeAsync(async services =>
        await (await services.GetRequiredService<FigureBook>().FindAsync("cooperatives.reached-by-nothing", CancellationToken.None))!.ReadAsync(new FigureRequest(period, []), CancellationToken.None));
}
