using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Alliance.Decisions;

/// <summary>The mapping that both kinds of decision share; each has tables of its own.</summary>
internal static class ListedDecisionMapping
{
    public static void IsListedDecision<TDecision>(this EntityTypeBuilder<TDecision> builder, string table, string stepsTable)
        where TDecision : ListedDecision
    {
        builder.ToTable(table);
        builder.IsMoving<TDecision, DecisionStatus, DecisionAction>(stepsTable);
        builder.HasTime(d => d.SignedOn, "signed_on");
        builder.HasTime(d => d.AnnouncedOn, "announced_on");
        builder.Ignore(d => d.EffectiveOn);
        builder.Property(d => d.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(d => d.Title).HasMaxLength(ListedDecision.TitleMaxLength);
        builder.Property(d => d.Programme).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(d => d.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.HasIndex(d => d.Code).IsUnique();

        // One paper is one decision; it is free again once that one is void.
        builder.HasIndex(d => d.PaperId).IsUnique().HasFilter($"status IN ('{string.Join("', '", DecisionFlow.Table.Counting.Order())}')");
    }
}
