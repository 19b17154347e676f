using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Revisions;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("portal_revisions");
        builder.IsMoving<Revision, RevisionStatus, RevisionAction>("portal_revision_steps");
        builder.Property(r => r.Title).HasMaxLength(Revision.TitleMaxLength);
        builder.Property(r => r.ChangeNote).HasMaxLength(Revision.NoteMaxLength);
        builder.PrimitiveCollection(r => r.CategoryIds);
        builder.Property(r => r.Since).HasColumnName("since_at");
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.ChangesPublished);
        builder.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Status, r.PublishAt });

        // Every page of an article asks for the changes that readers were told of.
        builder.HasIndex(r => new { r.ArticleId, r.PublishedAt });

        // Two people who begin to change an article at the same moment begin one revision, not two.
        builder.HasIndex(r => r.ArticleId, "ix_portal_revisions_open").IsUnique().HasFilter("status <> 'Published' AND status <> 'Abandoned'");
        builder.OwnsMany(r => r.Approvals, approvals =>
        {
            approvals.ToTable("portal_revision_approvals");
            approvals.HasKey(a => a.Id).HasName("pk_portal_revision_approvals");
            approvals.Property(a => a.Id).ValueGeneratedNever();
        });
    }
}
