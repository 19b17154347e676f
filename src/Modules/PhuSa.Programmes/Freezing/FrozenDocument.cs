using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Figures;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Freezing;

/// <summary>
/// All that a freezing keeps, as one canonical JSON text: the review's own words, its parts with figures filled in, and each figure with its rule,
/// value and records. The digest is over exactly the bytes that are kept, so anyone can check it.
/// </summary>
internal sealed record FrozenDocument
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    public required string Slug { get; init; }

    public required string Programme { get; init; }

    public required ReviewDetails Details { get; init; }

    public required IReadOnlyList<PartContent> Parts { get; init; }

    public required IReadOnlyList<FigureState> Figures { get; init; }

    public static FrozenDocument Of(ReadReview read) => new()
    {
        Slug = read.Review.Slug,
        Programme = read.Review.Programme.Code,
        Details = read.Review.Details,
        Parts = [.. read.Parts.Select(part => part with { Printed = part is { HasTokens: true, Text: { } text } ? ReadReview.Printed(text, read.Link) : part.Text })],
        Figures = [.. read.Figures.Select(f => f.Now with { Evidence = [.. f.Now.Evidence.Select(Kept)] })],
    };

    public static FrozenDocument Read(string content) => JsonSerializer.Deserialize<FrozenDocument>(content, Canonical)!;

    /// <summary>SHA-256 of the text in UTF-8, in lower-case hex.</summary>
    public static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public string Write() => JsonSerializer.Serialize(this, Canonical);

    /// <summary>Of a record that is not public only its identity is kept: that is enough to see it come and go.</summary>
    private static Evidence Kept(Evidence record) => record.IsPublic ? record : record with { Title = "", Group = null, Url = null, Facts = [] };
}

/// <summary>The kept text of a frozen review. Written once, never changed.</summary>
internal sealed class FrozenText
{
    public required Guid ReviewId { get; init; }

    public required string Content { get; init; }
}

internal sealed class FrozenTextConfiguration : IEntityTypeConfiguration<FrozenText>
{
    public void Configure(EntityTypeBuilder<FrozenText> builder)
    {
        builder.ToTable("programmes_frozen_texts");
        builder.HasKey(f => f.ReviewId);
        builder.Property(f => f.ReviewId).ValueGeneratedNever();
        builder.HasOne<Review>().WithOne().HasForeignKey<FrozenText>(f => f.ReviewId).OnDelete(DeleteBehavior.Restrict);
    }
}
