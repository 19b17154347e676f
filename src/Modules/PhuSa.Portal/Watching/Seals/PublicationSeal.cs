using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>Why readers see something else than before.</summary>
internal enum SealAct
{
    Published,
    Imported,
    Withdrawn,

    /// <summary>It was published before the product sealed what it publishes.</summary>
    FirstSeen,
}

/// <summary>
/// What readers see of an article from now on, as a signed digest: written in the transaction that publishes it. A number and a link to the seal
/// before it are given once, after the commit, so that nobody who publishes waits for another and a seal that is taken away leaves a gap.
/// </summary>
internal sealed class PublicationSeal
{
    public const int DigestLength = 64;
    public const int SignatureMaxLength = 100;
    public const int ListMaxLength = 4000;

    public Guid Id { get; init; }

    public Guid ArticleId { get; init; }

    public string Slug { get; init; } = "";

    public SealAct Act { get; init; }

    /// <summary>The number of the version; null for an article older than its versions and for a withdrawal.</summary>
    public int? ArticleVersion { get; init; }

    /// <summary>SHA-256 of the canonical content; 64 hexadecimal digits.</summary>
    public string Content { get; init; } = "";

    /// <summary>Foreign hosts that the content names, separated by spaces; null where it names none.</summary>
    public string? Hosts { get; init; }

    /// <summary>Words of betting sites that the content itself says, separated by “|”; null where there are none.</summary>
    public string? Words { get; init; }

    public DateTime At { get; init; }

    public Guid KeyId { get; init; }

    /// <summary>Base64, ECDSA P-256 over <see cref="Line"/>.</summary>
    public string Signature { get; init; } = "";

    /// <summary>From 1 without gaps; null until it is linked.</summary>
    public long? Number { get; private set; }

    /// <summary>The digest of the link before and this seal.</summary>
    public string? Link { get; private set; }

    /// <summary>What is signed.</summary>
    public string Line => LineOf(Id, ArticleId, Slug, Act, ArticleVersion, Content, Hosts, Words, At, KeyId);

    public static string LineOf(Guid id, Guid article, string slug, SealAct act, int? version, string content, string? hosts, string? words, DateTime at, Guid key) => string.Join('\n',
        "phusa-seal 1",
        id.ToString("D"),
        article.ToString("D"),
        slug,
        act.ToString(),
        version?.ToString(CultureInfo.InvariantCulture) ?? "",
        content,
        hosts ?? "",
        words ?? "",
        Microseconds(at).ToString(CultureInfo.InvariantCulture),
        key.ToString("D"));

    public static string LinkOf(string before, long number, string line, string signature) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{before}\n{number}\n{line}\n{signature}"))));

    /// <summary>What both databases keep of an instant.</summary>
    public static DateTime Kept(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    public void LinkAfter(string before, long number) => (Number, Link) = (number, LinkOf(before, number, Line, Signature));

    private static long Microseconds(DateTime at) => (at - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}

internal sealed class PublicationSealConfiguration : IEntityTypeConfiguration<PublicationSeal>
{
    public void Configure(EntityTypeBuilder<PublicationSeal> builder)
    {
        builder.ToTable("portal_publication_seals");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Slug).HasMaxLength(Article.SlugMaxLength);
        builder.Property(s => s.Content).HasMaxLength(PublicationSeal.DigestLength);
        builder.Property(s => s.Hosts).HasMaxLength(PublicationSeal.ListMaxLength);
        builder.Property(s => s.Words).HasMaxLength(PublicationSeal.ListMaxLength);
        builder.Property(s => s.Signature).HasMaxLength(PublicationSeal.SignatureMaxLength);
        builder.Property(s => s.Link).HasMaxLength(PublicationSeal.DigestLength);
        builder.Ignore(s => s.Line);
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.ArticleId, s.Id });
    }
}
