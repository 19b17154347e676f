using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Files.Keeping;

/// <summary>
/// What is noted of a file although no record changes. A file's name may name people: it stands in the journal under the key of whoever brought the
/// file, under one of the record's own where nobody signed in did.
/// </summary>
internal sealed class FileNotes(AppDbContext db, Acting acting, JournalNotes notes)
{
    /// <summary>Stands where the name cannot be read any more.</summary>
    private const string Unnamed = "Tệp bị từ chối";

    public async Task AddAsync(StoredFile file, string action, Actor? by, IReadOnlyDictionary<string, object?>? told, CancellationToken cancellationToken)
    {
        var brought = await db.Set<KeptFile>().Where(f => f.Id == file.Id).Select(f => f.TakenInByPersonId).SingleOrDefaultAsync(cancellationToken);
        var title = new Dictionary<string, object?> { [JournalNotes.Title] = file.Name };
        var changes = await notes.PersonalAsync(brought ?? file.Id, title, told, cancellationToken);
        notes.Add(KeptFileConfiguration.Table, file.Id, KeptFile.TitleOf(file.Sha256), action, by: by, changes: changes);
    }

    /// <summary>A file that was not taken in, at the record it was meant for.</summary>
    public async Task RefusedAsync(FileOwner owner, string name, string action, string why, CancellationToken cancellationToken)
    {
        var title = new Dictionary<string, object?> { [JournalNotes.Title] = name.Length > 0 ? name : Unnamed };
        var changes = await notes.PersonalAsync(acting.Person?.PersonId ?? owner.Id, title, cancellationToken);
        notes.Add(owner.Kind, owner.Id, Unnamed, action, why, changes: changes);
    }
}
