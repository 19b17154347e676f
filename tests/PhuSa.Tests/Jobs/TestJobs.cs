using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Jobs;

/// <summary>What the jobs of a test did, over all its hosts, and what they are to do.</summary>
internal sealed class Ledger
{
    private int _inside;

    public ConcurrentQueue<(string Code, Actor? By)> Runs { get; } = new();

    /// <summary>Two runs of one job at the same time.</summary>
    public int Overlaps;

    public Func<CancellationToken, Task<JobOutcome?>> Work { get; set; } = _ => Task.FromResult<JobOutcome?>(null);

    public int Count(string code) => Runs.Count(run => run.Code == code);

    public async Task<JobOutcome?> RunAsync(string code, Acting acting, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inside) > 1)
        {
            Interlocked.Increment(ref Overlaps);
        }

        try
        {
            Runs.Enqueue((code, acting.By));
            return await Work(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddScoped<IScheduledJob, AskedJob>();
        services.AddScoped<IScheduledJob, DailyJob>();
    }

    public void AddEverySecond(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddScoped<IScheduledJob, EverySecondJob>();
    }

    /// <summary>Waits until the runs are as many.</summary>
    public async Task WaitForAsync(string code, int count)
    {
        for (var tries = 0; Count(code) < count; tries++)
        {
            Assert.True(tries < 400, $"{code} ran {Count(code)} of {count} times within twenty seconds.");
            await Task.Delay(50);
        }
    }
}

internal sealed class AskedJob(Ledger ledger, Acting acting) : IScheduledJob
{
    public const string TheCode = "test.asked";

    public string Code => TheCode;

    public string Name => "Xoá lịch sử chạy cũ của công việc nền";

    public JobSchedule Schedule => new JobSchedule.Asked();

    public Task<JobOutcome?> RunAsync(CancellationToken cancellationToken) => ledger.RunAsync(Code, acting, cancellationToken);
}

internal sealed class DailyJob(Ledger ledger, Acting acting) : IScheduledJob
{
    public const string TheCode = "test.daily";

    public string Code => TheCode;

    public string Name => "Gửi thư tổng hợp thông báo hằng ngày";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(7, 30));

    public Task<JobOutcome?> RunAsync(CancellationToken cancellationToken) => ledger.RunAsync(Code, acting, cancellationToken);
}

internal sealed class EverySecondJob(Ledger ledger, Acting acting) : IScheduledJob
{
    public const string TheCode = "test.second";

    public string Code => TheCode;

    public string Name => "Gửi thư và tin nhắn";

    public JobSchedule Schedule => new JobSchedule.Every(TimeSpan.FromSeconds(1));

    public Task<JobOutcome?> RunAsync(CancellationToken cancellationToken) => ledger.RunAsync(Code, acting, cancellationToken);
}
