using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Office.Filters;

/// <summary>A list with its filters that a person kept under a name.</summary>
internal sealed class KeptFilter
{
    public const int NameMaxLength = 80;
    public const int UrlMaxLength = 1000;

    /// <summary>A person keeps at most this many.</summary>
    public const int Most = 50;

    private KeptFilter()
    {
    }

    public KeptFilter(Guid id, Guid personId, string name, string url, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Name = name;
        Url = url;
        Path = url.Split('?')[0];
        KeptAt = now;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>Root-relative address with its query.</summary>
    public string Url { get; private set; } = "";

    public string Path { get; private set; } = "";

    public DateTime KeptAt { get; private init; }
}

internal sealed class KeptFilterConfiguration : IEntityTypeConfiguration<KeptFilter>
{
    public void Configure(EntityTypeBuilder<KeptFilter> builder)
    {
        builder.ToTable("office_filters");
        builder.BelongsToPerson(f => f.PersonId);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(KeptFilter.NameMaxLength).IsPersonal();
        builder.Property(f => f.Url).HasMaxLength(KeptFilter.UrlMaxLength).IsPersonal();
        builder.Property(f => f.Path).HasMaxLength(KeptFilter.UrlMaxLength).IsPersonal();
        builder.HasIndex(f => new { f.PersonId, f.Name }).IsUnique();
    }
}
