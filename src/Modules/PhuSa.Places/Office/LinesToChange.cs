using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PhuSa.Places.Changes;
using PhuSa.Places.Places;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Places.Office;

/// <summary>A line of the tables that would change something.</summary>
/// <param name="Name">The unit, or the old unit and the one its area went to.</param>
/// <param name="Values">What would be another value, in words; none for a new line.</param>
internal sealed record LineToChange(bool IsNew, string Name, IReadOnlyList<(string Label, string? Before, string? After)> Values);

/// <summary>What a check of the tables of units found: read and not saved.</summary>
internal static class LinesToChange
{
    /// <summary>The values of a line that people know, by their labels.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [nameof(Place.Level)] = "Cấp",
        [nameof(Place.Name)] = "Tên",
        [nameof(Place.ValidTo)] = "Ngày cuối cùng",
        [nameof(Place.ParentId)] = "Thuộc",
        [nameof(PlaceChange.IsSplit)] = "Chỉ một phần",
        [nameof(PlaceChange.Resolution)] = "Nghị quyết",
    };

    public static async Task<IReadOnlyList<LineToChange>> ReadAsync(AppDbContext db, Texts text, CancellationToken cancellationToken)
    {
        var open = db.ChangeTracker.Entries().Where(entry => entry.Entity is Place or PlaceChange && entry.State is EntityState.Added or EntityState.Modified).ToList();
        var names = await db.Set<Place>().AsNoTracking().ToDictionaryAsync(place => place.Id, Called, cancellationToken);
        foreach (var place in open.Select(entry => entry.Entity).OfType<Place>())
        {
            names.TryAdd(place.Id, Called(place));
        }

        return [.. open.Select(entry => new LineToChange(entry.State == EntityState.Added, NameOf(entry.Entity, names), entry.State == EntityState.Added ? [] : Values(entry, names, text)))];
    }

    private static string Called(Place place) => $"{place.Name} ({place.Key})";

    private static string NameOf(object line, Dictionary<Guid, string> names) => line switch
    {
        PlaceChange change => $"{names.GetValueOrDefault(change.OldId)} → {names.GetValueOrDefault(change.NewId)}",
        Place place => Called(place),
        _ => "",
    };

    private static IReadOnlyList<(string Label, string? Before, string? After)> Values(EntityEntry entry, Dictionary<Guid, string> names, Texts text) =>
        [.. entry.Properties.Where(value => value.IsModified && Labels.ContainsKey(value.Metadata.Name))
            .Select(value => (Labels[value.Metadata.Name], Words(value.OriginalValue, names, text), Words(value.CurrentValue, names, text)))];

    private static string? Words(object? value, Dictionary<Guid, string> names, Texts text) => value switch
    {
        null => null,
        Guid id => names.GetValueOrDefault(id),
        DateOnly day => VietnamTime.Written(day),
        PlaceLevel level => text[PlaceWords.Of(level)],
        bool flag => flag ? text["có"] : text["không"],
        _ => value.ToString(),
    };
}
