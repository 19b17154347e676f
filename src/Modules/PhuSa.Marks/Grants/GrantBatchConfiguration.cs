using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.Grants;

internal sealed class GrantBatchConfiguration : IEntityTypeConfiguration<GrantBatch>
{
    public const string Table = "marks_grant_batches";

    public void Configure(EntityTypeBuilder<GrantBatch> builder)
    {
        builder.ToTable(Table);
        builder.HasTime(b => b.GivenOn, "given_on");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(b => b.Title).HasMaxLength(GrantBatch.TitleMaxLength);
        builder.Property(b => b.HoldersUnit).HasMaxLength(GrantBatch.UnitMaxLength);
        builder.Property(b => b.Programme).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(b => b.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasOne<CertificationMark>().WithMany().HasForeignKey(b => b.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => b.Code).IsUnique();
    }
}
