using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.OldPortal;

/// <summary>That an article came from a page of an old portal, and the version as which it came last: what was changed since is the officers'.</summary>
internal sealed class BroughtArticle
{
    private BroughtArticle()
    {
    }

    public BroughtArticle(Guid articleId, string site, string key)
    {
        ArticleId = articleId;
        Site = site;
        Key = key;
    }

    public Guid ArticleId { get; private init; }

    public string Site { get; private init; } = "";

    /// <summary>Of the page's chief old address.</summary>
    public string Key { get; private init; } = "";

    public int Version { get; private set; }

    public DateTime At { get; private set; }

    public void Came(int version, DateTime now)
    {
        Version = version;
        At = now;
    }
}

/// <summary>That a file of an article was brought from the mirror: the same bytes are not taken in twice.</summary>
internal sealed class BroughtContent
{
    private BroughtContent()
    {
    }

    public BroughtContent(Guid articleId, string sha256, Guid fileId)
    {
        ArticleId = articleId;
        Sha256 = sha256;
        FileId = fileId;
    }

    public Guid ArticleId { get; private init; }

    /// <summary>Of the bytes as they lay in the mirror; what is kept may be cleaned.</summary>
    public string Sha256 { get; private init; } = "";

    public Guid FileId { get; private set; }

    public void IsNow(Guid fileId) => FileId = fileId;
}

internal sealed class BroughtArticleConfiguration : IEntityTypeConfiguration<BroughtArticle>
{
    public void Configure(EntityTypeBuilder<BroughtArticle> builder)
    {
        builder.ToTable("portal_old_articles");
        builder.HasKey(b => b.ArticleId);
        builder.Property(b => b.Site).HasMaxLength(PhuSa.Portal.Sites.Site.CodeMaxLength);
        builder.Property(b => b.Key).HasMaxLength(OldAddress.KeyLength);
        builder.HasOne<Article>().WithMany().HasForeignKey(b => b.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.Site, b.Key }).IsUnique();
    }
}

internal sealed class BroughtContentConfiguration : IEntityTypeConfiguration<BroughtContent>
{
    public void Configure(EntityTypeBuilder<BroughtContent> builder)
    {
        builder.ToTable("portal_old_files");
        builder.HasKey(b => new { b.ArticleId, b.Sha256 });
        builder.Property(b => b.Sha256).HasMaxLength(64);
        builder.HasOne<Article>().WithMany().HasForeignKey(b => b.ArticleId).OnDelete(DeleteBehavior.Restrict);
    }
}
