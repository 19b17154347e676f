using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Alliance.Decisions;

/// <summary>By which decision a paper is in force: one paper is one decision, of whichever kind, also where two are signed at the same moment.</summary>
internal sealed class DecisionPaper
{
    private DecisionPaper()
    {
    }

    public DecisionPaper(Guid paperId, Guid decisionId)
    {
        Id = paperId;
        DecisionId = decisionId;
    }

    /// <summary>The paper's id.</summary>
    public Guid Id { get; private init; }

    public Guid DecisionId { get; private set; }

    /// <summary>The decision that had the paper is void, and another is made of it.</summary>
    public void PassTo(Guid decisionId) => DecisionId = decisionId;
}

internal sealed class DecisionPaperConfiguration : IEntityTypeConfiguration<DecisionPaper>
{
    public void Configure(EntityTypeBuilder<DecisionPaper> builder)
    {
        builder.ToTable("alliance_decision_papers");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.DecisionId).IsConcurrencyToken();
        builder.HasIndex(p => p.DecisionId);
    }
}
