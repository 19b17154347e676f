using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Admissions;

/// <summary>One organisation on the list of an admission decision.</summary>
internal sealed class Admission : ListedRow, IJournaled, ISaidToReaders
{
    private Admission()
    {
    }

    public Admission(Guid id, string code, Guid decisionId, Guid organisationId)
    {
        Id = id;
        Code = code;
        DecisionId = decisionId;
        OrganisationId = organisationId;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public Guid DecisionId { get; private init; }

    public Guid OrganisationId { get; private init; }

    /// <summary>The code of the class in which the Alliance admits the organisation.</summary>
    public string Class { get; private set; } = "";

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Code;

    /// <summary>Until it is taken off the list.</summary>
    public IEnumerable<(string Of, string Words)> Said() => IsOff ? [] : SaidWords.Of((nameof(OrganisationId), OrganisationId), (nameof(Class), Class));

    public void Describe(string memberClass, string? source)
    {
        Class = memberClass;
        Source = source;
    }
}

internal sealed class AdmissionConfiguration : IEntityTypeConfiguration<Admission>
{
    public const string Table = "alliance_admissions";

    public void Configure(EntityTypeBuilder<Admission> builder)
    {
        builder.ToTable(Table);
        builder.IsListedRow();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(a => a.Class).HasMaxLength(MemberClass.CodeMaxLength);
        builder.Property(a => a.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<AdmissionDecision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => new { a.DecisionId, a.OrganisationId }).IsUnique();
        builder.HasIndex(a => a.OrganisationId);
    }
}
