using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
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
        builder.HasIndex(a => a.Slug).IsUnique();
        builder.HasIndex(a => new { a.Status, a.PublishedOn });
        builder.HasIndex(a => a.ExpiresAt);
        builder.OwnsMany(a => a.Places, places =>
        {
            places.ToTable("portal_article_places");
            places.WithOwner().HasForeignKey("ArticleId");
            places.HasKey("ArticleId", nameof(ArticlePlace.CategoryId));
            places.Property(p => p.CategoryId).ValueGeneratedNever();
            places.HasOne<Category>().WithMany().HasForeignKey(p => p.CategoryId).OnDelete(DeleteBehavior.Restrict);
            places.HasIndex(p => p.CategoryId);
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
