using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Inspections;

internal sealed class InspectionVisitConfiguration : IEntityTypeConfiguration<InspectionVisit>
{
    public const string Table = "marks_inspection_visits";

    public void Configure(EntityTypeBuilder<InspectionVisit> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<InspectionVisit, InspectionVisitStatus, VisitAction>("marks_inspection_visit_steps");
        builder.Property(v => v.Code).HasMaxLength(InspectionVisit.CodeMaxLength);
        builder.Property(v => v.Reason).HasMaxLength(InspectionVisit.TextMaxLength);
        builder.Property(v => v.Prepare).HasMaxLength(InspectionVisit.TextMaxLength);
        builder.Property(v => v.Team).HasMaxLength(InspectionVisit.TeamMaxLength);
        builder.Property(v => v.LookedAt).HasMaxLength(InspectionVisit.TextMaxLength);
        builder.OwnsMany(v => v.Rights, rights =>
        {
            rights.ToTable("marks_inspection_visit_rights");
            rights.HasKey(r => r.Id).HasName("pk_marks_inspection_visit_rights");
            rights.Property(r => r.Id).ValueGeneratedNever();
            rights.Property(r => r.Finding).HasMaxLength(InspectionVisit.TextMaxLength);
            rights.HasOne<MarkGrant>().WithMany().HasForeignKey(r => r.GrantId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(v => v.Acts, acts =>
        {
            acts.ToTable("marks_inspection_visit_acts");
            acts.HasKey(a => a.Id).HasName("pk_marks_inspection_visit_acts");
            acts.Property(a => a.Id).ValueGeneratedNever();
        });
        builder.HasOne<CertificationMark>().WithMany().HasForeignKey(v => v.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<InspectionPlan>().WithMany().HasForeignKey(v => v.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LabelReport>().WithMany().HasForeignKey(v => v.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UnusualScan>().WithMany().HasForeignKey(v => v.ScanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.Code).IsUnique();
        builder.HasIndex(v => v.HolderId);

        // A report, and an unusual finding, lead to one visit; after it was called off to another.
        builder.HasIndex(v => v.ReportId).IsUnique().HasFilter("status <> 'CalledOff'");
        builder.HasIndex(v => v.ScanId).IsUnique().HasFilter("status <> 'CalledOff'");
    }
}

internal sealed class InspectionPlanConfiguration : IEntityTypeConfiguration<InspectionPlan>
{
    public const string Table = "marks_inspection_plans";

    public void Configure(EntityTypeBuilder<InspectionPlan> builder)
    {
        builder.ToTable(Table);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Title).HasMaxLength(InspectionPlan.TitleMaxLength);
        builder.Property(p => p.Note).HasMaxLength(InspectionPlan.NoteMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.OwnsMany(p => p.Marks, marks =>
        {
            marks.ToTable("marks_inspection_plan_marks");
            marks.HasKey(m => m.Id).HasName("pk_marks_inspection_plan_marks");
            marks.Property(m => m.Id).ValueGeneratedNever();
            marks.HasOne<CertificationMark>().WithMany().HasForeignKey(m => m.MarkId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.HasIndex(p => p.BodyId);
    }
}
