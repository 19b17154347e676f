using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Keeping;

/// <summary>A content in the store, under its own digest; any number of files refer to it.</summary>
internal sealed class KeptContent
{
    public const int Sha256Length = 64;

    /// <summary>A picture that keeps failing or killing its job is left alone after so many tries.</summary>
    public const int MostTries = 3;

    private readonly List<KeptVariant> _variants = [];

    private KeptContent()
    {
    }

    public KeptContent(string sha256, FileKind kind, long bytes, int? width, int? height, DateTime now)
    {
        Sha256 = sha256;
        Kind = kind;
        Bytes = bytes;
        Width = width;
        Height = height;
        Picture = width is null ? PictureState.None : PictureState.Waiting;
        TouchedAt = now;
    }

    public string Sha256 { get; private init; } = "";

    public FileKind Kind { get; private init; }

    public long Bytes { get; private init; }

    public int? Width { get; private init; }

    public int? Height { get; private init; }

    public PictureState Picture { get; private set; }

    public int Tries { get; private set; }

    /// <summary>When somebody last brought this content or let go of it (UTC): the sweep leaves it alone for a day.</summary>
    public DateTime TouchedAt { get; private init; }

    public IReadOnlyList<KeptVariant> Variants => _variants;

    public void Try()
    {
        Tries++;
        if (Tries > MostTries)
        {
            Picture = PictureState.Failed;
        }
    }

    public void Made(IEnumerable<KeptVariant> variants)
    {
        _variants.Clear();
        _variants.AddRange(variants);
        Picture = PictureState.Ready;
    }
}

/// <summary>A smaller size of a picture, in one format, in the store beside it.</summary>
internal sealed class KeptVariant
{
    private KeptVariant()
    {
    }

    public KeptVariant(Guid id, string sha256, int width, FileKind kind, long bytes)
    {
        Id = id;
        Sha256 = sha256;
        Width = width;
        Kind = kind;
        Bytes = bytes;
    }

    public Guid Id { get; private init; }

    /// <summary>Of the picture it was made from.</summary>
    public string Sha256 { get; private init; } = "";

    public int Width { get; private init; }

    public FileKind Kind { get; private init; }

    public long Bytes { get; private init; }

    public string Name => NameOf(Width, Kind);

    public static string NameOf(int width, FileKind kind) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{width}.{FileKindFacts.Of(kind).Extensions[0]}");
}

internal sealed class KeptContentConfiguration : IEntityTypeConfiguration<KeptContent>
{
    public void Configure(EntityTypeBuilder<KeptContent> builder)
    {
        builder.ToTable("files_contents");
        builder.HasKey(c => c.Sha256);
        builder.Property(c => c.Sha256).HasMaxLength(KeptContent.Sha256Length).ValueGeneratedNever();
        builder.HasMany(c => c.Variants).WithOne().HasForeignKey(v => v.Sha256).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.Picture, c.TouchedAt });
        builder.HasIndex(c => c.TouchedAt);
    }
}

internal sealed class KeptVariantConfiguration : IEntityTypeConfiguration<KeptVariant>
{
    public void Configure(EntityTypeBuilder<KeptVariant> builder)
    {
        builder.ToTable("files_variants");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Sha256).HasMaxLength(KeptContent.Sha256Length);
        builder.Ignore(v => v.Name);
    }
}
