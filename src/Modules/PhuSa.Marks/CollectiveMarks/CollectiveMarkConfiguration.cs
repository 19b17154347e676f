using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CollectiveMarks;

internal sealed class CollectiveMarkConfiguration : IEntityTypeConfiguration<CollectiveMark>
{
    public const string Table = "marks_collective_marks";

    public void Configure(EntityTypeBuilder<CollectiveMark> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<CollectiveMark, FilingStage, FilingAction>("marks_collective_mark_steps");
        builder.Property(m => m.Status).HasDefaultValue(FilingStage.Unknown).ValueGeneratedNever();
        builder.Property(m => m.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Slug).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Name).HasMaxLength(CollectiveMark.NameMaxLength);
        builder.Property(m => m.ApplicationNumber).HasMaxLength(CollectiveMark.ApplicationNumberMaxLength);
        builder.Property(m => m.Classes).HasMaxLength(CollectiveMark.ClassesMaxLength);
        builder.Property(m => m.Goods).HasMaxLength(CollectiveMark.GoodsMaxLength);
        builder.Property(m => m.CertificateNumber).HasMaxLength(CollectiveMark.CertificateMaxLength);
        builder.Property(m => m.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.Ignore(m => m.FiledOn);
        builder.Ignore(m => m.RegisteredOn);
        builder.OwnsMany(m => m.Acts, acts =>
        {
            acts.ToTable("marks_collective_mark_acts");
            acts.HasKey(a => a.Id).HasName("pk_marks_collective_mark_acts");
            acts.Property(a => a.Id).ValueGeneratedNever();
            acts.Property(a => a.On).HasColumnName("happened_on");
        });
        builder.OwnsMany(m => m.Regulations, versions =>
        {
            versions.ToTable("marks_collective_mark_regulations");
            versions.HasKey(v => v.Id).HasName("pk_marks_collective_mark_regulations");
            versions.Property(v => v.Id).ValueGeneratedNever();
            versions.Property(v => v.From).HasColumnName("from_day");
        });
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => m.Slug).IsUnique();
        builder.HasIndex(m => m.ApplicationNumber).IsUnique().HasFilter("application_number IS NOT NULL");
        builder.HasIndex(m => m.OwnerId);
    }
}
