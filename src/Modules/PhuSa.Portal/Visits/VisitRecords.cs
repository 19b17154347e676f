using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Portal.Visits;

/// <summary>One site on one Vietnamese day; kept for ever.</summary>
internal sealed class VisitDayRow
{
    public required string Site { get; init; }

    public required DateOnly Day { get; init; }

    public long Visits { get; set; }

    public long Views { get; set; }
}

/// <summary>One page on one Vietnamese day; kept for ever.</summary>
internal sealed class PageViewDay
{
    public required string Site { get; init; }

    public required string Path { get; init; }

    public required DateOnly Day { get; init; }

    public long Views { get; set; }
}

/// <summary>What browsers are hashed with on one day; deleted when the day is over.</summary>
internal sealed class VisitSalt
{
    public required DateOnly Day { get; init; }

    public required byte[] Salt { get; init; }
}

/// <summary>A counter file and the number of its last fold, written in the transaction of that fold: so a fold is never taken twice.</summary>
internal sealed class VisitInstance
{
    public required Guid Epoch { get; init; }

    public required DateOnly Day { get; init; }

    public long Sequence { get; set; }
}

/// <summary>A browser of today, so that moving to another instance begins no new visit; deleted when the day is over.</summary>
internal sealed class BrowserSeen
{
    public required DateOnly Day { get; init; }

    public required string Site { get; init; }

    /// <summary>The bits of the hash.</summary>
    public required long Browser { get; init; }

    /// <summary>Second of the day.</summary>
    public int LastSeen { get; set; }
}

internal sealed class VisitRecordsConfiguration :
    IEntityTypeConfiguration<VisitDayRow>, IEntityTypeConfiguration<PageViewDay>, IEntityTypeConfiguration<VisitSalt>,
    IEntityTypeConfiguration<VisitInstance>, IEntityTypeConfiguration<BrowserSeen>
{
    public void Configure(EntityTypeBuilder<VisitDayRow> builder)
    {
        builder.ToTable("portal_visit_days");
        builder.HasKey(d => new { d.Site, d.Day });
        builder.Property(d => d.Site).HasMaxLength(SiteRecord.CodeMaxLength);
    }

    public void Configure(EntityTypeBuilder<PageViewDay> builder)
    {
        builder.ToTable("portal_page_view_days");
        builder.HasKey(d => new { d.Site, d.Path, d.Day });
        builder.Property(d => d.Site).HasMaxLength(SiteRecord.CodeMaxLength);
        builder.Property(d => d.Path).HasMaxLength(PagePath.MaxLength);
    }

    public void Configure(EntityTypeBuilder<VisitSalt> builder)
    {
        builder.ToTable("portal_visit_salts");
        builder.HasKey(s => s.Day);
        builder.Property(s => s.Salt).HasMaxLength(BrowserHash.SaltLength);
    }

    public void Configure(EntityTypeBuilder<VisitInstance> builder)
    {
        builder.ToTable("portal_visit_instances");
        builder.HasKey(i => i.Epoch);
        builder.Property(i => i.Epoch).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<BrowserSeen> builder)
    {
        builder.ToTable("portal_browsers_seen");
        builder.HasKey(b => new { b.Day, b.Site, b.Browser });
        builder.Property(b => b.Site).HasMaxLength(SiteRecord.CodeMaxLength);
        builder.HasIndex(b => new { b.Day, b.LastSeen });
    }
}
