using PhuSa.Platform.Import;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles.Tables;

/// <summary><c>directories.csv</c>: structure and officials' contacts, one page in a row.</summary>
internal sealed class DirectoriesTable() : FactsTable(ArticleKind.Directory)
{
    private const char Border = '|';
    private const int Parts = 5;

    private static readonly Column<string> Units = ImportColumns.Text(
        "units",
        "Mỗi dòng một đơn vị: tên | chức năng | địa chỉ | điện thoại | thư; dưới đó mỗi người một dòng mở đầu bằng “- ”: họ tên | chức vụ | phụ trách | điện thoại | thư; điều chưa biết thì để trống",
        "Văn phòng | | | |\n- Nguyễn Văn A | Chánh Văn phòng | | |",
        Article.BodyMaxLength);

    public override string Name => "directories";

    public override string Meaning => "Trang cơ cấu và danh bạ";

    protected override IReadOnlyList<Column> FactColumns { get; } = [Units];

    protected override ArticleFacts Facts(ImportRow row, ArticleFacts? now)
    {
        var units = new List<DirectoryUnit>();
        foreach (var line in (row.Read(Units) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!line.StartsWith("- ", StringComparison.Ordinal))
            {
                var unit = Split(line, row);
                units.Add(new DirectoryUnit(unit[0]!, unit[1], unit[2], unit[3], unit[4], []));
            }
            else if (units.Count == 0)
            {
                row.Refuse(Units, "dòng của một người phải đứng dưới dòng của đơn vị");
            }
            else
            {
                var who = Split(line[2..], row);
                units[^1] = units[^1] with { Officials = [.. units[^1].Officials, new DirectoryOfficial(who[0]!, who[1], who[2], who[3], who[4])] };
            }
        }

        return new DirectoryFacts { Units = units };
    }

    private static string?[] Split(string line, ImportRow row)
    {
        var parts = line.Split(Border, StringSplitOptions.TrimEntries);
        string?[] said = [.. Enumerable.Range(0, Parts).Select(at => at < parts.Length && (at == 0 || parts[at].Length > 0) ? parts[at] : null)];
        if (parts[0].Length == 0 || parts.Length > Parts)
        {
            row.Refuse(Units, $"“{line}”: mỗi dòng có tên và tối đa bốn phần sau, cách nhau bằng dấu gạch đứng");
        }
        else if ((said[3] is { } phone && !FeedbackLines.IsPhone(phone)) || (said[4] is { } mail && !FeedbackLines.IsMail(mail)))
        {
            row.Refuse(Units, $"“{line}”: điện thoại hoặc thư điện tử viết chưa đúng");
        }

        return said;
    }
}
