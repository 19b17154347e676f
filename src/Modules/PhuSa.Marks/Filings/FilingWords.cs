namespace PhuSa.Marks.Filings;

/// <summary>What terms and their units are called; each a key of the English table.</summary>
internal static class FilingWords
{
    public static string Of(FilingTerm term) => term switch
    {
        FilingTerm.FormalExamination => "Thẩm định hình thức, từ ngày nộp đơn",
        FilingTerm.Publication => "Công bố đơn, từ ngày chấp nhận hợp lệ",
        FilingTerm.SubstantiveExamination => "Thẩm định nội dung, từ ngày công bố đơn",
        FilingTerm.OppositionAnswer => "Trả lời phản đối, từ ngày bị phản đối",
        FilingTerm.FeePayment => "Nộp phí, từ ngày thông báo dự định cấp",
        FilingTerm.Certificate => "Cấp văn bằng, từ ngày nộp phí",
        FilingTerm.Validity => "Thời hạn văn bằng, từ ngày nộp đơn; mỗi lần gia hạn thêm bấy nhiêu",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    public static string Of(TermUnit unit) => unit switch
    {
        TermUnit.Day => "Ngày lịch",
        TermUnit.WorkingDay => "Ngày làm việc",
        TermUnit.Month => "Tháng",
        TermUnit.Year => "Năm",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>A length as a sentence with its place.</summary>
    public static string Length(TermUnit unit) => unit switch
    {
        TermUnit.Day => "{0} ngày",
        TermUnit.WorkingDay => "{0} ngày làm việc",
        TermUnit.Month => "{0} tháng",
        _ => "{0} năm",
    };
}
