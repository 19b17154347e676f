using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Products;

internal sealed class OcopProductConfiguration : IEntityTypeConfiguration<OcopProduct>
{
    public const string Table = "cooperatives_products";

    public void Configure(EntityTypeBuilder<OcopProduct> builder)
    {
        builder.ToTable(Table);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(OcopProduct.CodeMaxLength);
        builder.Property(p => p.Name).HasMaxLength(OcopProduct.NameMaxLength);
        builder.Property(p => p.PlaceText).HasMaxLength(OcopProduct.PlaceTextMaxLength);
        builder.Property(p => p.SubGroup).HasMaxLength(OcopProduct.SubGroupMaxLength);
        builder.Property(p => p.Ministry).HasMaxLength(OcopProduct.SubGroupMaxLength);
        builder.Property(p => p.Traceability).HasMaxLength(OcopProduct.TraceabilityMaxLength);
        builder.Property(p => p.SalesPoints).HasMaxLength(OcopProduct.SalesPointsMaxLength);
        builder.Property(p => p.Source).HasMaxLength(OcopProduct.SourceMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.OwnerId);
        builder.HasIndex(p => p.PlaceId);
        builder.OwnsMany(p => p.Photos, photos =>
        {
            photos.ToTable("cooperatives_product_photos");
            photos.HasKey(photo => photo.Id).HasName("pk_cooperatives_product_photos");
            photos.Property(photo => photo.Id).ValueGeneratedNever();
            photos.Property(photo => photo.Alt).HasMaxLength(OcopPhoto.AltMaxLength);
        });
    }
}

internal sealed class OcopEvaluationConfiguration : IEntityTypeConfiguration<OcopEvaluation>
{
    public const string Table = "cooperatives_product_evaluations";
    private const int ScoreDigits = 5;

    public void Configure(EntityTypeBuilder<OcopEvaluation> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<OcopEvaluation, OcopEvaluationStatus, OcopAction>("cooperatives_product_evaluation_steps");
        builder.Property(e => e.Code).HasMaxLength(OcopEvaluation.CodeMaxLength);
        builder.Property(e => e.Rule).HasMaxLength(OcopEvaluation.RuleMaxLength);
        builder.Property(e => e.ScoreA).HasPrecision(ScoreDigits, 2);
        builder.Property(e => e.ScoreB).HasPrecision(ScoreDigits, 2);
        builder.Property(e => e.ScoreC).HasPrecision(ScoreDigits, 2);
        builder.Property(e => e.DecisionNumber).HasMaxLength(OcopEvaluation.NumberMaxLength);
        builder.Property(e => e.CertificateNumber).HasMaxLength(OcopEvaluation.NumberMaxLength);
        builder.Property(e => e.LetterNumber).HasMaxLength(OcopEvaluation.NumberMaxLength);
        builder.Property(e => e.Source).HasMaxLength(OcopEvaluation.SourceMaxLength);
        builder.Property(e => e.Since).HasColumnName("since_at");
        builder.HasOne<OcopProduct>().WithMany().HasForeignKey(e => e.ProductId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.Code).IsUnique();
        builder.HasIndex(e => e.ProductId);
        builder.HasIndex(e => e.Status);

        // A product has one open round at most, whoever begins it and however.
        builder.HasIndex(e => e.ProductId, "ix_cooperatives_product_evaluations_open").IsUnique().HasFilter($"status IN ('{string.Join("', '", OcopEvaluation.Open)}')");
        builder.OwnsMany(e => e.Dossier, items =>
        {
            items.ToTable("cooperatives_product_dossier");
            items.HasKey(item => item.Id).HasName("pk_cooperatives_product_dossier");
            items.Property(item => item.Id).ValueGeneratedNever();
            items.Property(item => item.Name).HasMaxLength(OcopDossierItem.NameMaxLength);
        });
    }
}
