using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memoranda;

internal enum ObligationStatus
{
    Open,
    Done,
    Waived,
}

internal enum ObligationAction
{
    Fulfil,
    Waive,
    Resume,
}

/// <summary>The moves of an obligation. That it is overdue depends on the day and is computed.</summary>
internal static class ObligationFlow
{
    public static Flow<ObligationStatus, ObligationAction> Table { get; } = new(
        new()
        {
            [ObligationStatus.Open] = new(Counts: true, Final: false, WaitsOn: "Bên có nghĩa vụ", "Chưa xong", "Chưa xong", "going"),
            [ObligationStatus.Done] = new(Counts: true, Final: false, WaitsOn: null, "Đã thực hiện", "Đã thực hiện", "good"),
            [ObligationStatus.Waived] = new(Counts: false, Final: false, WaitsOn: null, "Hai bên thôi không yêu cầu", "Hai bên thôi không yêu cầu", "ended"),
        },
        new(ObligationStatus.Open, ObligationAction.Fulfil, ObligationStatus.Done),
        new(ObligationStatus.Open, ObligationAction.Waive, ObligationStatus.Waived),
        new(ObligationStatus.Done, ObligationAction.Resume, ObligationStatus.Open),
        new(ObligationStatus.Waived, ObligationAction.Resume, ObligationStatus.Open));

    /// <summary>The step in Vietnamese; the key of its English.</summary>
    public static string Of(ObligationAction action) => action switch
    {
        ObligationAction.Fulfil => "Ghi đã thực hiện",
        ObligationAction.Waive => "Thôi không yêu cầu",
        ObligationAction.Resume => "Mở lại nghĩa vụ",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

/// <summary>What an obligation says.</summary>
/// <param name="OwnerId">The party that owes it.</param>
/// <param name="DueOn">The last day; null where the memorandum does not say.</param>
internal sealed record ObligationSheet(string What, Guid OwnerId, DateOnly? DueOn);

/// <summary>Something that one party of a memorandum promised.</summary>
internal sealed class Obligation : Aggregate<ObligationStatus, ObligationAction>, IJournaled
{
    public const int WhatMaxLength = 1000;
    public const int EvidenceMaxLength = 1000;

    private Obligation()
    {
    }

    public Obligation(Guid id, Guid memorandumId, ObligationSheet sheet, Actor by, DateTime now)
    {
        Id = id;
        MemorandumId = memorandumId;
        Describe(sheet);
        Begin(ObligationStatus.Open, by, now);
        Since = now;
    }

    public Guid MemorandumId { get; private init; }

    public string What { get; private set; } = "";

    public Guid OwnerId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>What shows that it was done; null while nothing does.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The day on which it was met or was no longer asked for; null while it is open, and where only the day of recording is known.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime Since { get; private init; }

    public string JournalTitle => What;

    protected override Flow<ObligationStatus, ObligationAction> Table => ObligationFlow.Table;

    public bool IsOverdue(DateOnly today) => Status == ObligationStatus.Open && DueOn < today;

    /// <exception cref="RefusedException">It is done or waived already.</exception>
    public void Change(ObligationSheet sheet)
    {
        if (Status != ObligationStatus.Open)
        {
            throw new RefusedException("Nghĩa vụ đã xong hoặc đã thôi thì không sửa được. Mở lại trước khi sửa.");
        }

        Describe(sheet);
    }

    /// <param name="words">The evidence, or why.</param>
    /// <param name="on">The day of the deed, which is counted, not the day of recording; null where it is opened again.</param>
    public void Take(ObligationAction action, string words, DateOnly? on, Actor by, DateTime now)
    {
        Move(action, by, now, words);
        Evidence = action == ObligationAction.Fulfil ? words[..Math.Min(words.Length, EvidenceMaxLength)] : null;
        SettledOn = Status == ObligationStatus.Open ? null : on;
    }

    private void Describe(ObligationSheet sheet) => (What, OwnerId, DueOn) = (sheet.What, sheet.OwnerId, sheet.DueOn);
}

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public const string Table = "alliance_obligations";

    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<Obligation, ObligationStatus, ObligationAction>("alliance_obligation_steps");
        builder.Property(o => o.What).HasMaxLength(Obligation.WhatMaxLength);
        builder.Property(o => o.Evidence).HasMaxLength(Obligation.EvidenceMaxLength);
        builder.Property(o => o.Since).HasColumnName("since_at");
        builder.HasOne<Memorandum>().WithMany().HasForeignKey(o => o.MemorandumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.MemorandumId);
        builder.HasIndex(o => new { o.Status, o.DueOn });
    }
}
