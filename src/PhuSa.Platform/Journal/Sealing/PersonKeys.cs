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

    /// <summary>From so many on all cores make them.</summary>
    private const int Many = 200;

    /// <returns>For each person the key, made where there was none; null where it is destroyed.</returns>
    public async Task<IReadOnlyDictionary<Guid, byte[]?>> ForAsync(DbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return new Dictionary<Guid, byte[]?>();
        }

        var rows = await Rows(db, people).ToListAsync(cancellationToken);
        if (rows.Count < people.Count)
        {
            var made = Made(people, rows);
            var put = await PersonKeyRows.PutIfAbsentAsync(db, made.Select(key => (key.Key, key.Value.Wrapped)), clock.GetUtcNow().UtcDateTime, cancellationToken);

            // Where nobody else met one of them at the same moment, all keys are known.
            return put == made.Count
                ? rows.ToDictionary(row => row.PersonId, Unwrap).Concat(made.Select(key => KeyValuePair.Create(key.Key, (byte[]?)key.Value.Key))).ToDictionary()
                : Unwrapped(await Rows(db, people).ToListAsync(cancellationToken), made);
        }

        return Unwrapped(rows, new());
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
    private SortedDictionary<Guid, (byte[] Key, byte[] Wrapped)> Made(IReadOnlyCollection<Guid> people, List<PersonKey> rows)
    {
        var without = people.Except(rows.Select(row => row.PersonId)).ToList();
        return new(without.Count < Many ? without.ToDictionary(person => person, NewKey) : without.AsParallel().ToDictionary(person => person, NewKey));
    }

    /// <summary>A key that was made here and is the one that was kept need not be opened again.</summary>
    private Dictionary<Guid, byte[]?> Unwrapped(List<PersonKey> rows, SortedDictionary<Guid, (byte[] Key, byte[] Wrapped)> made) =>
        rows.ToDictionary(row => row.PersonId, row => row.Wrapped is { } kept && made.TryGetValue(row.PersonId, out var own) && kept.AsSpan().SequenceEqual(own.Wrapped) ? own.Key : Unwrap(row));

    private byte[]? Unwrap(PersonKey row) => row.Wrapped is { } wrapped ? Protector(row.PersonId).Unprotect(wrapped) : null;

    private (byte[] Key, byte[] Wrapped) NewKey(Guid person)
    {
        var key = RandomNumberGenerator.GetBytes(SealedText.KeyLength);
        return (key, Protector(person).Protect(key));
    }

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
