using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Journal;

/// <summary>A page of the journal, newest first.</summary>
/// <param name="Newer">From where the page before it goes on; null where there is none.</param>
internal sealed record JournalSheet(IReadOnlyList<JournalLine> Lines, JournalPlace? Newer, JournalPlace? Older);

/// <summary>An entry, opened, with the name of the paper it goes by.</summary>
/// <param name="Named">Whom the entry is about, where it names an account by its number only.</param>
internal sealed record JournalLine(ReadableEntry Read, string? Paper, string? Named)
{
    public JournalEntry Entry => Read.Entry;

    public string Title => Named ?? Read.Title;

    public string RecordUrl => $"/quan-tri/nhat-ky/ho-so/{Entry.Kind}/{Entry.RecordId}";

    public string? PersonUrl => Entry.PersonId is { } person ? $"/quan-tri/nhat-ky/nguoi/{person}" : null;

    public string? PaperUrl => Entry.PaperId is { } paper ? $"/quan-tri/nhat-ky/ho-so/papers/{paper}" : null;
}

/// <summary>Reads the journal for its pages and exports.</summary>
internal sealed class JournalBook(AppDbContext db, JournalReading reading, IEnumerable<IPeople> people)
{
    public const int PageSize = 50;
    private const int ExportSize = 1000;
    private const int MostPeople = 500;

    public async Task<JournalSheet> SheetAsync(JournalFilter filter, string? older, string? newer, CancellationToken cancellationToken)
    {
        var entries = filter.Of(db.Set<JournalEntry>().AsNoTracking());
        var upwards = JournalPlace.Read(newer);
        var from = upwards ?? JournalPlace.Read(older);
        var found = await (upwards is null ? Down(entries, from) : Up(entries, upwards)).Take(PageSize + 1).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        if (upwards is not null)
        {
            found.Reverse();
        }

        var hasNewer = upwards is null ? from is not null : more;
        var hasOlder = upwards is not null || more;
        return new(
            await LinesAsync(found, cancellationToken),
            hasNewer && found.Count > 0 ? JournalPlace.Of(found[0]) : null,
            hasOlder && found.Count > 0 ? JournalPlace.Of(found[^1]) : null);
    }

    /// <summary>All entries of the filter, newest first, read in pages.</summary>
    public async IAsyncEnumerable<JournalLine> AllAsync(JournalFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JournalPlace? from = null;
        while (await Down(filter.Of(db.Set<JournalEntry>().AsNoTracking()), from).Take(ExportSize).ToListAsync(cancellationToken) is { Count: > 0 } page)
        {
            foreach (var line in await LinesAsync(page, cancellationToken))
            {
                yield return line;
            }

            from = JournalPlace.Of(page[^1]);
        }
    }

    /// <summary>Kinds of records that the journal tells of.</summary>
    public IReadOnlyList<string> Kinds() =>
        [.. db.Model.GetEntityTypes().Where(type => typeof(IJournaled).IsAssignableFrom(type.ClrType)).Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whoever may have acted, by name.</summary>
    public async Task<IReadOnlyList<PersonContact>> PeopleAsync(CancellationToken cancellationToken)
    {
        var ids = await reading.PeopleAsync(MostPeople, cancellationToken);
        var found = new List<PersonContact>();
        foreach (var book in people)
        {
            found.AddRange(await book.OfAsync(ids, cancellationToken));
        }

        return [.. found.OrderBy(person => person.Name, PhuSa.Vietnamese.VietnameseOrder.Instance)];
    }

    /// <summary>Organisations for which people acted, by the name they then had.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OrganisationsAsync(CancellationToken cancellationToken)
    {
        var found = await db.Set<JournalEntry>().Where(entry => entry.OrganisationId != null)
            .GroupBy(entry => entry.OrganisationId!.Value)
            .Select(group => new { group.Key, Name = group.Max(entry => entry.ByDetail) })
            .ToListAsync(cancellationToken);
        return [.. found.Select(o => (o.Key, o.Name ?? o.Key.ToString())).OrderBy(o => o.Item2, PhuSa.Vietnamese.VietnameseOrder.Instance)];
    }

    public Task<JournalCheck?> LastCheckAsync(CancellationToken cancellationToken) => db.Set<JournalCheck>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<JournalEntry> Down(IQueryable<JournalEntry> entries, JournalPlace? from)
    {
        if (from is not null)
        {
            var (at, id) = from;
            entries = entries.Where(entry => entry.At < at || (entry.At == at && entry.Id.CompareTo(id) < 0));
        }

        return entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
    }

    private static IQueryable<JournalEntry> Up(IQueryable<JournalEntry> entries, JournalPlace from)
    {
        var (at, id) = from;
        return entries.Where(entry => entry.At > at || (entry.At == at && entry.Id.CompareTo(id) > 0)).OrderBy(entry => entry.At).ThenBy(entry => entry.Id);
    }

    private async Task<IReadOnlyList<JournalLine>> LinesAsync(List<JournalEntry> entries, CancellationToken cancellationToken)
    {
        var read = await reading.ReadAsync(entries, cancellationToken);
        var ids = entries.Select(entry => entry.PaperId).OfType<Guid>().Distinct().ToList();
        var papers = ids.Count == 0
            ? []
            : await db.Set<JournalEntry>().Where(entry => entry.Kind == "papers" && ids.Contains(entry.RecordId))
                .GroupBy(entry => entry.RecordId)
                .Select(group => new { group.Key, Title = group.Max(entry => entry.Title) })
                .ToDictionaryAsync(paper => paper.Key, paper => paper.Title, cancellationToken);
        var names = await NamesAsync(entries, cancellationToken);
        return [.. read.Select(entry => new JournalLine(
            entry,
            entry.Entry.PaperId is { } paper ? papers.GetValueOrDefault(paper) ?? paper.ToString() : null,
            Account(entry.Entry) is { } account ? names.GetValueOrDefault(account) : null))];
    }

    /// <summary>The journal keeps no names in its titles, so that an erased person leaves none behind; who is still there is named here.</summary>
    private async Task<Dictionary<Guid, string>> NamesAsync(List<JournalEntry> entries, CancellationToken cancellationToken)
    {
        var accounts = entries.Select(Account).OfType<Guid>().Distinct().ToList();
        var names = new Dictionary<Guid, string>();
        foreach (var book in accounts.Count == 0 ? [] : people)
        {
            foreach (var person in await book.OfAsync(accounts, cancellationToken))
            {
                names[person.Id] = person.Name;
            }
        }

        return names;
    }

    private static Guid? Account(JournalEntry entry) => Guid.TryParseExact(entry.Title, "N", out var id) ? id : null;
}
