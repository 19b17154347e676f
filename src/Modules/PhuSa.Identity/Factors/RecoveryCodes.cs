using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Identity.Factors;

/// <summary>Ten codes for the day the telephone is lost. Only their hashes are kept; each serves once, also when typed twice at the same moment.</summary>
internal sealed class RecoveryCodes(AppDbContext db, JournalNotes notes, TimeProvider clock)
{
    public const int Count = 10;

    /// <summary>Sixteen letters of 23: 72 random bits, so that a plain hash of them cannot be tried out.</summary>
    public const int Length = 16;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<int> LeftAsync(Guid personId, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().CountAsync(c => c.PersonId == personId && c.UsedAt == null, cancellationToken);

    /// <summary>A new set; the old one is worth nothing from now on. The caller saves.</summary>
    /// <returns>The codes as they are written, this once.</returns>
    public async Task<IReadOnlyList<string>> RenewAsync(Person person, CancellationToken cancellationToken)
    {
        var old = await db.Set<RecoveryCode>().Where(c => c.PersonId == person.Id).ToListAsync(cancellationToken);
        db.RemoveRange(old);
        var codes = Enumerable.Range(0, Count).Select(_ => TypedCode.New(Length)).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(Guid.CreateVersion7(clock.GetUtcNow()), person.Id, Hash(person.Id, code), Now)));
        notes.Add("identity_people", person.Id, person.JournalTitle, "RecoveryCodesMade");
        return [.. codes.Select(TypedCode.Written)];
    }

    public async Task<bool> UseAsync(Guid personId, string typed, CancellationToken cancellationToken)
    {
        var hash = Hash(personId, TypedCode.Read(typed));
        var now = Now;
        return await db.Set<RecoveryCode>().Where(c => c.PersonId == personId && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken) == 1;
    }

    private static string Hash(Guid personId, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId:N} {code}")));
}
