using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Factors;

/// <summary>Ten codes for the day the telephone is lost. Only their hashes are kept; each serves once, also when typed twice at the same moment.</summary>
internal sealed class RecoveryCodes(AppDbContext db, JournalNotes notes, IHttpContextAccessor accessor, TimeProvider clock)
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

    /// <summary>Noted for the owner to see: who finds a code used that they did not use knows that the paper was copied.</summary>
    public async Task<bool> UseAsync(Person person, string typed, CancellationToken cancellationToken)
    {
        var hash = Hash(person.Id, TypedCode.Read(typed));
        var now = Now;
        if (await db.Set<RecoveryCode>().Where(c => c.PersonId == person.Id && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken) != 1)
        {
            return false;
        }

        var from = new ActingPerson(person.Id, OrganisationId: null, accessor.HttpContext?.Connection.RemoteIpAddress?.ToString());
        notes.Add("identity_people", person.Id, person.JournalTitle, "RecoveryCodeUsed", by: new Actor(person.Name, "đăng nhập"), person: from);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string Hash(Guid personId, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId:N} {code}")));
}
