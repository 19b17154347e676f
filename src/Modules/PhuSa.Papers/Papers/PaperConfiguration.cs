using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Papers.Papers;

internal sealed class PaperConfiguration : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable(PaperFact.Table);
        builder.IsMoving<Paper, PaperStatus, PaperAction>("papers_steps");
        builder.Property(p => p.Code).HasMaxLength(Paper.CodeMaxLength);
        builder.Property(p => p.Number).HasMaxLength(Paper.NumberMaxLength);
        builder.Property(p => p.NumberKey).HasMaxLength(Paper.NumberMaxLength * 2);
        builder.Property(p => p.Title).HasMaxLength(Paper.TitleMaxLength);
        builder.Property(p => p.IssuedByText).HasMaxLength(Paper.IssuedByTextMaxLength);
        builder.Property(p => p.Source).HasMaxLength(Paper.SourceMaxLength);
        builder.HasTime(p => p.SignedOn, "signed_on");
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.NumberKey);
    }
}
