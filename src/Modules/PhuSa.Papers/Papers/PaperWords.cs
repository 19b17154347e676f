using PhuSa.Papers.Contracts;

namespace PhuSa.Papers.Papers;

/// <summary>The kinds of papers: the word of an import and the word a reader sees.</summary>
internal static class PaperWords
{
    public static IReadOnlyDictionary<string, PaperKind> InFiles { get; } = new Dictionary<string, PaperKind>(StringComparer.Ordinal)
    {
        ["decision"] = PaperKind.Decision,
        ["letter"] = PaperKind.Letter,
        ["contract"] = PaperKind.Contract,
        ["memorandum"] = PaperKind.Memorandum,
        ["minutes"] = PaperKind.Minutes,
        ["report"] = PaperKind.Report,
        ["plan"] = PaperKind.Plan,
        ["regulation"] = PaperKind.Regulation,
        ["invitation"] = PaperKind.Invitation,
        ["programme"] = PaperKind.Programme,
        ["other"] = PaperKind.Other,
    };

    public static string Of(PaperKind kind) => kind switch
    {
        PaperKind.Decision => "Quyết định",
        PaperKind.Letter => "Công văn",
        PaperKind.Contract => "Hợp đồng",
        PaperKind.Memorandum => "Bản ghi nhớ",
        PaperKind.Minutes => "Biên bản",
        PaperKind.Report => "Báo cáo",
        PaperKind.Plan => "Kế hoạch",
        PaperKind.Regulation => "Quy chế",
        PaperKind.Invitation => "Giấy mời",
        PaperKind.Programme => "Chương trình",
        _ => "Văn bản khác",
    };
}
