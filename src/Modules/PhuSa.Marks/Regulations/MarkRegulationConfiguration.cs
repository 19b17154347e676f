using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CertificationMarks;

namespace PhuSa.Marks.Regulations;

internal sealed class MarkRegulationConfiguration : IEntityTypeConfiguration<MarkRegulation>
{
    public const string Table = "marks_regulations";

    public void Configure(EntityTypeBuilder<MarkRegulation> builder)
    {
        builder.ToTable(Table);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Conditions).HasMaxLength(MarkRegulation.TextMaxLength);
        builder.Property(r => r.Characteristics).HasMaxLength(MarkRegulation.TextMaxLength);
        builder.Property(r => r.Control).HasMaxLength(MarkRegulation.TextMaxLength);
        builder.Property(r => r.Cost).HasMaxLength(MarkRegulation.TextMaxLength);
        builder.Property(r => r.Zone).HasMaxLength(MarkRegulation.TextMaxLength);
        builder.Property(r => r.ProductGroups).HasMaxLength(MarkRegulation.TextMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<CertificationMark>().WithMany().HasForeignKey(r => r.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.MarkId, r.ValidFrom }).IsUnique();
    }
}
