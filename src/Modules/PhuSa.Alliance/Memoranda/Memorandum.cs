using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memoranda;

internal enum MemorandumStatus
{
    Signed,
    Ended,
}

internal enum MemorandumAction
{
    End,
}

/// <summary>The moves of a memorandum. One that has ended was signed all the same and counts.</summary>
internal static class MemorandumFlow
{
    public static Flow<MemorandumStatus, MemorandumAction> Table { get; } = new(
        new()
        {
            [MemorandumStatus.Signed] = new(Counts: true, Final: false, WaitsOn: null, "Đã ký", "Đã ký", "good"),
            [MemorandumStatus.Ended] = new(Counts: true, Final: true, WaitsOn: null, "Đã kết thúc", "Đã kết thúc", "ended"),
        },
        new FlowMove<MemorandumStatus, MemorandumAction>(MemorandumStatus.Signed, MemorandumAction.End, MemorandumStatus.Ended));
}

/// <summary>What is written about a memorandum besides its parties.</summary>
internal sealed record MemorandumFacts(string Title, RecordTime SignedOn, string? About, Guid? PaperId, string? Programme, string? Source);

/// <summary>A memorandum of understanding between two organisations.</summary>
internal sealed class Memorandum : Aggregate<MemorandumStatus, MemorandumAction>, IJournaled
{
    public const int TitleMaxLength = 300;
    public const int AboutMaxLength = 1000;

    private Memorandum()
    {
    }

    /// <exception cref="RefusedException">Both parties are the same.</exception>
    public Memorandum(Guid id, string code, Guid partyAId, Guid partyBId, MemorandumFacts facts, MemorandumStatus status, Actor by, DateTime now)
    {
        if (partyAId == partyBId && partyAId != Guid.Empty)
        {
            throw new RefusedException("Hai bên ký bản ghi nhớ phải là hai tổ chức khác nhau.");
        }

        Id = id;
        Code = code;
        PartyAId = partyAId;
        PartyBId = partyBId;
        Describe(facts);
        Begin(status, by, now, paperId: facts.PaperId);
    }

    public string Code { get; private init; } = "";

    public Guid PartyAId { get; private init; }

    public Guid PartyBId { get; private init; }

    public string Title { get; private set; } = "";

    public RecordTime SignedOn { get; private set; } = RecordTime.Unknown;

    public string? About { get; private set; }

    public Guid? PaperId { get; private set; }

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public string JournalTitle => Title;

    protected override Flow<MemorandumStatus, MemorandumAction> Table => MemorandumFlow.Table;

    public void Describe(MemorandumFacts facts)
    {
        Title = facts.Title;
        SignedOn = facts.SignedOn;
        About = facts.About;
        PaperId = facts.PaperId;
        Programme = facts.Programme;
        Source = facts.Source;
    }

    /// <exception cref="RefusedException">It has ended already.</exception>
    public void End(Actor by, DateTime now, string? reason) => Move(MemorandumAction.End, by, now, reason);
}

internal sealed class MemorandumConfiguration : IEntityTypeConfiguration<Memorandum>
{
    public const string Table = "alliance_memoranda";

    public void Configure(EntityTypeBuilder<Memorandum> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<Memorandum, MemorandumStatus, MemorandumAction>("alliance_memorandum_steps");
        builder.HasTime(m => m.SignedOn, "signed_on");
        builder.Property(m => m.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Title).HasMaxLength(Memorandum.TitleMaxLength);
        builder.Property(m => m.About).HasMaxLength(Memorandum.AboutMaxLength);
        builder.Property(m => m.Programme).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => m.PartyAId);
        builder.HasIndex(m => m.PartyBId);
    }
}
