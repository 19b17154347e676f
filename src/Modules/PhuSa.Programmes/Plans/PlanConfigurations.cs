using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Programmes.Programmes;

namespace PhuSa.Programmes.Plans;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("programmes_plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(Plan.CodeMaxLength);
        builder.Property(p => p.Slug).HasMaxLength(Plan.CodeMaxLength);
        builder.Property(p => p.Title).HasMaxLength(Plan.TitleMaxLength);
        builder.Property(p => p.Source).HasMaxLength(Plan.SourceMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.Slug).IsUnique();
    }
}

internal sealed class PlanItemConfiguration : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("programmes_plan_items");
        builder.IsMoving<PlanItem, PlanItemStatus, PlanItemAction>("programmes_plan_item_steps");
        builder.Ignore(i => i.FigureCode);
        builder.Property(i => i.Code).HasMaxLength(PlanItem.CodeMaxLength);
        builder.Property(i => i.Title).HasMaxLength(PlanItem.TitleMaxLength);
        builder.Property(i => i.Owner).HasMaxLength(PlanItem.OwnerMaxLength);
        builder.Property(i => i.Unit).HasMaxLength(PlanItem.UnitMaxLength);
        builder.Property(i => i.Figure).HasMaxLength(PlanItem.FigureMaxLength);
        builder.Property(i => i.Reason).HasMaxLength(PlanItem.ReasonMaxLength);
        builder.Property(i => i.Source).HasMaxLength(PlanItem.SourceMaxLength);
        builder.HasOne(i => i.Plan).WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(i => i.CarriedFromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.Code).IsUnique();
    }
}
