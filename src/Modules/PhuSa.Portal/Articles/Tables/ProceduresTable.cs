using System.Globalization;
using PhuSa.Platform.Import;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Articles.Tables;

/// <summary><c>procedures.csv</c>: administrative procedures. What no source says stays empty.</summary>
internal sealed class ProceduresTable() : FactsTable(ArticleKind.Procedure)
{
    private const char Border = '|';

    private static readonly Column<string> Code = ImportColumns.Text("code", "Mã thủ tục", "1.000000", ProcedureFacts.CodeMaxLength);
    private static readonly Column<string> Performer = ImportColumns.Text("performer", "Cơ quan thực hiện", "Sở Khoa học và Công nghệ", ProcedureFacts.NameMaxLength);
    private static readonly Column<string> Field = ImportColumns.Text("field", "Lĩnh vực", "Hoạt động khoa học và công nghệ", ProcedureFacts.FieldMaxLength);
    private static readonly Column<string> Sequence = ImportColumns.Text("sequence", "Trình tự thực hiện, mỗi bước một dòng", "Nộp hồ sơ", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> Ways = ImportColumns.Text("ways", "Cách thức thực hiện, mỗi cách một dòng", "Nộp trực tiếp", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> Papers = ImportColumns.Text("papers", "Thành phần hồ sơ, mỗi giấy tờ một dòng: tên | số bản chính | số bản sao; số chưa biết thì để trống", "Đơn đề nghị | 1 |", ProcedureFacts.TextMaxLength * 2);
    private static readonly Column<int?> Sets = ImportColumns.Number("sets", "Số lượng hồ sơ (bộ)", "1", ProcedureFacts.MostSheets);
    private static readonly Column<string> TimeLimit = ImportColumns.Text("time_limit", "Thời hạn giải quyết", "15 ngày làm việc", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> Applicants = ImportColumns.Text("applicants", "Đối tượng thực hiện", "Tổ chức, cá nhân", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> Result = ImportColumns.Text("result", "Kết quả", "Quyết định hỗ trợ", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> Fees = ImportColumns.Text("fees", "Phí, lệ phí", "Không thu", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> Requirements = ImportColumns.Text("requirements", "Yêu cầu, điều kiện", "Có địa chỉ trong tỉnh", ProcedureFacts.TextMaxLength);
    private static readonly Column<IReadOnlyList<Guid>> Basis = ReferencesColumn.References("basis", "Căn cứ pháp lý có trong thư viện", "quyet-dinh-71-2019-qd-ubnd", "legal-documents");
    private static readonly Column<string> BasisText = ImportColumns.Text("basis_text", "Căn cứ pháp lý ngoài thư viện", "Nghị định 76/2018/NĐ-CP", ProcedureFacts.TextMaxLength);
    private static readonly Column<string> ServiceUrl = ImportColumns.Text("service_url", "Địa chỉ của thủ tục trên cổng dịch vụ công", "https://dichvucong.gov.vn/", ProcedureFacts.UrlMaxLength);

    public override string Name => "procedures";

    public override string Meaning => "Thủ tục hành chính";

    protected override IReadOnlyList<Column> FactColumns { get; } =
        [Code, Performer, Field, Sequence, Ways, Papers, Sets, TimeLimit, Applicants, Result, Fees, Requirements, Basis, BasisText, ServiceUrl];

    protected override ArticleFacts Facts(ImportRow row, ArticleFacts? now) => new ProcedureFacts
    {
        Code = row.Read(Code),
        Performer = row.Read(Performer),
        Field = row.Read(Field),
        Sequence = row.Read(Sequence),
        Ways = row.Read(Ways),
        Papers = [.. (row.Read(Papers) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Paper(line, row))],
        Sets = row.Read(Sets),
        TimeLimit = row.Read(TimeLimit),
        Applicants = row.Read(Applicants),
        Result = row.Read(Result),
        Fees = row.Read(Fees),
        Basis = row.Read(Basis) ?? [],
        BasisText = row.Read(BasisText),
        Requirements = row.Read(Requirements),
        ServiceUrl = Https(row, ServiceUrl),
    };

    private static ProcedurePaper Paper(string line, ImportRow row)
    {
        var parts = line.Split(Border, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0 || parts.Length > 3)
        {
            row.Refuse(Papers, "mỗi dòng là: tên giấy tờ | số bản chính | số bản sao");
        }

        return new ProcedurePaper(parts[0], Count(parts, 1, row), Count(parts, 2, row));
    }

    private static int? Count(string[] parts, int at, ImportRow row)
    {
        if (parts.Length <= at || parts[at].Length == 0)
        {
            return null;
        }

        if (int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= ProcedureFacts.MostSheets)
        {
            return count;
        }

        row.Refuse(Papers, $"“{parts[at]}” không phải số bản");
        return null;
    }
}
