using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Intake;

internal sealed class RegistryIntakeConfiguration : IEntityTypeConfiguration<RegistryIntake>
{
    public void Configure(EntityTypeBuilder<RegistryIntake> builder)
    {
        builder.ToTable(RegistryIntake.TableName);
        builder.IsMoving<RegistryIntake, IntakeStatus, IntakeAction>("cooperatives_intakes_steps");
        builder.Property(i => i.FileName).HasMaxLength(RegistryIntake.FileNameMaxLength);
        builder.Property(i => i.PersonName).HasMaxLength(Actor.NameMaxLength);
        builder.Property(i => i.Organisation).HasMaxLength(Cooperative.NameMaxLength);
        builder.PrimitiveCollection(i => i.Headings);
        builder.PrimitiveCollection(i => i.Targets);
        builder.HasIndex(i => i.TakenInAt);
    }
}

internal sealed class IntakeProgressConfiguration : IEntityTypeConfiguration<IntakeProgress>
{
    public void Configure(EntityTypeBuilder<IntakeProgress> builder)
    {
        builder.ToTable("cooperatives_intake_progress");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<RegistryIntake>().WithOne().HasForeignKey<IntakeProgress>(p => p.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IntakeMarkConfiguration : IEntityTypeConfiguration<IntakeMark>
{
    public void Configure(EntityTypeBuilder<IntakeMark> builder)
    {
        builder.ToTable("cooperatives_intake_marks");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.CooperativeId);
        builder.HasIndex(m => m.IntakeId);
    }
}

internal sealed class IntakeFaultConfiguration : IEntityTypeConfiguration<IntakeFault>
{
    public void Configure(EntityTypeBuilder<IntakeFault> builder)
    {
        builder.ToTable("cooperatives_intake_faults");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Column).HasMaxLength(IntakeFault.ColumnMaxLength);
        builder.Property(f => f.Sentence).HasMaxLength(IntakeFault.SentenceMaxLength);
        builder.PrimitiveCollection(f => f.Args);
        builder.HasIndex(f => new { f.IntakeId, f.Line });
    }
}

internal sealed class IntakeAnswerConfiguration : IEntityTypeConfiguration<IntakeAnswer>
{
    public void Configure(EntityTypeBuilder<IntakeAnswer> builder)
    {
        builder.ToTable("cooperatives_intake_answers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(Cooperative.CodeMaxLength);
        builder.HasIndex(a => new { a.IntakeId, a.Line }).IsUnique();
    }
}

internal sealed class KeptLayoutConfiguration : IEntityTypeConfiguration<KeptLayout>
{
    public void Configure(EntityTypeBuilder<KeptLayout> builder)
    {
        builder.ToTable("cooperatives_intake_layouts");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Name).HasMaxLength(KeptLayout.NameMaxLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.PrimitiveCollection(l => l.Headings);
        builder.PrimitiveCollection(l => l.Targets);
        builder.HasIndex(l => new { l.OrganisationId, l.Name }).IsUnique();
    }
}
