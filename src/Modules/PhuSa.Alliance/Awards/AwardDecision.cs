using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Decisions;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Awards;

/// <summary>A decision that commends organisations and people.</summary>
internal sealed class AwardDecision : ListedDecision
{
    private AwardDecision()
    {
    }

    public AwardDecision(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now)
        : base(id, code, facts, status, by, now)
    {
    }

    public AwardDecision(Guid id, string title, Actor by, DateTime now)
        : base(id, title, by, now)
    {
    }
}

internal sealed class AwardDecisionConfiguration : IEntityTypeConfiguration<AwardDecision>
{
    public const string Table = "alliance_award_decisions";

    public void Configure(EntityTypeBuilder<AwardDecision> builder) => builder.IsListedDecision(Table, "alliance_award_decision_steps");
}

/// <summary><c>award-decisions.csv</c></summary>
internal sealed class AwardDecisionsTable : ListedDecisionsTable<AwardDecision>
{
    public override string Name => "award-decisions";

    public override string Meaning => "Quyết định khen thưởng";

    protected override AwardDecision New(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now) => new(id, code, facts, status, by, now);
}
