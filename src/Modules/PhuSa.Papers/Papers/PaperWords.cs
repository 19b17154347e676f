using PhuSa.Papers.Contracts;

namespace PhuSa.Papers.Papers;

/// <summary>What a kind of paper is called, and its letters in a symbol; null where the decree gives it none.</summary>
internal sealed record PaperKindWords(PaperKind Kind, string InFile, string Name, string? Symbol);

/// <summary>The 29 named kinds of papers of Nghị định 30/2020/NĐ-CP (Điều 7, Phụ lục III): the word of an import and the word a reader sees.</summary>
internal static class PaperWords
{
    /// <summary>In the order of the decree; what it does not name comes last.</summary>
    public static IReadOnlyList<PaperKindWords> All { get; } =
    [
        new(PaperKind.Resolution, "resolution", "Nghị quyết", "NQ"),
        new(PaperKind.Decision, "decision", "Quyết định", "QĐ"),
        new(PaperKind.Directive, "directive", "Chỉ thị", "CT"),
        new(PaperKind.Regulation, "regulation", "Quy chế", "QC"),
        new(PaperKind.Rules, "rules", "Quy định", "QyĐ"),
        new(PaperKind.Communique, "communique", "Thông cáo", "TC"),
        new(PaperKind.Notice, "notice", "Thông báo", "TB"),
        new(PaperKind.Guidance, "guidance", "Hướng dẫn", "HD"),
        new(PaperKind.Programme, "programme", "Chương trình", "CTr"),
        new(PaperKind.Plan, "plan", "Kế hoạch", "KH"),
        new(PaperKind.Option, "option", "Phương án", "PA"),
        new(PaperKind.Scheme, "scheme", "Đề án", "ĐA"),
        new(PaperKind.Project, "project", "Dự án", "DA"),
        new(PaperKind.Report, "report", "Báo cáo", "BC"),
        new(PaperKind.Minutes, "minutes", "Biên bản", "BB"),
        new(PaperKind.Submission, "submission", "Tờ trình", "TTr"),
        new(PaperKind.Contract, "contract", "Hợp đồng", "HĐ"),
        new(PaperKind.Letter, "letter", "Công văn", Symbol: null),
        new(PaperKind.Telegram, "telegram", "Công điện", "CĐ"),
        new(PaperKind.Memorandum, "memorandum", "Bản ghi nhớ", "BGN"),
        new(PaperKind.Agreement, "agreement", "Bản thoả thuận", "BTT"),
        new(PaperKind.Authorisation, "authorisation", "Giấy uỷ quyền", "GUQ"),
        new(PaperKind.Invitation, "invitation", "Giấy mời", "GM"),
        new(PaperKind.Introduction, "introduction", "Giấy giới thiệu", "GGT"),
        new(PaperKind.Leave, "leave", "Giấy nghỉ phép", "GNP"),
        new(PaperKind.DispatchSlip, "dispatch-slip", "Phiếu gửi", "PG"),
        new(PaperKind.TransferSlip, "transfer-slip", "Phiếu chuyển", "PC"),
        new(PaperKind.NoticeSlip, "notice-slip", "Phiếu báo", "PB"),
        new(PaperKind.PublicLetter, "public-letter", "Thư công", Symbol: null),
        new(PaperKind.Other, "other", "Văn bản khác", Symbol: null),
    ];

    private static readonly Dictionary<PaperKind, PaperKindWords> ByKind = All.ToDictionary(words => words.Kind);

    public static IReadOnlyDictionary<string, PaperKind> InFiles { get; } = All.ToDictionary(words => words.InFile, words => words.Kind, StringComparer.Ordinal);

    public static string Of(PaperKind kind) => ByKind[kind].Name;

    public static string? SymbolOf(PaperKind kind) => ByKind[kind].Symbol;

    public static string InFile(PaperKind kind) => ByKind[kind].InFile;

    public static string Of(PaperAction action) => action switch
    {
        PaperAction.Number => "Lấy số",
        PaperAction.Sign => "Ghi ký",
        PaperAction.Issue => "Phát hành",
        PaperAction.Drop => "Bỏ dự thảo",
        PaperAction.CorrectSigning => "Sửa ghi ký",
        PaperAction.Void => "Huỷ số",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
