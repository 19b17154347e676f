using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Applications;

internal sealed class MarkApplicationConfiguration : IEntityTypeConfiguration<MarkApplication>
{
    public const string Table = "marks_applications";
    public const string ActsTable = "marks_application_acts";

    public void Configure(EntityTypeBuilder<MarkApplication> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<MarkApplication, MarkApplicationStatus, ApplicationAction>("marks_application_steps");
        builder.Property(a => a.Code).HasMaxLength(MarkApplication.CodeMaxLength);
        builder.Property(a => a.Product).HasMaxLength(MarkApplication.ProductMaxLength);

        // Folding may lengthen a word (a ligature becomes two letters).
        builder.Property(a => a.ProductKey).HasMaxLength(MarkApplication.ProductMaxLength * 2);
        builder.Property(a => a.ProductGroup).HasMaxLength(MarkApplication.DetailMaxLength);
        builder.Property(a => a.Workshop).HasMaxLength(MarkApplication.DetailMaxLength);
        builder.Property(a => a.Place).HasMaxLength(MarkApplication.DetailMaxLength);
        builder.Property(a => a.OutputUnit).HasMaxLength(MarkApplication.UnitMaxLength);
        builder.Property(a => a.Process).HasMaxLength(MarkApplication.TextMaxLength);
        builder.Property(a => a.Safety).HasMaxLength(MarkApplication.TextMaxLength);
        builder.OwnsMany(a => a.Acts, acts =>
        {
            acts.ToTable(ActsTable);
            acts.HasKey(a => a.Id).HasName("pk_marks_application_acts");
            acts.Property(a => a.Id).ValueGeneratedNever();
            acts.Property(a => a.Team).HasMaxLength(MarkApplication.DetailMaxLength);
        });
        builder.HasOne<CertificationMark>().WithMany().HasForeignKey(a => a.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MarkRegulation>().WithMany().HasForeignKey(a => a.RegulationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MarkGrant>().WithMany().HasForeignKey(a => a.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.ApplicantId);

        // One open application per applicant, mark and product; after its end a new one may be filed.
        builder.HasIndex(a => new { a.MarkId, a.ApplicantId, a.ProductKey }).IsUnique().HasFilter("status NOT IN ('Granted', 'Refused', 'Withdrawn')");
    }
}
