using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Ceremonies;

internal sealed class HandoverCeremonyConfiguration : IEntityTypeConfiguration<HandoverCeremony>
{
    public const string Table = "marks_ceremonies";

    public void Configure(EntityTypeBuilder<HandoverCeremony> builder)
    {
        builder.ToTable(Table);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(HandoverCeremony.NameMaxLength);
        builder.Property(c => c.Venue).HasMaxLength(HandoverCeremony.DetailMaxLength);
        builder.Property(c => c.Organiser).HasMaxLength(HandoverCeremony.DetailMaxLength);
        builder.Property(c => c.ArticleUrl).HasMaxLength(HandoverCeremony.DetailMaxLength);
        builder.Property(c => c.Note).HasMaxLength(HandoverCeremony.NoteMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.OwnsMany(c => c.Grants, grants =>
        {
            grants.ToTable("marks_ceremony_grants");
            grants.HasKey(g => g.Id).HasName("pk_marks_ceremony_grants");
            grants.Property(g => g.Id).ValueGeneratedNever();
            grants.Ignore(g => g.Stands);
            grants.Property(g => g.AddedBy).HasMaxLength(Actor.NameMaxLength);
            grants.Property(g => g.TakenOffBy).HasMaxLength(Actor.NameMaxLength);
            grants.Property(g => g.TakenOffWhy).HasMaxLength(Step.WhyMaxLength);
            grants.HasOne<MarkGrant>().WithMany().HasForeignKey(g => g.GrantId).OnDelete(DeleteBehavior.Restrict);

            // A certificate is handed over once.
            grants.HasIndex(g => g.GrantId).IsUnique().HasFilter("taken_off_at IS NULL");
        });
        builder.Ignore(c => c.Handed);
        builder.HasIndex(c => c.BodyId);
        builder.HasIndex(c => c.HeldOn);
    }
}
