using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal.Sealing;

namespace PhuSa.Platform.Journal;

/// <summary>What a reader sees of an entry.</summary>
/// <param name="By">Who acted, or why that cannot be read.</param>
/// <param name="Address">Null where none was recorded.</param>
/// <param name="Title">The sealed one where it can be read.</param>
public sealed record ReadableEntry(JournalEntry Entry, string By, string? Address, string Title, IReadOnlyList<ReadableChange> Changes);

/// <summary>One column of a record before and after.</summary>
/// <param name="Part">The table of a part of the record and its place, such as <c>organisation_names #1</c>; null for the record itself.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where nothing remains.</param>
public sealed record ReadableChange(string? Part, string Column, string? Before, string? After);

/// <summary>Opens what is sealed in entries, where the key is still there.</summary>
public sealed class JournalReading
{
    /// <summary>Stands for a value whose key was destroyed at the person's request.</summary>
    public const string Erased = "đã xoá theo yêu cầu";

    /// <summary>Stands for a value whose key cannot be opened: the house's own keys are missing, which is an accident and no erasure.</summary>
    public const string Unreadable = "không đọc được";

    private readonly AppDbContext _db;
    private readonly PersonKeyBook _keyBook;

    internal JournalReading(AppDbContext db, PersonKeyBook keyBook) => (_db, _keyBook) = (db, keyBook);

    public async Task<IReadOnlyList<ReadableEntry>> ReadAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var told = entries.Select(entry => (Entry: entry, Changes: JsonDocument.Parse(entry.Changes))).ToList();
        try
        {
            var people = told.SelectMany(t => SealedIn(t.Changes.RootElement).Append(t.Entry.By).Append(t.Entry.Address)).OfType<string>()
                .Select(SealedText.Person).OfType<Guid>().ToHashSet();
            var keys = await _keyBook.KnownAsync(_db, people, cancellationToken);
            return [.. told.Select(t => Read(t.Entry, t.Changes.RootElement, keys))];
        }
        finally
        {
            told.ForEach(t => t.Changes.Dispose());
        }
    }

    /// <returns>People of whom the journal may tell, the first known first.</returns>
    public async Task<IReadOnlyList<Guid>> PeopleAsync(int most, CancellationToken cancellationToken) =>
        await _db.Set<PersonKey>().Where(key => key.DestroyedAt == null).OrderBy(key => key.CreatedAt).ThenBy(key => key.PersonId).Take(most).Select(key => key.PersonId).ToListAsync(cancellationToken);

    private static IEnumerable<string> SealedIn(JsonElement element) => element.ValueKind != JsonValueKind.Object
        ? []
        : element.EnumerateObject().SelectMany(member => member.NameEquals(ToldChanges.SealedMember) ? [member.Value.GetString()!] : SealedIn(member.Value));

    private static ReadableEntry Read(JournalEntry entry, JsonElement changes, IReadOnlyDictionary<Guid, byte[]?> keys) => new(
        entry,
        Open(entry.By, keys),
        entry.Address is { } address ? Open(address, keys) : null,
        Title(entry, changes, keys),
        [.. Changes(changes, entry.Action, part: null, keys)]);

    private static string Title(JournalEntry entry, JsonElement changes, IReadOnlyDictionary<Guid, byte[]?> keys) =>
        changes.ValueKind == JsonValueKind.Object && changes.TryGetProperty(ToldChanges.TitleMember, out var title)
            && Change(ToldChanges.TitleMember, title, "Create", part: null, keys) is { After: { } opened } && opened is not (Erased or Unreadable)
            ? opened
            : entry.Title;

    private static string Open(string text, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        if (SealedText.Person(text) is not { } person)
        {
            return text;
        }

        return keys.TryGetValue(person, out var key) ? key is null ? Erased : SealedText.Open(text, key) ?? Unopened(text) : Unreadable;
    }

    /// <summary>Written after the key was destroyed: there is nothing behind it.</summary>
    private static string Unopened(string text) => text.EndsWith('.') ? Erased : Unreadable;

    private static IEnumerable<ReadableChange> Changes(JsonElement changes, string action, string? part, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        if (changes.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in changes.EnumerateObject().Where(member => !member.NameEquals(ToldChanges.TitleMember)))
        {
            if (member.Value.ValueKind == JsonValueKind.Object && !member.Value.TryGetProperty(ToldChanges.SealedMember, out _))
            {
                foreach (var inner in Part(member, keys))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return Change(member.Name, member.Value, action, part, keys);
            }
        }
    }

    /// <summary>A part's name ends with what happened to it: <c>organisation_names #1 Added</c>.</summary>
    private static IEnumerable<ReadableChange> Part(JsonProperty member, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        var end = member.Name.LastIndexOf(' ');
        var (name, state) = end < 0 ? (member.Name, "") : (member.Name[..end], member.Name[(end + 1)..]);
        return Changes(member.Value, state switch { "Deleted" => "Delete", "Added" => "Create", _ => "Change" }, name, keys);
    }

    private static ReadableChange Change(string column, JsonElement value, string action, string? part, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(ToldChanges.SealedMember, out var text))
        {
            var opened = Open(text.GetString()!, keys);
            if (opened is Erased or Unreadable)
            {
                return new(part, column, action == "Create" ? null : opened, action == "Delete" ? null : opened);
            }

            using var inner = JsonDocument.Parse(opened);
            return Plain(column, inner.RootElement, action, part);
        }

        return Plain(column, value, action, part);
    }

    private static ReadableChange Plain(string column, JsonElement value, string action, string? part)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && action is not ("Create" or "Delete"))
        {
            return new(part, column, Words(value[0]), Words(value[1]));
        }

        return action == "Delete" ? new(part, column, Words(value), After: null) : new(part, column, Before: null, Words(value));
    }

    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
