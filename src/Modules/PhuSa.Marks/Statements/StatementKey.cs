using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Statements;

/// <summary>
/// A P-256 key that signs the statements in QR codes. One signs at a time; the private part is gone once it signs no more, the public one stays for the
/// statements that are out.
/// </summary>
internal sealed class StatementKey : Aggregate<StatementKeyStatus, StatementKeyAction>, IJournaled
{
    public const int KidLength = 8;
    public const int KeyMaxLength = 2000;

    private StatementKey()
    {
    }

    /// <param name="publicKey">Base64 of the SubjectPublicKeyInfo.</param>
    /// <param name="privateKey">Wrapped by the house's keys.</param>
    public StatementKey(Guid id, int number, string publicKey, string privateKey, Actor by, DateTime now)
    {
        Id = id;
        (Number, PublicKey, PrivateKey, MadeAt) = (number, publicKey, privateKey, now);
        Kid = ThumbprintOf(Point())[..KidLength];
        Begin(StatementKeyStatus.Signing, by, now);
    }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>What statements name it by: the first letters of its thumbprint (RFC 7638).</summary>
    public string Kid { get; private init; } = "";

    public string PublicKey { get; private init; } = "";

    /// <summary>Null once it signs no more.</summary>
    public string? PrivateKey { get; private set; }

    public DateTime MadeAt { get; private init; }

    /// <summary>When it stopped signing.</summary>
    public DateTime? RetiredAt { get; private set; }

    public DateTime? CompromisedAt { get; private set; }

    public string JournalTitle => $"Khoá {Number} · {Kid}";

    protected override Flow<StatementKeyStatus, StatementKeyAction> Table => StatementKeyFlow.Table;

    /// <exception cref="RefusedException">It signs no more.</exception>
    public void Retire(Actor by, DateTime now)
    {
        Move(StatementKeyAction.Retire, by, now);
        (PrivateKey, RetiredAt) = (null, now);
    }

    /// <summary>Somebody else may have its private part: nothing it ever signed is believed.</summary>
    /// <exception cref="RefusedException">It is known already, or no reason is given.</exception>
    public void Compromise(string why, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            throw new RefusedException("Ghi lý do của việc này.");
        }

        Move(StatementKeyAction.Compromise, by, now, why.Trim());
        (PrivateKey, RetiredAt, CompromisedAt) = (null, RetiredAt ?? now, now);
    }

    /// <returns>The two numbers of the public key, as JWK writes them.</returns>
    public (string X, string Y) Point()
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    private static string ThumbprintOf((string X, string Y) point) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{point.X}}","y":"{{point.Y}}"}""")));
}

internal sealed class StatementKeyConfiguration : IEntityTypeConfiguration<StatementKey>
{
    public const string Table = "marks_statement_keys";

    public void Configure(EntityTypeBuilder<StatementKey> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<StatementKey, StatementKeyStatus, StatementKeyAction>("marks_statement_key_steps");
        builder.Property(k => k.Kid).HasMaxLength(StatementKey.KidLength);
        builder.Property(k => k.PublicKey).HasMaxLength(StatementKey.KeyMaxLength);
        builder.Property(k => k.PrivateKey).HasMaxLength(StatementKey.KeyMaxLength).IsSecret();
        builder.HasIndex(k => k.Kid).IsUnique();

        // Two instances that make a key at the same moment make one.
        builder.HasIndex(k => k.Number).IsUnique();
    }
}
