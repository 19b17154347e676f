using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Cooperatives.Ratings;

/// <summary>The most points that one criterion of a rule gives, entered by an office that has the rule's scale in hand. None is built in.</summary>
internal sealed class CriterionLimit : IJournaled
{
    private CriterionLimit()
    {
    }

    public CriterionLimit(Guid id, string rule, int criterion)
    {
        Id = id;
        Rule = rule;
        Criterion = criterion;
    }

    public Guid Id { get; private init; }

    public string Rule { get; private init; } = "";

    public int Criterion { get; private init; }

    public decimal Most { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => $"{Rule}, tiêu chí {Criterion}";

    public void Allow(decimal most) => Most = most;
}

internal sealed class CriterionLimitConfiguration : IEntityTypeConfiguration<CriterionLimit>
{
    public const int RuleMaxLength = 40;

    public void Configure(EntityTypeBuilder<CriterionLimit> builder)
    {
        builder.ToTable("cooperatives_rating_limits");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Rule).HasMaxLength(RuleMaxLength);
        builder.Property(l => l.Most).HasPrecision(4, 1);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.Rule, l.Criterion }).IsUnique();
    }
}
