namespace PhuSa.Marks.Labels;

/// <summary>What the moves of labels are called; every word is a key of the English table.</summary>
internal static class LabelWords
{
    /// <summary>The moves after the issue by the word of the address.</summary>
    public static IReadOnlyDictionary<string, LabelMove> Addresses { get; } = new Dictionary<string, LabelMove>(StringComparer.Ordinal)
    {
        ["da-dung"] = LabelMove.Use,
        ["hong"] = LabelMove.Damage,
        ["tra-lai"] = LabelMove.Return,
        ["huy"] = LabelMove.Cancel,
    };

    public static string Of(LabelMove move) => move switch
    {
        LabelMove.Issue => "Cấp tem",
        LabelMove.Use => "Ghi tem đã dùng",
        LabelMove.Damage => "Ghi tem hỏng",
        LabelMove.Return => "Ghi tem trả lại",
        _ => "Huỷ tem",
    };

    public static string Consequence(LabelMove move) => move switch
    {
        LabelMove.Use => "Tem đã dán lên hàng theo báo cáo của đơn vị.",
        LabelMove.Damage => "Tem hỏng, không dán được.",
        LabelMove.Return => "Đơn vị đưa tem chưa dùng về cơ quan. Số đã trả lại không cấp lần nữa.",
        _ => "Tem mất hoặc không được dùng nữa.",
    };
}
