using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal.Sealing;

/// <summary>The erasure of a person from the journal (Law 91/2025/QH15): their values can never be read again, the chain stays whole.</summary>
public interface IPersonKeys
{
    /// <summary>Destroys the person's key in the caller's transaction. What is written of them afterwards is unreadable from the beginning.</summary>
    Task DestroyAsync(Guid personId, CancellationToken cancellationToken);
}

/// <summary>Keys of the people whom a save or a page is about. Read anew each time: a key kept in memory would outlive its destruction.</summary>
internal sealed class PersonKeyBook(IServiceProvider services, TimeProvider clock)
{
    private const string Purpose = "PhuSa.PersonKeys";

    /// <returns>For each person the key, made where there was none; null where it is destroyed.</returns>
    public IReadOnlyDictionary<Guid, byte[]?> For(DbContext db, IReadOnlyCollection<Guid> people)
    {
        if (people.Count == 0)
        {
            return new Dictionary<Guid, byte[]?>();
        }

        var rows = Rows(db, people).ToList();
        if (rows.Count < people.Count)
        {
            foreach (var person in Missing(people, rows))
            {
                PersonKeyRows.PutIfAbsent(db, person, NewKey(person), clock.GetUtcNow().UtcDateTime);
            }

            rows = [.. Rows(db, people)];
        }

        return Unwrapped(rows);
    }

    public async Task<IReadOnlyDictionary<Guid, byte[]?>> ForAsync(DbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return new Dictionary<Guid, byte[]?>();
        }

        var rows = await Rows(db, people).ToListAsync(cancellationToken);
        if (rows.Count < people.Count)
        {
            foreach (var person in Missing(people, rows))
            {
                await PersonKeyRows.PutIfAbsentAsync(db, person, NewKey(person), clock.GetUtcNow().UtcDateTime, cancellationToken);
            }

            rows = await Rows(db, people).ToListAsync(cancellationToken);
        }

        return Unwrapped(rows);
    }

    /// <returns>The keys there are: no entry for a person without one and for one that the house's own keys do not open; null where it is destroyed.</returns>
    public async Task<IReadOnlyDictionary<Guid, byte[]?>> KnownAsync(DbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, byte[]?>();
        if (people.Count == 0)
        {
            return known;
        }

        foreach (var row in await Rows(db, people).ToListAsync(cancellationToken))
        {
            try
            {
                known[row.PersonId] = Unwrap(row);
            }
            catch (CryptographicException)
            {
                // The house's keys were lost: that is not an erasure, and is not shown as one.
            }
        }

        return known;
    }

    private static IQueryable<PersonKey> Rows(DbContext db, IReadOnlyCollection<Guid> people) =>
        db.Set<PersonKey>().AsNoTracking().Where(key => people.Contains(key.PersonId));

    /// <summary>Always in the same order, so that two writers wait for each other and never in a circle.</summary>
    private static IEnumerable<Guid> Missing(IReadOnlyCollection<Guid> people, List<PersonKey> rows) => people.Except(rows.Select(row => row.PersonId)).Order();

    private Dictionary<Guid, byte[]?> Unwrapped(List<PersonKey> rows) => rows.ToDictionary(row => row.PersonId, Unwrap);

    private byte[]? Unwrap(PersonKey row) => row.Wrapped is { } wrapped ? Protector(row.PersonId).Unprotect(wrapped) : null;

    private byte[] NewKey(Guid person) => Protector(person).Protect(RandomNumberGenerator.GetBytes(SealedText.KeyLength));

    // Asked for when needed: Data Protection reads its keys through the context whose interceptor asks here.
    private IDataProtector Protector(Guid person) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose, person.ToString("N", CultureInfo.InvariantCulture));
}

/// <inheritdoc cref="IPersonKeys"/>
internal sealed class PersonKeys(AppDbContext db, TimeProvider clock) : IPersonKeys
{
    public Task DestroyAsync(Guid personId, CancellationToken cancellationToken) =>
        PersonKeyRows.DestroyAsync(db, personId, clock.GetUtcNow().UtcDateTime, cancellationToken);
}
