using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.Grants;

internal sealed class MarkGrantConfiguration : IEntityTypeConfiguration<MarkGrant>
{
    public const string Table = "marks_grants";
    public const string ActsTable = "marks_grant_acts";

    public void Configure(EntityTypeBuilder<MarkGrant> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<MarkGrant, GrantStatus, GrantAction>("marks_grant_steps");
        builder.HasTime(g => g.GivenOn, "given_on");
        builder.Property(g => g.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(g => g.Product).HasMaxLength(MarkGrant.ProductMaxLength);

        // Folding may lengthen a word (a ligature becomes two letters).
        builder.Property(g => g.ProductKey).HasMaxLength(MarkGrant.ProductMaxLength * 2);
        builder.Property(g => g.ProductGroup).HasMaxLength(MarkGrant.DetailMaxLength);
        builder.Property(g => g.Workshop).HasMaxLength(MarkGrant.DetailMaxLength);
        builder.Property(g => g.Batch).HasMaxLength(MarkGrant.DetailMaxLength);
        builder.Property(g => g.CertificateNumber).HasMaxLength(MarkGrant.CertificateMaxLength);
        builder.Property(g => g.CertificateKey).HasMaxLength(MarkGrant.CertificateMaxLength * 2);
        builder.Property(g => g.Gtin).HasMaxLength(Gtin.Length);

        // Empty only in rights from before codes were given, until the next start (MissingCheckCodes).
        builder.Property(g => g.CheckCode).HasMaxLength(CheckCode.Length).IsRequired(false);
        builder.HasIndex(g => g.CheckCode).IsUnique();
        builder.HasIndex(g => g.Gtin);
        builder.HasIndex(g => new { g.MarkId, g.CertificateKey }).IsUnique();
        builder.OwnsMany(g => g.Acts, acts =>
        {
            acts.ToTable(ActsTable);
            acts.HasKey(a => a.Id).HasName("pk_marks_grant_acts");
            acts.Property(a => a.Id).ValueGeneratedNever();
            acts.Property(a => a.EndedCertificate).HasMaxLength(MarkGrant.CertificateMaxLength);
        });
        builder.Property(g => g.Programme).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(g => g.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.HasOne<CertificationMark>().WithMany().HasForeignKey(g => g.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => g.Code).IsUnique();
        builder.HasIndex(g => g.HolderId);

        // One right per holder, mark and product; after its end a new one may be given.
        builder.HasIndex(g => new { g.MarkId, g.HolderId, g.ProductKey }).IsUnique().HasFilter("status NOT IN ('Revoked', 'GivenUp')");
    }
}
