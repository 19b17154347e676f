using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>
/// What is written down although no record changes: a sign-in, a refusal, a file handed out. Saved with whatever else the context holds.
/// </summary>
public sealed class JournalNotes(AppDbContext db, Acting acting, TimeProvider clock)
{
    /// <param name="kind">The table of the record it is about, such as <c>identity_people</c>.</param>
    /// <param name="action">One word in English: SignIn, SignInFailed, Read, Export.</param>
    /// <param name="by">Who, where nobody is signed in yet; otherwise whoever acts in this scope.</param>
    /// <param name="changes">JSON; an empty object where there is nothing to tell.</param>
    public void Add(string kind, Guid recordId, string title, string action, string? why = null, Actor? by = null, ActingPerson? person = null, string changes = "{}")
    {
        ArgumentNullException.ThrowIfNull(title);
        var actor = by ?? acting.By ?? throw new InvalidOperationException($"Nobody acts: {action} of {kind} cannot be noted without an actor.");
        var who = person ?? acting.Person;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new JournalEntry
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
}
