using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Papers.Books;
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
        builder.Property(p => p.SearchText).HasMaxLength(Paper.SearchTextMaxLength);
        builder.Property(p => p.UnitSymbol).HasMaxLength(PaperSymbol.MaxLength);
        builder.Property(p => p.Place).HasMaxLength(Paper.PlaceMaxLength);
        builder.Property(p => p.Recipients).HasMaxLength(Paper.RecipientsMaxLength);
        builder.Property(p => p.Filing).HasMaxLength(Paper.FilingMaxLength);
        builder.Property(p => p.Body).HasMaxLength(Paper.BodyMaxLength);
        builder.Property(p => p.SignedFor).HasMaxLength(PaperSignature.WordsMaxLength);
        builder.Property(p => p.SignerPosition).HasMaxLength(PaperSignature.WordsMaxLength);
        builder.Property(p => p.SignerName).HasMaxLength(PaperSignature.WordsMaxLength);
        builder.Ignore(p => p.NumberYear);
        builder.HasTime(p => p.SignedOn, "signed_on");
        builder.HasOne<PaperBook>().WithMany().HasForeignKey(p => p.BookId).OnDelete(DeleteBehavior.Restrict);

        // The last word on “never twice”: whatever a program does, the database refuses the second paper.
        builder.HasIndex(p => new { p.BookId, p.BookYear, p.BookNumber }).IsUnique();
        builder.HasIndex(p => new { p.IssuedById, p.Status });
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.NumberKey);
    }
}
