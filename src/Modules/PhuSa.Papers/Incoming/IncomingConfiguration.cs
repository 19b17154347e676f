using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;

namespace PhuSa.Papers.Incoming;

internal sealed class IncomingConfiguration : IEntityTypeConfiguration<IncomingPaper>
{
    public const string Table = "papers_incoming";

    public void Configure(EntityTypeBuilder<IncomingPaper> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<IncomingPaper, IncomingStatus, IncomingAction>("papers_incoming_steps");
        builder.Property(p => p.Number).HasMaxLength(Paper.NumberMaxLength);
        builder.Property(p => p.NumberKey).HasMaxLength(Paper.NumberMaxLength * 2);
        builder.Property(p => p.From).HasMaxLength(IncomingPaper.FromMaxLength);
        builder.Property(p => p.Title).HasMaxLength(Paper.TitleMaxLength);
        builder.Property(p => p.SearchText).HasMaxLength(IncomingPaper.SearchTextMaxLength);
        builder.HasOne<Paper>().WithMany().HasForeignKey(p => p.AnswerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.OrganisationId, p.Year, p.Arrival }).IsUnique();
        builder.HasIndex(p => new { p.HandlerId, p.Status });
        builder.HasIndex(p => p.NumberKey);
    }
}
