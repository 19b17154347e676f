using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Journal;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Redirects;

/// <summary>Where an old address is known from.</summary>
internal enum MovedFrom
{
    /// <summary>The import of an old portal.</summary>
    Import,

    /// <summary>The table <c>redirects.csv</c>.</summary>
    Table,

    /// <summary>Somebody in the office.</summary>
    Hand,
}

/// <summary>An address that a site had once, and where what stood there is now: an article under whatever address it has, or a place on the same site.</summary>
internal sealed class MovedAddress : IJournaled, IStandsAround
{
    private MovedAddress()
    {
    }

    public MovedAddress(Guid id, string site, OldAddress address, MovedFrom from, DateTime now)
    {
        Id = id;
        Site = site;
        Address = address.Written;
        Folded = address.Folded;
        Key = address.Key;
        From = from;
        CreatedAt = now;
    }

    public Guid Id { get; private init; }

    /// <summary>Code of the site on whose hosts the address lived.</summary>
    public string Site { get; private init; } = "";

    public string Address { get; private init; } = "";

    public string Folded { get; private init; } = "";

    public string Key { get; private init; } = "";

    public Guid? ArticleId { get; private set; }

    /// <summary>Root-relative; null where an article is meant.</summary>
    public string? Path { get; private set; }

    public MovedFrom From { get; private init; }

    public DateTime CreatedAt { get; private init; }

    public string JournalTitle => Address;

    public IEnumerable<(string Of, string Words)> Said() => [(Address, Path ?? $"{ArticleId}")];

    public MovedAddress ToArticle(Guid articleId)
    {
        (ArticleId, Path) = (articleId, null);
        return this;
    }

    public MovedAddress ToPlace(string path)
    {
        (ArticleId, Path) = (null, path);
        return this;
    }
}

internal sealed class MovedAddressConfiguration : IEntityTypeConfiguration<MovedAddress>
{
    public void Configure(EntityTypeBuilder<MovedAddress> builder)
    {
        builder.ToTable("portal_redirects");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Site).HasMaxLength(Site.CodeMaxLength);
        builder.Property(m => m.Address).HasMaxLength(OldAddress.MaxLength);
        builder.Property(m => m.Folded).HasMaxLength(OldAddress.MaxLength);
        builder.Property(m => m.Key).HasMaxLength(OldAddress.KeyLength);
        builder.Property(m => m.Path).HasMaxLength(OldAddress.MaxLength);
        builder.HasOne<Article>().WithMany().HasForeignKey(m => m.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Site, m.Key }).IsUnique();
        builder.HasIndex(m => new { m.Site, m.CreatedAt });
    }
}
