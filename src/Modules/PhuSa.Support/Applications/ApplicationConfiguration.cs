using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Support.Schemes;

namespace PhuSa.Support.Applications;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<SupportApplication>
{
    public void Configure(EntityTypeBuilder<SupportApplication> builder)
    {
        builder.ToTable("support_applications");
        builder.IsMoving<SupportApplication, ApplicationStatus, ApplicationAction>("support_application_steps");
        builder.HasTime(a => a.ReceivedAt, "received");
        builder.HasTime(a => a.RepliedAt, "replied");
        builder.Property(a => a.Code).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(a => a.Slug).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(a => a.ProjectTitle).HasMaxLength(SupportApplication.TitleMaxLength);
        builder.Property(a => a.Programme).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(a => a.Source).HasMaxLength(SupportApplication.SourceMaxLength);
        builder.HasOne<SupportScheme>().WithMany().HasForeignKey(a => a.SchemeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SchemeVersion>().WithMany().HasForeignKey(a => a.SchemeVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Verdicts).WithOne(v => v.Application).HasForeignKey(v => v.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.Slug).IsUnique();
        builder.HasIndex(a => a.ApplicantId);
    }
}
