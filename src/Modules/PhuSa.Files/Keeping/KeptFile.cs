using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Files.Keeping;

/// <summary>A file of a record: its name and whose it is. The content is kept once, whoever else has the same.</summary>
internal sealed class KeptFile : IJournaled
{
    public const int OwnerKindMaxLength = 100;
    private const int TitleLength = 8;

    private KeptFile()
    {
    }

    public KeptFile(Guid id, FileOwner owner, string name, string sha256, Actor by, Guid? personId, DateTime now)
    {
        Id = id;
        OwnerKind = owner.Kind;
        OwnerId = owner.Id;
        Name = name;
        Sha256 = sha256;
        TakenInBy = by.Name;
        TakenInByPersonId = personId;
        TakenInAt = now;
    }

    public Guid Id { get; private init; }

    public string OwnerKind { get; private init; } = "";

    public Guid OwnerId { get; private init; }

    public string Name { get; private init; } = "";

    public string Sha256 { get; private init; } = "";

    public string TakenInBy { get; private init; } = "";

    /// <summary>Null where the product itself or a command brought it.</summary>
    public Guid? TakenInByPersonId { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime TakenInAt { get; private init; }

    public string JournalTitle => TitleOf(Sha256);

    public string? PersonalTitle => Name;

    /// <summary>Tells files apart and says nothing of them.</summary>
    public static string TitleOf(string sha256) => $"Tệp {sha256[..TitleLength]}";
}

internal sealed class KeptFileConfiguration : IEntityTypeConfiguration<KeptFile>
{
    public const string Table = "files";

    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable(Table);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.OwnerKind).HasMaxLength(KeptFile.OwnerKindMaxLength);
        builder.WrittenByPerson(f => f.TakenInByPersonId);
        builder.Property(f => f.Name).HasMaxLength(Kinds.ShownName.MaxLength).IsSealedInJournal();
        builder.Property(f => f.Sha256).HasMaxLength(KeptContent.Sha256Length);
        builder.Property(f => f.TakenInBy).HasMaxLength(Actor.NameMaxLength).IsSealedInJournal();
        builder.HasOne<KeptContent>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.OwnerKind, f.OwnerId, f.TakenInAt });
    }
}
