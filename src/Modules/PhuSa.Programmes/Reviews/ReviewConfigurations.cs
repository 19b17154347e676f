using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Programmes.Plans;

namespace PhuSa.Programmes.Reviews;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("programmes_reviews");
        builder.IsMoving<Review, ReviewStatus, ReviewAction>("programmes_review_steps");
        builder.Property(r => r.Slug).HasMaxLength(Review.SlugMaxLength);
        builder.Property(r => r.Sha256).HasMaxLength(Review.DigestLength);
        builder.HasOne(r => r.Programme).WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Slug).IsUnique();
        builder.ComplexProperty(r => r.Details, details =>
        {
            details.Property(d => d.Title).HasColumnName("title").HasMaxLength(Review.TitleMaxLength);
            details.Property(d => d.FirstDay).HasColumnName("first_day");
            details.Property(d => d.LastDay).HasColumnName("last_day");
            details.Property(d => d.PeriodWords).HasColumnName("period_words").HasMaxLength(Review.WordsMaxLength);
            details.Property(d => d.Window).HasColumnName("window_kind");
            details.Property(d => d.EventDay).HasColumnName("event_day");
            details.Property(d => d.PublishedOn).HasColumnName("published_on");
            details.Property(d => d.Site).HasColumnName("site").HasMaxLength(Review.SymbolMaxLength);
            details.Property(d => d.Category).HasColumnName("category").HasMaxLength(Review.SlugMaxLength);
            details.Property(d => d.Summary).HasColumnName("summary").HasMaxLength(Review.SummaryMaxLength);
            details.Property(d => d.GoverningBody).HasColumnName("governing_body").HasMaxLength(Review.WordsMaxLength);
            details.Property(d => d.IssuingBodies).HasColumnName("issuing_bodies").HasMaxLength(Review.ListMaxLength);
            details.Property(d => d.Place).HasColumnName("place").HasMaxLength(Review.WordsMaxLength);
            details.Property(d => d.Number).HasColumnName("number");
            details.Property(d => d.Symbol).HasColumnName("symbol").HasMaxLength(Review.SymbolMaxLength);
            details.Property(d => d.SignedOn).HasColumnName("signed_on");
            details.Property(d => d.Subject).HasColumnName("subject").HasMaxLength(Review.TitleMaxLength);
            details.Property(d => d.Recipients).HasColumnName("recipients").HasMaxLength(Review.ListMaxLength);
            details.Property(d => d.Filing).HasColumnName("filing").HasMaxLength(Review.WordsMaxLength);
            details.Property(d => d.Signatures).HasColumnName("signatures").HasMaxLength(Review.ListMaxLength);
        });
    }
}

internal sealed class ReviewPartConfiguration : IEntityTypeConfiguration<ReviewPart>
{
    public void Configure(EntityTypeBuilder<ReviewPart> builder)
    {
        builder.ToTable("programmes_review_parts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Anchor).HasMaxLength(ReviewPart.AnchorMaxLength);
        builder.Property(p => p.Text).HasMaxLength(ReviewPart.TextMaxLength);
        builder.Property(p => p.Figure).HasMaxLength(ReviewPart.FigureMaxLength);
        builder.HasOne(p => p.Review).WithMany().HasForeignKey(p => p.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ReviewId, p.Position }).IsUnique();
    }
}
