using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Intake;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Tests.Files;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The job that takes tables in where a file is not to be read.</summary>
public sealed class IntakeJobTests : IAsyncLifetime
{
    private readonly RegistryHouse _house = new();

    private App App => _house.App;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_table_whose_file_cannot_be_read_holds_up_none_behind_it_and_is_given_up_after_a_day()
    {
        var lost = await HandedInAsync("Tên,Số đăng ký\nHTX Tệp Mất,1755000001\n");
        foreach (var file in App.Stored())
        {
            File.Move(file, $"{file}.mat");
        }

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var good = await HandedInAsync("Tên,Số đăng ký\nHTX Đứng Sau,1755000002\n");

        await Assert.ThrowsAsync<AggregateException>(() => App.RunAsync(IntakeJob.JobCode));
        Assert.Equal((IntakeStatus.Waiting, null), await StatusAsync(lost));
        Assert.Equal(IntakeStatus.Done, (await StatusAsync(good)).Status);
        Assert.Equal("1755000002", (await _house.OfAsync("htx-dung-sau")).RegistrationNumber);

        await BeforeADayAsync(lost);
        await Assert.ThrowsAsync<AggregateException>(() => App.RunAsync(IntakeJob.JobCode));
        var (status, problem) = await StatusAsync(lost);
        Assert.Equal(IntakeStatus.Failed, status);
        Assert.StartsWith("Đã thử nhiều lần mà không đọc được tệp này.", problem, StringComparison.Ordinal);
        Assert.Null(await App.RunAsync(IntakeJob.JobCode));
    }

    private async Task<Guid> HandedInAsync(string csv)
    {
        var officer = await App.LookedOverAsync(csv);
        var id = IntakeHouse.IdIn(officer);
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
        Assert.Equal(302, officer.Status);
        return id;
    }

    /// <summary>Instead of a clock put forward, which would have every other job run too.</summary>
    private Task BeforeADayAsync(Guid intake) => App.InDbAsync(db =>
        db.Set<IntakeProgress>().Where(p => p.Id == intake).ExecuteUpdateAsync(set => set.SetProperty(p => p.FailingSince, p => p.FailingSince!.Value.AddDays(-1))));

    private Task<(IntakeStatus Status, string? Problem)> StatusAsync(Guid intake) => App.InScopeAsync(async services =>
    {
        var found = await services.GetRequiredService<AppDbContext>().Set<RegistryIntake>().AsNoTracking().SingleAsync(i => i.Id == intake);
        return (found.Status, found.Problem);
    });
}
