using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Portal.Sites;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("portal_sites");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(Site.CodeMaxLength);
        builder.Property(s => s.Hosts).HasMaxLength(Site.TextMaxLength);
        builder.Property(s => s.Address).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Parent).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Name).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.FullName).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Contact).HasMaxLength(Site.TextMaxLength);
        builder.Property(s => s.Eyebrow).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Headline).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Lead).HasMaxLength(Site.TextMaxLength);
        builder.Property(s => s.BandTitle).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Blocks).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.LogoUrl).HasMaxLength(PlacedLink.UrlMaxLength);
        builder.Property(s => s.LogoAlt).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.Feedback).HasMaxLength(Site.TextMaxLength);
        builder.Property(s => s.EnglishName).HasMaxLength(Site.LineMaxLength);
        builder.Property(s => s.EnglishSummary).HasMaxLength(Site.TextMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Colours);
        builder.Ignore(s => s.ShownBlocks);
        builder.Ignore(s => s.Logo);
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class PlacedLinkConfiguration : IEntityTypeConfiguration<PlacedLink>
{
    public void Configure(EntityTypeBuilder<PlacedLink> builder)
    {
        builder.ToTable("portal_site_links");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Site).HasMaxLength(Site.CodeMaxLength);
        builder.Property(l => l.Url).HasMaxLength(PlacedLink.UrlMaxLength);
        builder.Property(l => l.Title).HasMaxLength(Site.LineMaxLength);
        builder.Property(l => l.Under).HasMaxLength(PlacedLink.UrlMaxLength);
        builder.Property(l => l.Note).HasMaxLength(Site.LineMaxLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.Site, l.Area, l.Url }).IsUnique();
    }
}

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("portal_categories");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Site.CodeMaxLength);
        builder.Property(c => c.Site).HasMaxLength(Site.CodeMaxLength);
        builder.Property(c => c.Slug).HasMaxLength(Site.CodeMaxLength);
        builder.Property(c => c.Title).HasMaxLength(Category.TitleMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Url);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.Site, c.Slug }).IsUnique();
    }
}

internal sealed class HomeFigureConfiguration : IEntityTypeConfiguration<HomeFigure>
{
    public void Configure(EntityTypeBuilder<HomeFigure> builder)
    {
        builder.ToTable("portal_home_figures");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Site).HasMaxLength(Site.CodeMaxLength);
        builder.Property(f => f.Review).HasMaxLength(Site.CodeMaxLength);
        builder.Property(f => f.Figure).HasMaxLength(Site.CodeMaxLength);
        builder.Property(f => f.Caption).HasMaxLength(HomeFigure.CaptionMaxLength);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.Site, f.Review, f.Figure }).IsUnique();
    }
}
