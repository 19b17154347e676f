using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Support.Verdicts;

internal sealed class VerdictConfiguration : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable("support_verdicts");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Property(v => v.Note).HasMaxLength(Verdict.NoteMaxLength);
        builder.Property(v => v.Citation).HasMaxLength(Verdict.CitationMaxLength);
        builder.HasIndex(v => new { v.ApplicationId, v.Group }).IsUnique();
    }
}
