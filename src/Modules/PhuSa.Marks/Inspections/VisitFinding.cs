using PhuSa.Marks.Grants;

namespace PhuSa.Marks.Inspections;

/// <summary>What a visit finds of one right, from good to grave.</summary>
internal enum VisitResult
{
    Passed,
    Remedy,
    ProposeSuspension,
    ProposeRevocation,
}

/// <summary>Why somebody goes there.</summary>
internal enum VisitSource
{
    Plan,
    Report,
    Scan,
    Other,
}

internal static class VisitWords
{
    /// <summary>The result in Vietnamese; the key of its English.</summary>
    public static string Of(VisitResult result) => result switch
    {
        VisitResult.Passed => "Đạt",
        VisitResult.Remedy => "Phải khắc phục",
        VisitResult.ProposeSuspension => "Đề nghị tạm dừng quyền",
        VisitResult.ProposeRevocation => "Đề nghị thu hồi quyền",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    public static string Tone(VisitResult result) => result switch
    {
        VisitResult.Passed => "good",
        VisitResult.Remedy => "act",
        _ => "stop",
    };

    /// <summary>Where a visit comes from, in Vietnamese; the key of its English.</summary>
    public static string Of(VisitSource source) => source switch
    {
        VisitSource.Plan => "Theo kế hoạch",
        VisitSource.Report => "Từ tin báo",
        VisitSource.Scan => "Từ mã kiểm tra bất thường",
        VisitSource.Other => "Lý do khác",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static string Announcing(bool unannounced) => unannounced ? "Đột xuất" : "Báo trước";
}

/// <summary>A right that a visit looks at, and what was found of it.</summary>
internal sealed class VisitRight
{
    private VisitRight()
    {
    }

    public VisitRight(Guid id, Guid grantId)
    {
        Id = id;
        GrantId = grantId;
    }

    public Guid Id { get; private init; }

    public Guid GrantId { get; private init; }

    /// <summary>Null until somebody was there.</summary>
    public VisitResult? Result { get; private set; }

    public string? Finding { get; private set; }

    public void Find(VisitResult result, string? finding) => (Result, Finding) = (result, finding);
}

/// <summary>What was found of one right.</summary>
internal sealed record RightFound(Guid GrantId, VisitResult Result, string? Finding);

/// <summary>What is said of a step of a visit besides who recorded it and when. Written once; only the paper may come later.</summary>
internal sealed class VisitAct
{
    private VisitAct()
    {
    }

    public VisitAct(Guid stepId, VisitAction action, DateOnly on, Guid? paperId)
    {
        Id = stepId;
        Action = action;
        On = on;
        PaperId = paperId;
    }

    /// <summary>The id of its step.</summary>
    public Guid Id { get; private init; }

    public VisitAction Action { get; private init; }

    public DateOnly On { get; private init; }

    public Guid? PaperId { get; private set; }

    /// <summary>Of an announcement: the day that the holder was told; of a result: the last day to put things right.</summary>
    public DateOnly? Until { get; init; }

    public void Cite(Guid paperId) => PaperId = paperId;
}

/// <summary>What a team brings home.</summary>
/// <param name="Team">Who went; at least one by name.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="RemedyBy">The last day to put things right; where a right has to be remedied, and only there.</param>
internal sealed record VisitOutcome(string Team, string LookedAt, IReadOnlyList<RightFound> Rights, DateOnly? RemedyBy);

/// <summary>What is written of a visit before anybody goes.</summary>
/// <param name="PlannedFor">The day, or the last day, on which it is to be.</param>
/// <param name="Unannounced">The holder is not told before.</param>
/// <param name="Why">What leads to it, in words.</param>
internal sealed record VisitPlan(DateOnly PlannedFor, bool Unannounced, string Why, string? Prepare);

/// <summary>Which record leads to a visit; none where words alone say why.</summary>
internal sealed record VisitCause(Guid? PlanId = null, Guid? ReportId = null, Guid? ScanId = null)
{
    public VisitSource Source => ReportId is not null ? VisitSource.Report : ScanId is not null ? VisitSource.Scan : PlanId is not null ? VisitSource.Plan : VisitSource.Other;
}
