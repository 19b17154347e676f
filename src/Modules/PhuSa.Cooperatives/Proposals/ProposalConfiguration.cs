using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Proposals;

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<FileProposal>
{
    public void Configure(EntityTypeBuilder<FileProposal> builder)
    {
        builder.ToTable(FileProposal.TableName);
        builder.IsMoving<FileProposal, ProposalStatus, ProposalAction>("cooperatives_proposals_steps");
        builder.Property(p => p.PersonName).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(p => p.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Status, p.SentAt });
        builder.OwnsMany(p => p.Items, items =>
        {
            items.ToTable("cooperatives_proposal_items");
            items.HasKey(i => i.Id).HasName("pk_cooperatives_proposal_items");
            items.Property(i => i.Id).ValueGeneratedNever();
            items.Property(i => i.Before).HasMaxLength(ProposalItem.WordsMaxLength).IsPersonal();
            items.Property(i => i.Proposed).HasMaxLength(ProposalItem.WordsMaxLength).IsPersonal();
            items.Property(i => i.Reason).HasMaxLength(ProposalItem.ReasonMaxLength);
            items.Property(i => i.DecidedBy).HasMaxLength(Actor.NameMaxLength);
        });
    }
}
