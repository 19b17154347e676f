using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Papers;

/// <summary><c>papers.csv</c>: official papers. What the source does not say stays empty.</summary>
internal sealed class PapersTable(NumberTaking numbers) : ImportTable<Paper>, IImportTable
{
    private readonly List<(ImportRow Row, Paper Paper, Carried? Before)> _rows = [];
    private readonly Dictionary<Carried, (ImportRow Row, Paper Paper)> _taken = [];

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã văn bản, dùng để nhắc đến trong các bảng khác", "qd-71-2019");
    private static readonly Column<PaperKind?> Kind = ImportColumns.Choice("kind", "Loại văn bản", "decision", PaperWords.InFiles, required: true);
    private static readonly Column<string> Number = ImportColumns.Text("number", "Số, ký hiệu đúng từng chữ; để trống nếu chưa biết", "71/2019/QĐ-UBND", Paper.NumberMaxLength);
    private static readonly Column<string> Title = ImportColumns.Text("title", "Trích yếu, đúng từng chữ", "Quy định hỗ trợ thúc đẩy hoạt động chuyển giao, ứng dụng, đổi mới công nghệ", Paper.TitleMaxLength, required: true);
    private static readonly Column<Guid?> IssuedBy = ImportColumns.Reference("issued_by", "Cơ quan ban hành", "ubnd-tinh", "organisations");
    private static readonly Column<string> IssuedByText = ImportColumns.Text("issued_by_text", "Cơ quan ban hành, đúng như văn bản ghi", "UBND tỉnh", Paper.IssuedByTextMaxLength);
    private static readonly Column<RecordTime> SignedOn = ImportColumns.Time("signed_on", "Ngày ký", "23/12/2019");
    private static readonly Column<DateOnly?> EffectiveFrom = ImportColumns.Date("effective_from", "Ngày có hiệu lực", "03/01/2020");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Thông tin này lấy từ đâu", "Bản giấy lưu tại văn thư", Paper.SourceMaxLength);
    private static readonly Column<bool> Public = ImportColumns.Flag("public", "“có” nếu được công khai trên trang", "có");
    private static readonly Column<string> VoidReason = ImportColumns.Text("void_reason", "Lý do huỷ số; để trống nếu không huỷ", "Ghi trùng số với văn bản khác", Step.WhyMaxLength);

    public override string Name => "papers";

    public override string Meaning => "Văn bản: quyết định, công văn, hợp đồng, biên bản và các loại khác";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Kind, Number, Title, IssuedBy, IssuedByText, SignedOn, EffectiveFrom, Source, Public, VoidReason];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Paper> Records(AppDbContext db) => db.Set<Paper>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Paper>().Select(p => new NaturalKey(p.Code, p.Id));

    protected override string KeyOf(Paper record) => record.Code;

    protected override Guid IdOf(Paper record) => record.Id;

    protected override Paper Create(ImportRow row, ImportScope scope)
    {
        var paper = new Paper(scope.NewId(), row.Must(Code), Content(row), scope.By, scope.Now);
        _rows.Add((row, paper, null));
        VoidIfSaid(paper, row, scope);
        return paper;
    }

    protected override void Update(Paper record, ImportRow row, ImportScope scope)
    {
        var content = Content(row);
        if (!row.HasErrors)
        {
            var before = Carried.Of(record);
            record.Describe(content);
            _rows.Add((row, record, before));
            VoidIfSaid(record, row, scope);
        }
    }

    /// <summary>Its number counts as before, and one that it says is voided holds it against nobody.</summary>
    protected override void Pass(Paper record, ImportRow row, ImportScope scope) => _rows.Add((row, record, Carried.Of(record)));

    /// <summary>
    /// No two papers of a body carry one number in one year, unless the row says why its own was voided. A row that leaves its number as it was is no
    /// second entry, so that a folder can be taken in again.
    /// </summary>
    public void Finish(ImportScope scope)
    {
        _taken.Clear();
        var named = _rows.Select(known => known.Paper).ToHashSet();
        var held = new Dictionary<Carried, Paper>();
        var still = _rows.Where(known => known.Before is not null && known.Before == Carried.Of(known.Paper) && !IsVoiding(known.Row)).Select(known => known.Paper);
        foreach (var paper in scope.Db.Set<Paper>().Local.Where(paper => !named.Contains(paper)).Concat(still))
        {
            if (Carried.Of(paper) is { } number)
            {
                held.TryAdd(number, paper);
            }
        }

        foreach (var (row, paper, before) in _rows)
        {
            if (row.HasErrors || IsVoiding(row) || Carried.Of(paper) is not { } number || number == before)
            {
                continue;
            }

            if (!held.TryAdd(number, paper))
            {
                RefuseSecond(row, held[number]);
                continue;
            }

            _taken.Add(number, (row, paper));
        }
    }

    /// <summary>The rows of the series whose numbers are taken: each made apart, so that two who make one at once do not spoil each other's work.</summary>
    public async Task PrepareAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        foreach (var series in Touched())
        {
            await numbers.OpenAsync(series.Id, series.Year, usedBefore: 0, cancellationToken);
        }
    }

    /// <summary>
    /// From here on no clerk numbers or records a paper of these series until the import is saved. What a clerk saved since the records were read is seen
    /// now, and refuses the row.
    /// </summary>
    public async Task HoldAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        foreach (var series in Touched())
        {
            await numbers.HoldAsync(series.Id, series.Year, cancellationToken);
        }

        if (_taken.Count == 0)
        {
            return;
        }

        // What the import writes meets a clerk at its version; what it passes over is looked at as it is now.
        var named = _rows.Where(known => !known.Row.SaysAsBefore || IsVoiding(known.Row)).Select(known => known.Paper.Id).ToHashSet();
        var keys = _taken.Values.Select(taken => taken.Paper.NumberKey).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var now = await scope.Db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.NumberKey != null && EF.Parameter(keys).Contains(p.NumberKey)).OrderBy(p => p.Code).ToListAsync(cancellationToken);
        foreach (var paper in now.Where(paper => !named.Contains(paper.Id)))
        {
            if (Carried.Of(paper) is { } number && _taken.Remove(number, out var taken))
            {
                RefuseSecond(taken.Row, paper);
            }
        }

        await RefuseGivenAsync(scope, cancellationToken);
    }

    /// <summary>“05/QĐ-…” cannot come in where a book of its body gave 05 of that year to a paper of another kind: the same as a clerk is told who records one.</summary>
    private async Task RefuseGivenAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        var recorded = _taken.Values.Where(taken => taken.Paper is { BookId: null, IssuedById: not null, NumberYear: not null }).ToList();
        var issuers = recorded.Select(taken => taken.Paper.IssuedById!.Value).Distinct().ToArray();
        var books = issuers.Length == 0 ? [] : await scope.Db.Set<PaperBook>().AsNoTracking().Where(book => EF.Parameter(issuers).Contains(book.IssuerId)).ToListAsync(cancellationToken);
        if (books.Count == 0)
        {
            return;
        }

        var ids = books.Select(book => book.Id).ToArray();
        var given = (await scope.Db.Set<Paper>().AsNoTracking().Where(p => p.BookId != null && EF.Parameter(ids).Contains(p.BookId.Value) && p.BookNumber != null)
            .Select(p => new { p.BookId, p.BookYear, p.BookNumber, p.Number }).ToListAsync(cancellationToken)).ToLookup(p => (p.BookId!.Value, p.BookYear, p.BookNumber), p => p.Number);
        foreach (var (row, paper) in recorded)
        {
            var leading = OutgoingDesk.LeadingOf(paper.Number!);
            if (leading is not null && books.Where(book => book.IssuerId == paper.IssuedById && book.Numbers(paper.Kind)).SelectMany(book => given[(book.Id, paper.NumberYear, leading)]).FirstOrDefault() is { } other)
            {
                row.Refuse(Number, $"số {leading} của năm {paper.NumberYear} đã được sổ của cơ quan này cấp cho văn bản khác: {other}.");
            }
        }
    }

    /// <returns>In one order for every import: two of them never wait for each other.</returns>
    private IEnumerable<RecordedSeries> Touched() =>
        _taken.Values.Select(taken => RecordedSeries.Of(taken.Paper)).OfType<RecordedSeries>().Distinct().OrderBy(series => series.Id).ThenBy(series => series.Year);

    private static void RefuseSecond(ImportRow row, Paper holder) =>
        row.Refuse(Number, $"số này của cùng cơ quan trong cùng năm đã thuộc văn bản “{holder.Code}”; nếu ghi trùng, nêu lý do ở void_reason.");

    private static bool IsVoiding(ImportRow row) => !row.IsEmpty(VoidReason);

    /// <summary>A number as only one paper may carry it.</summary>
    private sealed record Carried(string Issuer, int? Year, string Key)
    {
        /// <returns>Null where the number or the body is not known.</returns>
        public static Carried? Of(Paper paper) =>
            PaperNumber.ExactKeyOf(paper.Number) is { } key && IssuerOf(paper) is { Length: > 0 } issuer ? new(issuer, paper.NumberYear, key) : null;

        private static string? IssuerOf(Paper paper) =>
            paper.IssuedById?.ToString("N") ?? (paper.IssuedByText is { } words ? SearchText.Fold(words) : null);
    }

    private static PaperContent Content(ImportRow row) => new()
    {
        Kind = row.Must(Kind),
        Number = row.Read(Number),
        Title = row.Must(Title),
        IssuedById = row.Read(IssuedBy),
        IssuedByText = row.Read(IssuedByText),
        SignedOn = row.Time(SignedOn),
        EffectiveFrom = row.Read(EffectiveFrom),
        Source = row.Read(Source),
        IsPublic = row.Read(Public),
    };

    /// <summary>An empty cell says nothing: a paper that was voided elsewhere stays voided.</summary>
    private static void VoidIfSaid(Paper paper, ImportRow row, ImportScope scope)
    {
        if (row.Read(VoidReason) is { } reason && paper.Status != PaperStatus.Voided)
        {
            if (paper.BookId is not null)
            {
                throw new RefusedException("Văn bản lập trong sổ của cơ quan thì huỷ số ở trang của văn bản, vì có thể có quyết định đang dựa vào nó.");
            }

            paper.Void(reason, scope.By, scope.Now);
        }
    }
}
