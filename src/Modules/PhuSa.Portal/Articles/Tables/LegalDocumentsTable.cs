using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Import;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Articles.Tables;

/// <summary><c>legal-documents.csv</c>: the library of legal documents. Whether one is in force is computed, so no column says it.</summary>
internal sealed class LegalDocumentsTable() : FactsTable(ArticleKind.Legal), IImportTable
{
    private static readonly Dictionary<string, LegalType> Types = new(StringComparer.Ordinal)
    {
        ["law"] = LegalType.Law,
        ["decree"] = LegalType.Decree,
        ["circular"] = LegalType.Circular,
        ["resolution"] = LegalType.Resolution,
        ["decision"] = LegalType.Decision,
        ["directive"] = LegalType.Directive,
        ["plan"] = LegalType.Plan,
        ["letter"] = LegalType.OfficialLetter,
        ["announcement"] = LegalType.Announcement,
        ["other"] = LegalType.Other,
    };

    private static readonly Column<string> Number = ImportColumns.Text("number", "Số, ký hiệu đúng từng chữ; để trống nếu chưa biết", "71/2019/QĐ-UBND", LegalFacts.NumberMaxLength);
    private static readonly Column<LegalType?> Type = ImportColumns.Choice("type", "Loại văn bản; để trống nếu chưa biết", "decision", Types);
    private static readonly Column<string> IssuedBy = ImportColumns.Text("issued_by", "Cơ quan ban hành", "UBND tỉnh", LegalFacts.NameMaxLength);
    private static readonly Column<string> Signer = ImportColumns.Text("signer", "Người ký", "Nguyễn Văn A", LegalFacts.NameMaxLength);
    private static readonly Column<DateOnly?> IssuedOn = ImportColumns.Date("issued_on", "Ngày ban hành", "2019-12-23");
    private static readonly Column<DateOnly?> EffectiveOn = ImportColumns.Date("effective_on", "Ngày có hiệu lực", "2020-01-03");
    private static readonly Column<DateOnly?> EndsOn = ImportColumns.Date("ends_on", "Ngày hết hiệu lực: ngày đầu tiên văn bản không còn hiệu lực", "2026-01-01");
    private static readonly Column<string> Field = ImportColumns.Text("field", "Lĩnh vực", "Khoa học và công nghệ", LegalFacts.FieldMaxLength);
    private static readonly Column<IReadOnlyList<Guid>> Replaces = ReferencesColumn.References("replaces", "Văn bản của thư viện mà văn bản này thay thế toàn bộ", "quyet-dinh-567-qd-ubnd", "legal-documents");
    private static readonly Column<string> ReplacesText = ImportColumns.Text("replaces_text", "Văn bản ngoài thư viện mà văn bản này thay thế", "Quyết định 12/QĐ-UBND", LegalFacts.TextMaxLength);
    private static readonly Column<IReadOnlyList<Guid>> Amends = ReferencesColumn.References("amends", "Văn bản của thư viện mà văn bản này sửa đổi, bổ sung", "quyet-dinh-71-2019-qd-ubnd", "legal-documents");
    private static readonly Column<string> AmendsText = ImportColumns.Text("amends_text", "Văn bản ngoài thư viện mà văn bản này sửa đổi, bổ sung", "Quyết định 13/QĐ-UBND", LegalFacts.TextMaxLength);
    private static readonly Column<string> ReplacedByText = ImportColumns.Text("replaced_by_text", "Văn bản ngoài thư viện thay thế văn bản này", "Nghị quyết 14/NQ-HĐND", LegalFacts.TextMaxLength);
    private static readonly Column<string> AmendedByText = ImportColumns.Text("amended_by_text", "Văn bản ngoài thư viện sửa đổi, bổ sung văn bản này", "Quyết định 15/QĐ-UBND", LegalFacts.TextMaxLength);

    private readonly Dictionary<Guid, IReadOnlyList<Guid>> _replaces = [];
    private readonly List<(Guid Id, ImportRow Row)> _replacing = [];

    public override string Name => "legal-documents";

    public override string Meaning => "Thư viện văn bản pháp luật";

    protected override IReadOnlyList<Column> FactColumns { get; } =
        [Number, Type, IssuedBy, Signer, IssuedOn, EffectiveOn, EndsOn, Field, Replaces, ReplacesText, Amends, AmendsText, ReplacedByText, AmendedByText];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        var links = await scope.Db.Set<Article>().SelectMany(a => a.Links, (a, link) => new { a.Id, link.TargetId, link.Role }).Where(link => link.Role == LinkRole.Replaces).ToListAsync(cancellationToken);
        foreach (var document in links.GroupBy(link => link.Id))
        {
            _replaces[document.Key] = [.. document.Select(link => link.TargetId)];
        }
    }

    /// <summary>Each row alone may be right, and all of them together a circle in which no document is in force.</summary>
    public void Finish(ImportScope scope)
    {
        foreach (var (_, row) in _replacing.Where(document => ReplacementCircle.LeadsBack(document.Id, at => _replaces.GetValueOrDefault(at) ?? [])))
        {
            row.Refuse(Replaces, "các văn bản này thay thế nhau thành vòng tròn");
        }
    }

    protected override void Check(Guid id, ArticleFacts facts, ImportRow row)
    {
        var legal = (LegalFacts)facts;
        _replaces[id] = legal.Replaces;
        if (legal.Replaces.Count > 0)
        {
            _replacing.Add((id, row));
        }

        if (legal.Amends.Contains(id))
        {
            row.Refuse(Amends, "văn bản không thể sửa đổi chính nó");
        }
    }

    protected override ArticleFacts Facts(ImportRow row, ArticleFacts? now)
    {
        var (from, to) = (row.Read(EffectiveOn), row.Read(EndsOn));
        if (to <= from)
        {
            row.Refuse(EndsOn, "phải sau ngày có hiệu lực");
        }

        return new LegalFacts
        {
            Number = row.Read(Number),
            Type = row.Read(Type),
            IssuedBy = row.Read(IssuedBy),
            Signer = row.Read(Signer),
            IssuedOn = row.Read(IssuedOn),
            EffectiveOn = from,
            EndsOn = to,
            Field = row.Read(Field),
            Replaces = row.Read(Replaces) ?? [],
            Amends = row.Read(Amends) ?? [],
            ReplacesText = row.Read(ReplacesText),
            AmendsText = row.Read(AmendsText),
            ReplacedByText = row.Read(ReplacedByText),
            AmendedByText = row.Read(AmendedByText),
        };
    }
}
