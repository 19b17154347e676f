using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Register;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CollectiveMarks;

internal sealed class CollectiveMarkConfiguration : IEntityTypeConfiguration<CollectiveMark>
{
    public const string Table = "marks_collective_marks";

    public void Configure(EntityTypeBuilder<CollectiveMark> builder)
    {
        builder.ToTable(Table);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Slug).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Name).HasMaxLength(CollectiveMark.NameMaxLength);
        builder.Property(m => m.ApplicationNumber).HasMaxLength(CollectiveMark.ApplicationNumberMaxLength);
        builder.Property(m => m.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => m.Slug).IsUnique();
        builder.HasIndex(m => m.OwnerId);
    }
}
