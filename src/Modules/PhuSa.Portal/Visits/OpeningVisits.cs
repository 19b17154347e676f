using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Journal;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Visits;

/// <summary>
/// What the counter of the old portal showed when this one took over: a number from a source, told apart wherever it is shown. The counting of this
/// portal knows nothing of it.
/// </summary>
internal sealed class OpeningVisits : IJournaled
{
    public const int SourceMaxLength = 300;

    private OpeningVisits()
    {
    }

    public OpeningVisits(Guid id, string site)
    {
        Id = id;
        Site = site;
    }

    public Guid Id { get; private init; }

    /// <summary>Code of the site; it has one such number or none.</summary>
    public string Site { get; private init; } = "";

    public long Visits { get; private set; }

    /// <summary>The last day it counts.</summary>
    public DateOnly UntilDay { get; private set; }

    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    public string JournalTitle => $"Lượt truy cập cổng cũ, {Site}";

    public void Say(long visits, DateOnly untilDay, string source) => (Visits, UntilDay, Source) = (visits, untilDay, source);
}

internal sealed class OpeningVisitsConfiguration : IEntityTypeConfiguration<OpeningVisits>
{
    public void Configure(EntityTypeBuilder<OpeningVisits> builder)
    {
        builder.ToTable("portal_opening_visits");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Site).HasMaxLength(Site.CodeMaxLength);
        builder.Property(o => o.Source).HasMaxLength(OpeningVisits.SourceMaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Site).IsUnique();
    }
}
