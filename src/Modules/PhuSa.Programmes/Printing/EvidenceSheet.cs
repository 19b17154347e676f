using PhuSa.Documents.Sheets;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Printing;

/// <summary>The public records behind one figure as a table for a spreadsheet: every fact a column, as on the page.</summary>
internal static class EvidenceSheet
{
    public static void Write(ReviewFigure figure, Uri root, TextWriter writer)
    {
        var table = EvidenceTable.Of(figure.Printed.Evidence);
        var labels = EvidenceGroups.Columns(table.Records);
        CsvExport.Write(writer, ["Hồ sơ", "Nhóm", .. labels, "Địa chỉ"], table.Records.Select(record => (IReadOnlyList<SheetCell>)
        [
            record.Title,
            record.Group ?? "",
            .. labels.Select(label => (SheetCell)(EvidenceTable.Value(record, label) ?? FigureWords.NoData)),
            record.Url is { } url ? new Uri(root, url).AbsoluteUri : "",
        ]));
    }
}
