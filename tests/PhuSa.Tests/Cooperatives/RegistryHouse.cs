using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A product of its own with the samples' nine cooperatives, for tests that keep the register.</summary>
public sealed class RegistryHouse : IAsyncLifetime
{
    internal const string Office = "/quan-tri/hop-tac-xa";
    internal static readonly Actor By = new("Cán bộ sổ", "kiểm thử");

    public App App { get; private set; } = null!;

    public int Connections { get; init; } = 10;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(prepare: app =>
    {
        app.Settings["Limits:PostsPerMinute"] = "1000000";
        app.Connections = Connections;
    });

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Changes the record behind the pages' back.</summary>
    internal Task<bool> ChangeAsync(string code, Action<AppDbContext, Cooperative> change) => App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        var db = services.GetRequiredService<AppDbContext>();
        change(db, await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code));
        await db.SaveChangesAsync();
        return true;
    });

    internal Task<T> ReadAsync<T>(string code, Func<AppDbContext, Cooperative, Task<T>> read) => App.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        return await read(db, await db.Set<Cooperative>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Code == code));
    });

    internal Task<Cooperative> OfAsync(string code) => ReadAsync(code, (_, cooperative) => Task.FromResult(cooperative));
}
