using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Books;

internal sealed class PaperBookConfiguration : IEntityTypeConfiguration<PaperBook>
{
    public const string Table = "papers_books";

    public void Configure(EntityTypeBuilder<PaperBook> builder)
    {
        builder.ToTable(Table);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Name).HasMaxLength(PaperBook.NameMaxLength);
        builder.Property(b => b.Symbol).HasMaxLength(PaperSymbol.MaxLength);
        builder.Property(b => b.KindList).HasMaxLength(PaperBook.KindsMaxLength);
        builder.Property(b => b.PrintedName).HasMaxLength(PaperBook.NameMaxLength);
        builder.Property(b => b.GoverningBody).HasMaxLength(PaperBook.NameMaxLength);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Ignore(b => b.Kinds);
        builder.HasIndex(b => b.IssuerId);
    }
}
