using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memoranda;

/// <summary>What is written about a memorandum besides its parties.</summary>
internal sealed record MemorandumFacts(string Title, RecordTime SignedOn, string? About, Guid? PaperId, string? Programme, string? Source);

/// <summary>What the office keeps of a memorandum beside what tables of earlier years tell.</summary>
/// <param name="Field">The field of the cooperation.</param>
/// <param name="EndsOn">The last day of its term; null where it does not say.</param>
/// <param name="OtherParties">Parties beside the two that are not on record, one a line; those that are stand as <see cref="MemorandumParty"/>.</param>
internal sealed record MemorandumTerms(string? Field, DateOnly? EndsOn, string? OtherParties);

/// <summary>A memorandum of understanding between organisations.</summary>
internal sealed class Memorandum : Aggregate<MemorandumStatus, MemorandumAction>, IJournaled
{
    public const int TitleMaxLength = 300;
    public const int AboutMaxLength = 1000;
    public const int FieldMaxLength = 200;
    public const int OtherPartiesMaxLength = 1000;

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

    public string? Field { get; private set; }

    /// <summary>The last day of its term.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The day on which it ended or a party failed; null while it goes on, and where only the day of recording is known.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public string? OtherParties { get; private set; }

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

    /// <exception cref="RefusedException">Its term would end before it was signed.</exception>
    public void Agree(MemorandumTerms terms)
    {
        MustFollowSigning(terms.EndsOn);
        (Field, EndsOn, OtherParties) = (terms.Field, terms.EndsOn, terms.OtherParties);
    }

    /// <param name="on">The day on which it ended.</param>
    /// <exception cref="RefusedException">It has ended already.</exception>
    public void End(DateOnly? on, Actor by, DateTime now, string? reason)
    {
        Move(MemorandumAction.End, by, now, reason);
        ClosedOn = on;
    }

    /// <summary>The parties go on until another day, also after one of them had failed.</summary>
    /// <exception cref="RefusedException">It has ended, or the new day is not after the present one.</exception>
    public void Extend(DateOnly until, Actor by, DateTime now, string reason)
    {
        MustFollowSigning(until);
        if (until <= EndsOn)
        {
            throw new RefusedException("Ngày hết hạn mới phải sau ngày {0:dd/MM/yyyy}.", EndsOn.Value);
        }

        Move(MemorandumAction.Extend, by, now, reason);
        (EndsOn, ClosedOn) = (until, null);
    }

    /// <param name="on">The day on which a party had failed.</param>
    public void Breach(DateOnly? on, Actor by, DateTime now, string reason)
    {
        Move(MemorandumAction.Breach, by, now, reason);
        ClosedOn = on;
    }

    /// <summary>Takes the status that a table says.</summary>
    /// <exception cref="RefusedException">It lies behind the present one: what was recorded by mistake is taken back with a reason, not by a table of earlier years.</exception>
    public void Follow(MemorandumStatus status, Actor by, DateTime now)
    {
        if (Table.Between(Status, status) == MemorandumAction.Reopen)
        {
            throw new RefusedException("Không chuyển được từ “{0}” sang “{1}”.", Table[Status].PublicName, Table[status].PublicName);
        }

        if (status != Status)
        {
            Arrive(status, by, now);
            ClosedOn = null;
        }
    }

    /// <summary>It was recorded twice, or between the wrong parties: it stays on record with the reason, and nothing follows from it.</summary>
    public void Disown(Actor by, DateTime now, string reason)
    {
        Move(MemorandumAction.Disown, by, now, reason);
        ClosedOn = null;
    }

    /// <summary>That it ended, that a party failed, or that there is none, was recorded by mistake; the mistaken step stays.</summary>
    public void Reopen(Actor by, DateTime now, string reason)
    {
        Move(MemorandumAction.Reopen, by, now, reason);
        ClosedOn = null;
    }

    private void MustFollowSigning(DateOnly? until)
    {
        if (until < SignedOn.From)
        {
            throw new RefusedException("Ngày hết hạn không thể trước ngày ký.");
        }
    }
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
        builder.Property(m => m.Field).HasMaxLength(Memorandum.FieldMaxLength);
        builder.Property(m => m.OtherParties).HasMaxLength(Memorandum.OtherPartiesMaxLength);
        builder.Property(m => m.Programme).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(m => m.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => m.PartyAId);
        builder.HasIndex(m => m.PartyBId);
    }
}
