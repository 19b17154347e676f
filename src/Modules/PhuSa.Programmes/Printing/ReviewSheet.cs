using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Printing;

/// <summary>The figures of a review as a table for a spreadsheet.</summary>
internal static class ReviewSheet
{
    private static readonly string[] Header =
    [
        "Mã", "Số liệu", "Giá trị trong báo cáo", "Giá trị hiện nay", "Chỉ tiêu", "Đơn vị", "Ước chừng", "Cách có", "Số hồ sơ", "Hồ sơ không công khai", "Quy tắc đếm",
        "Định nghĩa", "Kỳ số liệu", "Đọc lúc", "Địa chỉ bằng chứng",
    ];

    public static void Write(ReadReview read, Uri root, TextWriter writer) => CsvExport.Write(writer, Header, read.Figures.Select(figure => Row(read, figure, root)));

    private static IReadOnlyList<SheetCell> Row(ReadReview read, ReviewFigure figure, Uri root)
    {
        var printed = figure.Printed;
        return
        [
            printed.Code,
            printed.Name,
            Value(printed.Value),
            Value(figure.Now.Value),
            SheetCell.Of((decimal?)printed.Target),
            printed.Unit,
            printed.Approximate ? "có" : "",
            OriginWords.Of(printed),
            printed.Evidence.Count,
            printed.Withheld,
            $"bản {printed.RuleVersion}",
            printed.Definition,
            printed.PlanYear is { } year ? $"năm {year}" : read.Review.PeriodPrinted,
            VietnamTime.Written(read.Review.FrozenAt ?? read.AsOf),
            new Uri(root, read.EvidenceAddress(printed.Code)).AbsoluteUri,
        ];
    }

    private static SheetCell Value(long? value) => value is { } known ? known : FigureWords.NoData;
}
