using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Papers;

internal enum PaperStatus
{
    /// <summary>Taken into the register from elsewhere: another body's paper, or one from before the house kept its books here.</summary>
    Recorded,
    Voided,
    Draft,
    Numbered,
    Signed,
    Issued,
    Dropped,
}

internal enum PaperAction
{
    Void,
    Number,
    Sign,
    Issue,
    Drop,
    CorrectSigning,
}

/// <summary>A numbered paper is never deleted: its number is voided with a reason. A draft has no number to lose.</summary>
internal static class PaperFlow
{
    public static Flow<PaperStatus, PaperAction> Table { get; } = new(
        new Dictionary<PaperStatus, StatusFacts>
        {
            [PaperStatus.Recorded] = new(Counts: true, Final: false, WaitsOn: null, "Đã ghi vào sổ", "Đã ghi vào sổ", "good"),
            [PaperStatus.Voided] = new(Counts: false, Final: true, WaitsOn: null, "Đã huỷ số", "Đã huỷ số", "ended"),
            [PaperStatus.Draft] = new(Counts: false, Final: false, WaitsOn: "người soạn", "Dự thảo", "Dự thảo", "draft"),
            [PaperStatus.Numbered] = new(Counts: false, Final: false, WaitsOn: "người có thẩm quyền ký", "Đã có số, chờ ký", "Đã có số, chờ ký", "act"),
            [PaperStatus.Signed] = new(Counts: false, Final: false, WaitsOn: "văn thư", "Đã ký, chờ phát hành", "Đã ký, chờ phát hành", "going"),
            [PaperStatus.Issued] = new(Counts: true, Final: false, WaitsOn: null, "Đã phát hành", "Đã phát hành", "good"),
            [PaperStatus.Dropped] = new(Counts: false, Final: true, WaitsOn: null, "Bỏ dự thảo", "Bỏ dự thảo", "ended"),
        },
        new(PaperStatus.Recorded, PaperAction.Void, PaperStatus.Voided),
        new(PaperStatus.Draft, PaperAction.Number, PaperStatus.Numbered),
        new(PaperStatus.Draft, PaperAction.Drop, PaperStatus.Dropped),
        new(PaperStatus.Numbered, PaperAction.Sign, PaperStatus.Signed),
        new(PaperStatus.Numbered, PaperAction.Void, PaperStatus.Voided),
        new(PaperStatus.Signed, PaperAction.Issue, PaperStatus.Issued),
        new(PaperStatus.Signed, PaperAction.CorrectSigning, PaperStatus.Signed),
        new(PaperStatus.Signed, PaperAction.Void, PaperStatus.Voided),
        new(PaperStatus.Issued, PaperAction.CorrectSigning, PaperStatus.Issued),
        new(PaperStatus.Issued, PaperAction.Void, PaperStatus.Voided));

    private static readonly PaperStatus[] Out = [PaperStatus.Recorded, PaperStatus.Issued, PaperStatus.Voided];

    /// <summary>It has gone out, or its number was voided.</summary>
    public static bool IsOut(PaperStatus status) => Out.Contains(status);

    /// <summary>Papers that have gone out, or whose number was voided.</summary>
    /// <param name="everybody">Only those that are public by decision.</param>
    public static IQueryable<Paper> OutFor(this IQueryable<Paper> papers, bool everybody) =>
        everybody ? papers.Where(p => p.IsPublic && Out.Contains(p.Status)) : papers.Where(p => Out.Contains(p.Status));
}
