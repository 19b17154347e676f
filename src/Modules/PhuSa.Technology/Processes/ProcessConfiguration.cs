using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Technology.Processes;

internal sealed class ProcessConfiguration : IEntityTypeConfiguration<TechnologyProcess>
{
    public void Configure(EntityTypeBuilder<TechnologyProcess> builder)
    {
        builder.ToTable("technology_processes");
        builder.IsMoving<TechnologyProcess, AdoptionState, AdoptionAction>("technology_process_steps");
        builder.HasTime(p => p.FinishedAt, "finished");
        builder.HasTime(p => p.AdoptionTime, "adoption");
        builder.Property(p => p.Code).HasMaxLength(TechnologyProcess.CodeMaxLength);
        builder.Property(p => p.Slug).HasMaxLength(TechnologyProcess.CodeMaxLength);
        builder.Property(p => p.Title).HasMaxLength(TechnologyProcess.TitleMaxLength);
        builder.Property(p => p.PlaceText).HasMaxLength(TechnologyProcess.PlaceMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(TechnologyProcess.ReasonMaxLength);
        builder.Property(p => p.Programme).HasMaxLength(TechnologyProcess.CodeMaxLength);
        builder.Property(p => p.Source).HasMaxLength(TechnologyProcess.SourceMaxLength);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => p.AdopterId);
    }
}
