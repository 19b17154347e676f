using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public const string Table = "portal_articles";

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<Article, ArticleStatus, ArticleAction>("portal_article_steps");
        builder.Property(a => a.Slug).HasMaxLength(Article.SlugMaxLength);
        builder.Property(a => a.Title).HasMaxLength(Article.TitleMaxLength);
        builder.Property(a => a.Summary).HasMaxLength(Article.SummaryMaxLength);
        builder.Property(a => a.Body).HasMaxLength(Article.BodyMaxLength);
        builder.Property(a => a.Author).HasMaxLength(Article.NameMaxLength);
        builder.Property(a => a.Source).HasMaxLength(Article.NameMaxLength);
        builder.Property(a => a.Initials).HasMaxLength(Article.InitialsMaxLength);
        builder.Property(a => a.WorkingTitle).HasMaxLength(Article.TitleMaxLength);

        // What is older than kinds is news.
        builder.Property(a => a.Kind).HasDefaultValue(ArticleKind.News).ValueGeneratedNever();
        builder.PrimitiveCollection(a => a.Tags);
        builder.Ignore(a => a.Around);
        builder.Ignore(a => a.Address);
        builder.Property(a => a.Number).HasMaxLength(LegalFacts.NumberMaxLength);
        builder.Property(a => a.NumberKey).HasMaxLength(LegalFacts.NumberMaxLength * 2);
        builder.Property(a => a.BodyName).HasMaxLength(LegalFacts.NameMaxLength);
        builder.Property(a => a.Field).HasMaxLength(LegalFacts.FieldMaxLength);
        builder.HasIndex(a => a.Slug).IsUnique();
        builder.HasIndex(a => new { a.Status, a.PublishedOn });
        builder.HasIndex(a => a.ExpiresAt);
        builder.HasIndex(a => new { a.Kind, a.IssuedOn });
        builder.HasIndex(a => a.NumberKey);
        Standing(builder);
        builder.OwnsMany(a => a.Links, links =>
        {
            links.ToTable("portal_article_links");
            links.WithOwner().HasForeignKey("ArticleId");
            links.HasKey("ArticleId", nameof(ArticleLink.Role), nameof(ArticleLink.TargetId));
            links.Property(l => l.TargetId).ValueGeneratedNever();
            links.HasOne<Article>().WithMany().HasForeignKey(l => l.TargetId).OnDelete(DeleteBehavior.Restrict);
            links.HasIndex(l => l.TargetId);
        });
    }

    /// <summary>Where it stands: its categories, and the top of the home pages to which it is pinned.</summary>
    private static void Standing(EntityTypeBuilder<Article> builder)
    {
        builder.OwnsMany(a => a.Places, places =>
        {
            places.ToTable("portal_article_places");
            places.WithOwner().HasForeignKey("ArticleId");
            places.HasKey("ArticleId", nameof(ArticlePlace.CategoryId));
            places.Property(p => p.CategoryId).ValueGeneratedNever();
            places.HasOne<Category>().WithMany().HasForeignKey(p => p.CategoryId).OnDelete(DeleteBehavior.Restrict);
            places.HasIndex(p => p.CategoryId);
        });
        builder.OwnsMany(a => a.Pins, pins =>
        {
            pins.ToTable("portal_article_pins");
            pins.WithOwner().HasForeignKey("ArticleId");
            pins.HasKey("ArticleId", nameof(ArticlePin.Site));
            pins.Property(p => p.Site).HasMaxLength(Site.CodeMaxLength).ValueGeneratedNever();
            pins.HasIndex(p => new { p.Site, p.Until });
        });
    }
}

internal sealed class ArticleVersionConfiguration : IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("portal_article_versions");
        builder.HasKey(v => new { v.ArticleId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.By).HasMaxLength(Actor.NameMaxLength);
        builder.Property(v => v.ByDetail).HasMaxLength(Actor.DetailMaxLength);
        builder.HasOne<Article>().WithMany().HasForeignKey(v => v.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.WriterId);
    }
}
