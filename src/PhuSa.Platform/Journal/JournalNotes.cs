using System.Text.Json;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>
/// What is written down although no record changes: a sign-in, a refusal, a file handed out. Saved with whatever else the context holds;
/// the name and the address of a person are sealed on the way, as in every entry.
/// </summary>
public sealed class JournalNotes
{
    /// <summary>Among the values of <see cref="PersonalAsync"/>: a title that says something of the person, shown in the place of the entry's while it can be read.</summary>
    public const string Title = ToldChanges.TitleMember;

    private readonly AppDbContext _db;
    private readonly Acting _acting;
    private readonly PersonKeyBook _keyBook;
    private readonly TimeProvider _clock;

    internal JournalNotes(AppDbContext db, Acting acting, PersonKeyBook keyBook, TimeProvider clock) =>
        (_db, _acting, _keyBook, _clock) = (db, acting, keyBook, clock);

    /// <param name="kind">The table of the record it is about, such as <c>identity_people</c>.</param>
    /// <param name="title">Stays readable after an erasure: never a person's name, address or number.</param>
    /// <param name="action">One word in English: SignIn, SignInFailed, Read, Export.</param>
    /// <param name="by">Who, where nobody is signed in yet; otherwise whoever acts in this scope.</param>
    /// <param name="changes">JSON, nothing personal in it; an empty object where there is nothing to tell. Personal values: <see cref="PersonalAsync"/>.</param>
    public void Add(string kind, Guid recordId, string title, string action, string? why = null, Actor? by = null, ActingPerson? person = null, string changes = "{}")
    {
        ArgumentNullException.ThrowIfNull(title);
        var actor = by ?? _acting.By ?? throw new InvalidOperationException($"Nobody acts: {action} of {kind} cannot be noted without an actor.");
        var who = person ?? _acting.Person;
        var now = _clock.GetUtcNow().UtcDateTime;
        _db.Add(new JournalEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            At = now,
            By = actor.Name,
            ByDetail = actor.Detail,
            PersonId = who?.PersonId,
            OrganisationId = who?.OrganisationId,
            Address = who?.Address,
            Kind = kind,
            RecordId = recordId,
            Title = title.Length > JournalEntry.TitleMaxLength ? title[..JournalEntry.TitleMaxLength] : title,
            Action = action,
            Why = why,
            Changes = changes,
        });
    }

    /// <returns>The <c>changes</c> of a note that tells personal values of somebody, sealed under their key.</returns>
    public Task<string> PersonalAsync(Guid person, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) =>
        PersonalAsync(person, values, plain: null, cancellationToken);

    /// <param name="values">Sealed under the person's key.</param>
    /// <param name="plain">Values that say nothing of anybody, told beside them.</param>
    /// <returns>The <c>changes</c> of a note.</returns>
    public async Task<string> PersonalAsync(Guid person, IReadOnlyDictionary<string, object?> values, IReadOnlyDictionary<string, object?>? plain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        var keys = await _keyBook.ForAsync(_db, [person], cancellationToken);
        var told = new Dictionary<string, object?>(plain ?? new Dictionary<string, object?>());
        foreach (var (name, value) in values)
        {
            told[name] = ToldChanges.Seal(value, person, keys);
        }

        return JsonSerializer.Serialize(told, ToldChanges.Json);
    }
}
