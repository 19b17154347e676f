using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Import;

namespace PhuSa.Alliance.Awards;

internal sealed class AwardConfiguration : IEntityTypeConfiguration<Award>
{
    public const string Table = "alliance_awards";

    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable(Table);
        builder.IsListedRow();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(a => a.RecipientName).HasMaxLength(Award.RecipientMaxLength);
        builder.Property(a => a.Reason).HasMaxLength(Award.ReasonMaxLength);
        builder.Property(a => a.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<AwardDecision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.OrganisationId);
    }
}
