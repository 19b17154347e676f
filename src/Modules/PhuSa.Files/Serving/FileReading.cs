using Microsoft.EntityFrameworkCore;
using PhuSa.Files.Keeping;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Files.Serving;

/// <summary>Why somebody may read a file.</summary>
internal enum ReadingRight
{
    None,

    /// <summary>By a link that has not expired.</summary>
    Link,

    /// <summary>Signed in, and the guard of the record agrees.</summary>
    Person,

    /// <summary>Everybody may.</summary>
    Public,
}

/// <summary>Asks the guard each time, and notes every reading of what is not public.</summary>
internal sealed class FileReading(AppDbContext db, IEnumerable<IFileGuard> guards, ISignedIn signedIn, LinkSeal seal, FileNotes notes, TimeProvider clock)
{
    private const string Action = "Read";

    /// <summary>A viewer asks for a long paper in a hundred pieces; that is one reading.</summary>
    private static readonly TimeSpan OneReading = TimeSpan.FromMinutes(10);

    public async Task<ReadingRight> OfAsync(StoredFile file, string? link, CancellationToken cancellationToken)
    {
        if (guards.FirstOrDefault(g => g.Kind == file.Owner.Kind) is { } guard)
        {
            if (await guard.MayReadAsync(file, person: null, cancellationToken))
            {
                return ReadingRight.Public;
            }

            if (signedIn.Person is { } person && await guard.MayReadAsync(file, person, cancellationToken))
            {
                return ReadingRight.Person;
            }
        }

        return link is not null && seal.Opens(link, file.Id) ? ReadingRight.Link : ReadingRight.None;
    }

    public async Task NoteAsync(StoredFile file, ReadingRight right, string? address, CancellationToken cancellationToken)
    {
        if (right == ReadingRight.Public)
        {
            return;
        }

        var by = right == ReadingRight.Link ? new Actor("Người có liên kết", address) : null;
        var personId = right == ReadingRight.Link ? null : signedIn.Person?.PersonId;
        var since = clock.GetUtcNow().UtcDateTime - OneReading;
        var detail = by?.Detail;
        if (await db.Set<JournalEntry>().AnyAsync(
            e => e.Kind == KeptFileConfiguration.Table && e.RecordId == file.Id && e.At > since && e.Action == Action && e.PersonId == personId && (personId != null || e.ByDetail == detail),
            cancellationToken))
        {
            return;
        }

        await notes.AddAsync(file, Action, by, told: null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
