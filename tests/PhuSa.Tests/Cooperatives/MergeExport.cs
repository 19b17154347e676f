using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Merging;
using PhuSa.Platform.Data;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What a merge may touch, so that taking it back can be seen to leave nothing of it.</summary>
internal static class MergeExport
{
    /// <summary>Every row of the tables that a merge may touch, with its parts; but for versions, which only count the saves, the record of the merge itself, and people of other tests.</summary>
    public static Task<string> OfAsync(App app, Guid person) => app.InScopeAsync(services =>
    {
        string[] modules = ["cooperatives", "organisations", "marks", "alliance", "support", "events", "technology", "papers", "identity_app"];
        var db = services.GetRequiredService<AppDbContext>();
        var read = typeof(MergeExport).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsOwned() && modules.Any(module => type.GetTableName()!.StartsWith(module, StringComparison.Ordinal)) && type.ClrType != typeof(FileMerge)))
        {
            read.MakeGenericMethod(type.ClrType).Invoke(null, [db]);
        }

        var rows = db.ChangeTracker.Entries().Select(entry => $"{entry.Metadata.GetTableName()},{string.Join(',', entry.Properties.Concat(entry.ComplexProperties.SelectMany(part => part.Properties)).Where(p => p.Metadata.Name != "Version").Select(p => $"{p.Metadata.Name}={Words(p.CurrentValue)}"))}")
            .Where(row => !row.StartsWith("identity", StringComparison.Ordinal) || row.Contains(person.ToString(), StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.True(rows.Count > 50);
        return Task.FromResult(string.Join('\n', rows));

        static string? Words(object? value) => value is System.Collections.IEnumerable list and not string ? string.Join(';', list.Cast<object>()) : value?.ToString();
    });

    private static void Read<T>(AppDbContext db)
        where T : class => db.Set<T>().AsSplitQuery().Load();
}
