using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Memberships;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static PhuSa.Alliance.Requests.RequestAction;
using static PhuSa.Alliance.Requests.RequestStatus;

namespace PhuSa.Alliance.Requests;

internal enum RequestStatus
{
    Filed,
    Appraised,
    Returned,
    Listed,
    Decided,
    TakenBack,
}

internal enum RequestAction
{
    Appraise,
    Return,
    Refile,
    List,
    Unlist,
    Decide,
    Reopen,
    StayClosed,
    TakeBack,
}

/// <summary>The moves of a request: appraised by a room, listed in the draft of a decision, decided by its signature.</summary>
internal static class RequestFlow
{
    public static Flow<RequestStatus, RequestAction> Table { get; } = new(
        new()
        {
            [Filed] = new(Counts: false, Final: false, WaitsOn: "Văn phòng Liên minh", "Chờ thẩm định", "Đã nộp", "going"),
            [Appraised] = new(Counts: false, Final: false, WaitsOn: "Lãnh đạo Liên minh", "Đã thẩm định", "Đã thẩm định", "act"),
            [Returned] = new(Counts: false, Final: false, WaitsOn: "Tổ chức đề nghị", "Đã trả lại", "Cần bổ sung", "stop"),
            [Listed] = new(Counts: false, Final: false, WaitsOn: "Lãnh đạo Liên minh", "Trong dự thảo quyết định", "Chờ quyết định", "going"),
            [Decided] = new(Counts: true, Final: false, WaitsOn: null, "Đã có quyết định", "Đã có quyết định", "good"),
            [TakenBack] = new(Counts: false, Final: true, WaitsOn: null, "Đã rút đề nghị", "Đã rút đề nghị", "ended"),
        },
        new(Filed, Appraise, Appraised),
        new(Filed, Return, Returned),
        new(Filed, TakeBack, TakenBack),
        new(Appraised, Return, Returned),
        new(Appraised, List, Listed),
        new(Appraised, TakeBack, TakenBack),
        new(Returned, Refile, Filed),
        new(Returned, TakeBack, TakenBack),
        new(Listed, Unlist, Appraised),
        new(Listed, Decide, Decided),
        new(Decided, Reopen, Appraised),
        new(Decided, StayClosed, Decided));

    public static IReadOnlyList<RequestStatus> Open { get; } = [Filed, Appraised, Returned, Listed];

    /// <summary>The step in Vietnamese; the key of its English.</summary>
    public static string Of(RequestAction action) => action switch
    {
        Appraise => "Ghi thẩm định",
        Return => "Trả lại",
        Refile => "Nộp lại",
        List => "Đưa vào dự thảo quyết định",
        Unlist => "Đưa ra khỏi dự thảo quyết định",
        Decide => "Có quyết định",
        Reopen => "Quyết định bị huỷ số hoặc đính chính, mở lại",
        StayClosed => "Quyết định bị huỷ số hoặc đính chính, không mở lại vì tổ chức đã có đề nghị khác",
        TakeBack => "Rút đề nghị",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

/// <summary>What a request says.</summary>
/// <param name="ReceivedOn">When the Alliance received it.</param>
/// <param name="Slip">The application or the slip by which it was asked, letter for letter.</param>
internal sealed record RequestSheet(Guid OrganisationId, string ClassCode, DateOnly ReceivedOn, string Slip, string? Note);

/// <summary>An organisation asks to become a member of the Alliance, or to move to another class.</summary>
internal sealed class MembershipRequest : Aggregate<RequestStatus, RequestAction>, IJournaled
{
    public const int SlipMaxLength = 300;
    public const int NoteMaxLength = 2000;
    public const int RoomMaxLength = 200;

    private MembershipRequest()
    {
    }

    public MembershipRequest(Guid id, RequestSheet sheet, Actor by, DateTime now)
    {
        Id = id;
        OrganisationId = sheet.OrganisationId;
        OpenFor = sheet.OrganisationId;
        ClassCode = sheet.ClassCode;
        ReceivedOn = sheet.ReceivedOn;
        Slip = sheet.Slip;
        Note = sheet.Note;
        Begin(Filed, by, now);
    }

    public Guid OrganisationId { get; private init; }

    /// <summary>The organisation while the request is open: an organisation has one open request at most.</summary>
    public Guid? OpenFor { get; private set; }

    public string ClassCode { get; private init; } = "";

    public DateOnly ReceivedOn { get; private init; }

    public string Slip { get; private init; } = "";

    public string? Note { get; private init; }

    /// <summary>The room that appraised it.</summary>
    public string? Room { get; private set; }

    public string? Findings { get; private set; }

    /// <summary>The decision, or its draft, on whose list it stands.</summary>
    public Guid? DecisionId { get; private set; }

    public string JournalTitle => Slip;

    protected override Flow<RequestStatus, RequestAction> Table => RequestFlow.Table;

    public void Appraise(string room, string findings, Actor by, DateTime now)
    {
        Move(RequestAction.Appraise, by, now, findings);
        (Room, Findings) = (room, findings);
    }

    public void Return(string why, Actor by, DateTime now) => Move(RequestAction.Return, by, now, why);

    public void Refile(string why, Actor by, DateTime now) => Move(RequestAction.Refile, by, now, why);

    public void TakeBack(string why, Actor by, DateTime now)
    {
        Move(RequestAction.TakeBack, by, now, why);
        OpenFor = null;
    }

    public void List(Guid decisionId, Actor by, DateTime now)
    {
        Move(RequestAction.List, by, now);
        DecisionId = decisionId;
    }

    public void Unlist(Actor by, DateTime now)
    {
        Move(RequestAction.Unlist, by, now);
        DecisionId = null;
    }

    public void Decide(Guid paperId, Actor by, DateTime now)
    {
        Move(RequestAction.Decide, by, now, paperId: paperId);
        OpenFor = null;
    }

    /// <summary>The decision was voided: what was asked is open again.</summary>
    public void Reopen(string why, Actor by, DateTime now)
    {
        Move(RequestAction.Reopen, by, now, why);
        DecisionId = null;
        OpenFor = OrganisationId;
    }

    /// <summary>The decision was voided, but the organisation has asked anew since: what it asks now is what counts.</summary>
    public void StayClosed(string why, Actor by, DateTime now) => Move(RequestAction.StayClosed, by, now, why);
}

internal sealed class MembershipRequestConfiguration : IEntityTypeConfiguration<MembershipRequest>
{
    public const string Table = "alliance_requests";

    public void Configure(EntityTypeBuilder<MembershipRequest> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<MembershipRequest, RequestStatus, RequestAction>("alliance_request_steps");
        builder.Property(r => r.ClassCode).HasMaxLength(MemberClass.CodeMaxLength);
        builder.Property(r => r.Slip).HasMaxLength(MembershipRequest.SlipMaxLength);
        builder.Property(r => r.Note).HasMaxLength(MembershipRequest.NoteMaxLength);
        builder.Property(r => r.Room).HasMaxLength(MembershipRequest.RoomMaxLength);
        builder.Property(r => r.Findings).HasMaxLength(Step.WhyMaxLength);
        builder.HasIndex(r => r.OpenFor).IsUnique();
        builder.HasIndex(r => r.OrganisationId);
        builder.HasIndex(r => r.DecisionId);
    }
}
