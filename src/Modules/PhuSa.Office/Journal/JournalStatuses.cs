using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Office.Journal;

/// <summary>Names of statuses: the journal keeps their codes, the flow of each kind of record knows what they are called.</summary>
internal sealed class JournalStatuses(IEnumerable<IModule> modules)
{
    private readonly Lazy<Dictionary<Type, IFlowTable>> _flows = new(() => modules
        .SelectMany(module => module.Assembly.GetTypes())
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(property => typeof(IFlowTable).IsAssignableFrom(property.PropertyType) && property.PropertyType.IsGenericType)
        .DistinctBy(property => property.PropertyType)
        .ToDictionary(property => property.PropertyType.GetGenericArguments()[0], property => (IFlowTable)property.GetValue(null)!));

    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _byKind = new(StringComparer.Ordinal);

    /// <returns>The name, a key of the module's English table; the code where the kind has no flow.</returns>
    public string NameOf(AppDbContext db, string kind, string code) => _byKind.GetOrAdd(kind, Names, db).GetValueOrDefault(code, code);

    /// <returns>The name of a status, the word for yes or no; any other value as it is.</returns>
    public string ValueOf(AppDbContext db, string kind, ReadableChange change, string value) => value switch
    {
        "true" => "Có",
        "false" => "Không",
        _ => change is { Part: null, Column: "status" } ? NameOf(db, kind, value) : value,
    };

    private Dictionary<string, string> Names(string kind, AppDbContext db)
    {
        var status = db.Model.GetEntityTypes().Where(type => type.GetTableName() == kind).Select(type => type.FindProperty("Status")?.ClrType).OfType<Type>().FirstOrDefault();
        return status is not null && _flows.Value.TryGetValue(status, out var flow) ? flow.Statuses.ToDictionary(s => s.Status, s => s.Facts.PublicName) : [];
    }
}
