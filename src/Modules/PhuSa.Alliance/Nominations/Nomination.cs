using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Awards;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static PhuSa.Alliance.Nominations.NominationAction;
using static PhuSa.Alliance.Nominations.NominationStatus;

namespace PhuSa.Alliance.Nominations;

internal enum NominationStatus
{
    Nominated,
    Approved,
    Declined,
    Listed,
    Awarded,
    TakenBack,
}

internal enum NominationAction
{
    Approve,
    Decline,
    Reconsider,
    List,
    Unlist,
    Confer,
    Reopen,
    TakeBack,
}

/// <summary>The moves of a nomination: considered by the panel, listed in the draft of a decision, awarded by its signature.</summary>
internal static class NominationFlow
{
    public static Flow<NominationStatus, NominationAction> Table { get; } = new(
        new()
        {
            [Nominated] = new(Counts: false, Final: false, WaitsOn: "Hội đồng thi đua, khen thưởng", "Chờ hội đồng xét", "Đã đề nghị", "going"),
            [Approved] = new(Counts: false, Final: false, WaitsOn: "Lãnh đạo Liên minh", "Hội đồng đồng ý", "Hội đồng đồng ý", "act"),
            [Declined] = new(Counts: false, Final: false, WaitsOn: null, "Hội đồng không đồng ý", "Không được đề nghị", "stop"),
            [Listed] = new(Counts: false, Final: false, WaitsOn: "Lãnh đạo Liên minh", "Trong dự thảo quyết định", "Chờ quyết định", "going"),
            [Awarded] = new(Counts: true, Final: false, WaitsOn: null, "Đã được khen", "Đã được khen", "good"),
            [TakenBack] = new(Counts: false, Final: true, WaitsOn: null, "Đã rút đề nghị", "Đã rút đề nghị", "ended"),
        },
        new(Nominated, Approve, Approved),
        new(Nominated, Decline, Declined),
        new(Nominated, TakeBack, TakenBack),
        new(Approved, Decline, Declined),
        new(Approved, List, Listed),
        new(Declined, Reconsider, Nominated),
        new(Declined, TakeBack, TakenBack),
        new(Listed, Unlist, Approved),
        new(Listed, NominationAction.Confer, Awarded),
        new(Awarded, Reopen, Approved));

    public static IReadOnlyList<NominationStatus> Open { get; } = [Nominated, Approved, Declined, Listed];

    /// <summary>The step in Vietnamese; the key of its English.</summary>
    public static string Of(NominationAction action) => action switch
    {
        Approve => "Hội đồng đồng ý",
        Decline => "Hội đồng không đồng ý",
        Reconsider => "Đưa ra xét lại",
        List => "Đưa vào dự thảo quyết định",
        Unlist => "Đưa ra khỏi dự thảo quyết định",
        NominationAction.Confer => "Có quyết định",
        Reopen => "Quyết định bị huỷ số hoặc đính chính, mở lại",
        TakeBack => "Rút đề nghị",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

/// <summary>What a nomination says.</summary>
/// <param name="OrganisationId">The organisation nominated, or the one that the person belongs to.</param>
/// <param name="RecipientName">A person, or a collective inside or outside the organisations on record.</param>
/// <param name="Merits">What it is nominated for.</param>
/// <param name="Reason">The same in the words that the decision shall have; null while nobody has put them.</param>
internal sealed record NominationSheet(Guid KindId, AwardScope Scope, Guid? OrganisationId, string? RecipientName, string Merits, string? Reason, DateOnly NominatedOn);

/// <summary>Somebody is nominated for an award.</summary>
internal sealed class Nomination : Aggregate<NominationStatus, NominationAction>, IJournaled
{
    public const int MeritsMaxLength = 4000;

    private Nomination()
    {
    }

    public Nomination(Guid id, NominationSheet sheet, Actor by, DateTime now)
    {
        // An award asks the same of its recipient; what could not be awarded is not nominated.
        new Award(id, "", Guid.Empty).Describe(AwardLevel.State, AwardForm.Order, sheet.Scope, sheet.OrganisationId, sheet.RecipientName, reason: null, source: null);
        Id = id;
        KindId = sheet.KindId;
        Scope = sheet.Scope;
        OrganisationId = sheet.OrganisationId;
        RecipientName = sheet.RecipientName;
        Merits = sheet.Merits;
        Reason = sheet.Reason;
        NominatedOn = sheet.NominatedOn;
        Begin(Nominated, by, now);
    }

    public Guid KindId { get; private init; }

    public AwardScope Scope { get; private init; }

    public Guid? OrganisationId { get; private init; }

    /// <summary>A person's name is for the office only.</summary>
    public string? RecipientName { get; private init; }

    public string Merits { get; private init; } = "";

    /// <summary>In the words of the decision to be: the award takes it over.</summary>
    public string? Reason { get; private init; }

    public DateOnly NominatedOn { get; private init; }

    /// <summary>The decision, or its draft, on whose list it stands.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>Never the name: it may be a person's.</summary>
    public string JournalTitle => $"{Scope} {NominatedOn:yyyy-MM-dd}";

    protected override Flow<NominationStatus, NominationAction> Table => NominationFlow.Table;

    /// <summary>What the panel said, or why it is considered again or taken back.</summary>
    public void Consider(NominationAction action, string why, Actor by, DateTime now)
    {
        if (action is not (Approve or Decline or Reconsider or TakeBack))
        {
            throw new RefusedException("Việc này phải có quyết định khen thưởng.");
        }

        Move(action, by, now, why);
    }

    public void List(Guid decisionId, Actor by, DateTime now)
    {
        Move(NominationAction.List, by, now);
        DecisionId = decisionId;
    }

    public void Unlist(Actor by, DateTime now)
    {
        Move(NominationAction.Unlist, by, now);
        DecisionId = null;
    }

    public void Receive(Guid paperId, Actor by, DateTime now) => Move(NominationAction.Confer, by, now, paperId: paperId);

    /// <summary>The decision was voided: the nomination is open again.</summary>
    public void Reopen(string why, Actor by, DateTime now)
    {
        Move(NominationAction.Reopen, by, now, why);
        DecisionId = null;
    }
}

internal sealed class NominationConfiguration : IEntityTypeConfiguration<Nomination>
{
    public const string Table = "alliance_nominations";

    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<Nomination, NominationStatus, NominationAction>("alliance_nomination_steps");
        builder.Property(n => n.RecipientName).HasMaxLength(Award.RecipientMaxLength).IsPersonal();
        builder.Property(n => n.Merits).HasMaxLength(Nomination.MeritsMaxLength).IsPersonal();
        builder.Property(n => n.Reason).HasMaxLength(Award.ReasonMaxLength).IsPersonal();
        builder.HasOne<AwardKind>().WithMany().HasForeignKey(n => n.KindId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => n.OrganisationId);
        builder.HasIndex(n => n.DecisionId);
        builder.HasIndex(n => n.Status);
    }
}
