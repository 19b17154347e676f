using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Decisions;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Admissions;

/// <summary>A decision that admits members to the Alliance.</summary>
internal sealed class AdmissionDecision : ListedDecision
{
    private AdmissionDecision()
    {
    }

    public AdmissionDecision(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now)
        : base(id, code, facts, status, by, now)
    {
    }

    public AdmissionDecision(Guid id, string title, Actor by, DateTime now)
        : base(id, title, by, now)
    {
    }
}

internal sealed class AdmissionDecisionConfiguration : IEntityTypeConfiguration<AdmissionDecision>
{
    public const string Table = "alliance_admission_decisions";

    public void Configure(EntityTypeBuilder<AdmissionDecision> builder) => builder.IsListedDecision(Table, "alliance_admission_decision_steps");
}

/// <summary><c>admission-decisions.csv</c></summary>
internal sealed class AdmissionDecisionsTable : ListedDecisionsTable<AdmissionDecision>
{
    public override string Name => "admission-decisions";

    public override string Meaning => "Quyết định kết nạp thành viên Liên minh";

    protected override AdmissionDecision New(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now) => new(id, code, facts, status, by, now);
}
