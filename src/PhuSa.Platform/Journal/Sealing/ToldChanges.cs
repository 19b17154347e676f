using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal.Sealing;

/// <summary>
/// What the journal tells of a changed row: column → value or [before, after]. Personal values are sealed under the key of the person the row
/// belongs to (under one of the record's own where it belongs to nobody), of secrets it tells only that they changed.
/// </summary>
internal sealed class ToldChanges
{
    /// <summary>The only member of the object that stands in the place of a personal value. No column has such a name.</summary>
    public const string SealedMember = "$sealed";

    /// <summary>Stands among the columns and is none: the title of the entry, where it is sealed.</summary>
    public const string TitleMember = "$title";
    public const string SecretChanged = "đã đổi";

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly ConcurrentDictionary<IEntityType, Kind> _kinds = new();

    /// <returns>Whose key the row needs; null where nothing personal is in it.</returns>
    public Guid? Subject(EntityEntry entry, Guid record) => Of(entry.Metadata).HasPersonal || PersonalTitle(entry) is not null ? Owner(entry, record) : null;

    public Dictionary<string, object?> Of(EntityEntry entry, Guid record, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        var kind = Of(entry.Metadata);
        var changes = new Dictionary<string, object?>(kind.Columns.Count + 1);
        foreach (var told in kind.Columns)
        {
            if (Value(entry, told) is { } value)
            {
                changes[told.Name] = kind.IsOpen ? value : Guarded(entry, record, told.Property, value, keys);
            }
        }

        if (PersonalTitle(entry) is { } title)
        {
            changes[TitleMember] = Seal(title, Owner(entry, record), keys);
        }

        return changes;
    }

    /// <summary>A value as it stands in the journal when it says something of a person.</summary>
    public static Dictionary<string, string> Seal(object? value, Guid person, IReadOnlyDictionary<Guid, byte[]?> keys) =>
        new() { [SealedMember] = SealedText.Seal(JsonSerializer.Serialize(value, Json), person, keys[person]) };

    private static string? PersonalTitle(EntityEntry entry) => (entry.Entity as IJournaled)?.PersonalTitle;

    private static object? Value(EntityEntry entry, Column told)
    {
        // A large import adds thousands of records: what stands in the record itself is read from there.
        if (entry.State == EntityState.Added && told.Part is null && !told.Property.IsShadowProperty())
        {
            return Stored(told.Property, told.Property.GetGetter().GetClrValue(entry.Entity));
        }

        var property = told.Part is null ? entry.Property(told.Property) : entry.ComplexProperty(told.Part).Property(told.Property);
        return entry.State switch
        {
            EntityState.Added => Stored(told.Property, property.CurrentValue),
            EntityState.Deleted => Stored(told.Property, property.OriginalValue),
            EntityState.Modified when property.IsModified && !Equals(property.OriginalValue, property.CurrentValue) =>
                new[] { Stored(told.Property, property.OriginalValue), Stored(told.Property, property.CurrentValue) },
            _ => null,
        };
    }

    /// <summary>As the column holds it: the word of an enum, not its place in a list.</summary>
    private static object? Stored(IProperty property, object? value) => value is null or string or int or long or Guid or DateTime or bool or DateOnly
        ? value
        : property.GetTypeMapping().Converter is { } converter ? converter.Stored(value) ?? value : value;

    private static object Guarded(EntityEntry entry, Guid record, IReadOnlyProperty property, object value, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        if (property.IsSecret())
        {
            return SecretChanged;
        }

        return property.IsSealed() ? Seal(value, Owner(entry, record), keys) : value;
    }

    private static Guid Owner(EntityEntry entry, Guid record)
    {
        if (entry.Metadata.KeyOwner() is { } owner && entry.Property(owner.Name).CurrentValue is Guid person)
        {
            return person;
        }

        // A part of a record is its record's: a phone number of a person's is the person's.
        return entry.Metadata.IsOwned() && Whole(entry, record) is { } whole && whole.Metadata.KeyOwner() is { } property && whole.Property(property.Name).CurrentValue is Guid wholeOwner
            ? wholeOwner
            : record;
    }

    private static EntityEntry<IJournaled>? Whole(EntityEntry part, Guid record) =>
        part.Context.ChangeTracker.Entries<IJournaled>().FirstOrDefault(entry => entry.Entity.Id == record);

    private Kind Of(IEntityType type) => _kinds.GetOrAdd(type, Told);

    private static Kind Told(IEntityType type)
    {
        var columns = type.GetProperties().Select(property => new Column(property, Part: null, property.GetColumnName()))
            .Concat(type.GetComplexProperties().Where(part => !part.IsCollection).SelectMany(part => part.ComplexType.GetProperties().Select(property => new Column(property, part, property.GetColumnName()))))
            .ToList();
        return new(
            columns.Exists(column => column.Property.IsSealed()),
            !columns.Exists(column => column.Property.IsSealed() || column.Property.IsSecret()),
            columns.FindAll(column => column.Property.Name is not ("Id" or "Version")));
    }

    /// <param name="IsOpen">Nothing in it is personal or secret.</param>
    private sealed record Kind(bool HasPersonal, bool IsOpen, List<Column> Columns);

    private sealed record Column(IProperty Property, IComplexProperty? Part, string Name);
}
