using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;

namespace PhuSa.Alliance.Admissions;

/// <summary>
/// The class in which the Alliance admits an organisation. Not the kinds of members inside a cooperative, which share some of the words.
/// </summary>
internal enum AllianceMemberClass
{
    Official,
    Associate,

    /// <summary>“thành viên mới” as a source may put it; what it entails is for the Alliance's charter to say.</summary>
    New,
}

/// <summary>One organisation on the list of an admission decision.</summary>
internal sealed class Admission : IJournaled
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

    public AllianceMemberClass Class { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Code;

    public void Describe(AllianceMemberClass memberClass, string? source)
    {
        Class = memberClass;
        Source = source;
    }

    /// <summary>The class in Vietnamese; the key of its English.</summary>
    public static string Word(AllianceMemberClass memberClass) => memberClass switch
    {
        AllianceMemberClass.Official => "thành viên chính thức",
        AllianceMemberClass.Associate => "thành viên liên kết",
        _ => "thành viên mới",
    };
}

internal sealed class AdmissionConfiguration : IEntityTypeConfiguration<Admission>
{
    public const string Table = "alliance_admissions";

    public void Configure(EntityTypeBuilder<Admission> builder)
    {
        builder.ToTable(Table);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(a => a.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<AdmissionDecision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => new { a.DecisionId, a.OrganisationId }).IsUnique();
        builder.HasIndex(a => a.OrganisationId);
    }
}
