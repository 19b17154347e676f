using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Articles.Tables;

/// <summary>A table of articles of one kind with its facts. A row is a version like any other; what officers have added beside the columns stays.</summary>
internal abstract class FactsTable(ArticleKind kind) : ImportTable<Article>
{
    private static readonly Dictionary<string, ArticleStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["draft"] = ArticleStatus.Draft,
        ["published"] = ArticleStatus.Published,
        ["withdrawn"] = ArticleStatus.Withdrawn,
    };

    private static readonly Column<string> Slug = ImportColumns.Code("slug", "Phần cuối của địa chỉ", "quyet-dinh-71-2019-qd-ubnd");
    private static readonly Column<IReadOnlyList<Guid>> Categories = ReferencesColumn.References("categories", "Các chuyên mục có bài này; chuyên mục đầu là nơi gốc của bài", "khcn.hoat-dong", "categories", required: true);
    private static readonly Column<ArticleStatus?> Status = ImportColumns.Choice("status", "Bản nháp, đã đăng hay đã gỡ", "published", Statuses, required: true);
    private static readonly Column<DateOnly?> PublishedOn = ImportColumns.Date("published_on", "Ngày đăng lên trang; để trống nếu chưa biết", "2026-07-01");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên hoặc trích yếu, đúng từng chữ", "Quy định hỗ trợ đổi mới công nghệ", Article.TitleMaxLength, required: true);
    private static readonly Column<string> Summary = ImportColumns.Text("summary", "Đoạn mở đầu", "Ai được hỗ trợ, hồ sơ và nơi nộp.", Article.SummaryMaxLength);
    private static readonly Column<string> Body = ImportColumns.Text("body", "Nội dung thêm, viết như trong bảng articles", "Quy định gồm hai chương.", Article.BodyMaxLength);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Thông tin này lấy từ đâu", "Bản giấy lưu tại văn thư", Article.NameMaxLength);

    private readonly RetiredCategories _retired = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public override IReadOnlyList<Column> Columns => [Slug, Categories, Status, PublishedOn, Title, .. FactColumns, Summary, Body, Source];

    public override IReadOnlyList<Column> Key { get; } = [Slug];

    protected abstract IReadOnlyList<Column> FactColumns { get; }

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        _taken.UnionWith(await scope.Db.Set<Article>().Where(a => a.Kind != kind).Select(a => a.Slug).ToListAsync(cancellationToken));
        await _retired.LoadAsync(scope.Db, cancellationToken);
    }

    /// <param name="now">What readers see; what no column says stays.</param>
    protected abstract ArticleFacts Facts(ImportRow row, ArticleFacts? now);

    /// <summary>What can only be checked once it is known whose facts they are.</summary>
    protected virtual void Check(Guid id, ArticleFacts facts, ImportRow row)
    {
    }

    protected override IQueryable<Article> Records(AppDbContext db) => db.Set<Article>().Where(a => a.Kind == kind).Include(a => a.Steps).Include(a => a.Places).AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Article>().Where(a => a.Kind == kind).Select(a => new NaturalKey(a.Slug, a.Id));

    protected override string KeyOf(Article record) => record.Slug;

    protected override Guid IdOf(Article record) => record.Id;

    protected override Article Create(ImportRow row, ImportScope scope)
    {
        if (_taken.Contains(row.Must(Slug)))
        {
            row.Refuse(Slug, "đã là địa chỉ của một bài loại khác");
        }

        var article = new Article(scope.NewId(), row.Must(Slug), kind, row.Must(Status), row.By, row.Now);
        Write(article, row, scope);
        return article;
    }

    protected override void Update(Article record, ImportRow row, ImportScope scope)
    {
        Write(record, row, scope);
        record.ArriveAt(row.Must(Status), row.By, row.Now);
    }

    protected static string? Https(ImportRow row, Column<string> column)
    {
        var address = row.Read(column);
        if (address is not null && (!LocalAddress.OrHttps(address) || LocalAddress.Is(address) || address.Any(char.IsWhiteSpace)))
        {
            row.Refuse(column, "địa chỉ phải bắt đầu bằng https://, không có dấu cách");
        }

        return address;
    }

    private void Write(Article article, ImportRow row, ImportScope scope)
    {
        var body = row.Read(Body) ?? "";
        if ((row.Read(Status) == ArticleStatus.Published ? WrittenBody.PublicProblem(body) : WrittenBody.Problem(body)) is { } problem)
        {
            row.Refuse(Body, problem);
        }

        var live = article.Live();
        var publishedOn = row.Read(PublishedOn);
        var facts = Facts(row, live.Facts);
        Check(article.Id, facts, row);
        var content = live with
        {
            Text = new ArticleText(row.Must(Title), row.Read(Summary), WrittenBody.Kept(body), live.Text.Author, row.Read(Source), live.Text.Initials),
            Categories = row.Read(Categories) ?? [],
            Facts = facts,
        };
        _retired.Refuse(row, Categories, content.Categories, live.Categories);
        if (!row.HasErrors && (article.LatestVersion == 0 || article.PublishedOn != publishedOn || !content.IsSameAs(live)))
        {
            scope.Db.Add(article.Import(content, publishedOn, row.By, row.Now, content.Text.Source));
        }
    }
}
