using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Cooperatives.Sizes;

/// <summary>What one class of one field asks for at least under one rule, entered by an office that has the decree in hand, since the product does not know that row.</summary>
internal sealed class SizeBound : IJournaled
{
    public const int SourceMaxLength = 500;

    private SizeBound()
    {
    }

    public SizeBound(Guid id, string rule, CooperativeSector sector, SizeClass size)
    {
        Id = id;
        Rule = rule;
        Sector = sector;
        Size = size;
    }

    public Guid Id { get; private init; }

    public string Rule { get; private init; } = "";

    public CooperativeSector Sector { get; private init; }

    public SizeClass Size { get; private init; }

    /// <summary>Official members.</summary>
    public int Members { get; private set; }

    /// <summary>Of the year, đồng.</summary>
    public long Revenue { get; private set; }

    /// <summary>Total capital, đồng.</summary>
    public long Capital { get; private set; }

    /// <summary>Where the row was read.</summary>
    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    public string JournalTitle => $"{Rule}, {Office.RegistryWords.Of(Sector)}: {Office.RegistryWords.Of(Size)}";

    public SizeThreshold Threshold => new(Members, Revenue, Capital);

    public void Ask(SizeThreshold least, string source) => (Members, Revenue, Capital, Source) = (least.Members, least.Revenue, least.Capital, source);
}

internal sealed class SizeBoundConfiguration : IEntityTypeConfiguration<SizeBound>
{
    public const int RuleMaxLength = 40;

    public void Configure(EntityTypeBuilder<SizeBound> builder)
    {
        builder.ToTable("cooperatives_size_bounds");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Rule).HasMaxLength(RuleMaxLength);
        builder.Property(b => b.Source).HasMaxLength(SizeBound.SourceMaxLength);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.Rule, b.Sector, b.Size }).IsUnique();
    }
}
