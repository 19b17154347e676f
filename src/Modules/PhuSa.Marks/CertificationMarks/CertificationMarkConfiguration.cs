using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Register;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CertificationMarks;

internal sealed class CertificationMarkConfiguration : IEntityTypeConfiguration<CertificationMark>
{
    public const string Table = "marks_certification_marks";

    public void Configure(EntityTypeBuilder<CertificationMark> builder)
    {
        builder.ToTable(Table);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Slug).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Name).HasMaxLength(CertificationMark.NameMaxLength);
        builder.Property(m => m.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.Property(m => m.RegistrationNumber).HasMaxLength(CertificationMark.NumberMaxLength);
        builder.Property(m => m.Goods).HasMaxLength(CertificationMark.GoodsMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => m.Slug).IsUnique();
        builder.OwnsMany(m => m.Samples, samples =>
        {
            samples.ToTable("marks_samples");
            samples.HasKey(sample => sample.Id).HasName("pk_marks_samples");
            samples.Property(sample => sample.Id).ValueGeneratedNever();
            samples.Property(sample => sample.Alt).HasMaxLength(MarkSample.AltMaxLength);
        });
    }
}
