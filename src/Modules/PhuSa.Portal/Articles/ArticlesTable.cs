using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Portal.Articles.Tables;

namespace PhuSa.Portal.Articles;

/// <summary><c>articles.csv</c>: news. The cell <c>body</c> holds the whole text in the small notation of <see cref="ArticleBody"/>.</summary>
internal sealed class ArticlesTable : ImportTable<Article>
{
    private static readonly Dictionary<string, ArticleStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["draft"] = ArticleStatus.Draft,
        ["published"] = ArticleStatus.Published,
        ["withdrawn"] = ArticleStatus.Withdrawn,
    };

    private static readonly Column<string> Slug = ImportColumns.Code("slug", "Phần cuối của địa chỉ bài viết", "hoi-nghi-so-ket");
    private static readonly Column<IReadOnlyList<Guid>> Categories = ReferencesColumn.References("categories", "Các chuyên mục có bài này; chuyên mục đầu là nơi gốc của bài", "khcn.hoat-dong lien-minh.hoat-dong", "categories", required: true);
    private static readonly Column<ArticleStatus?> Status = ImportColumns.Choice("status", "Bản nháp, đã đăng hay đã gỡ", "published", Statuses, required: true);
    private static readonly Column<DateOnly?> PublishedOn = ImportColumns.Date("published_on", "Ngày đăng; để trống nếu chưa biết", "2020-07-13");
    private static readonly Column<DateOnly?> EventDay = ImportColumns.Date("event_day", "Ngày diễn ra việc được kể; để trống nếu chưa biết", "2020-07-09");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên bài, đúng từng chữ", "Hội nghị sơ kết", Article.TitleMaxLength, required: true);
    private static readonly Column<string> Summary = ImportColumns.Text("summary", "Đoạn mở đầu, cũng hiện trong danh sách tin", "Nhìn lại sáu tháng đầu năm.", Article.SummaryMaxLength);
    private static readonly Column<string> Body = ImportColumns.Text(
        "body",
        "Nội dung: dòng trống ngăn các đoạn; “## ” mở đầu đề mục; “- ” mở đầu một gạch đầu dòng; [chữ](/dia-chi) là liên kết; {bao-cao/ma.so-lieu} là một số liệu của báo cáo",
        "Có {so-ket/events.sessions} đã mở.",
        Article.BodyMaxLength,
        required: true);

    private static readonly Column<string> Author = ImportColumns.Text("author", "Tác giả; để trống nếu nguồn không ghi", "Nguyễn Văn A", Article.NameMaxLength);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn tin", "Văn phòng Sở", Article.NameMaxLength);
    private static readonly Column<string> Initials = ImportColumns.Text("initials", "Chữ viết tắt ở cuối bài", "NV", Article.InitialsMaxLength);

    private readonly RetiredCategories _retired = new();

    public override string Name => "articles";

    public override string Meaning => "Bài viết của các trang";

    public override IReadOnlyList<Column> Columns { get; } = [Slug, Categories, Status, PublishedOn, EventDay, Title, Summary, Body, Author, Source, Initials];

    public override IReadOnlyList<Column> Key { get; } = [Slug];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await _retired.LoadAsync(scope.Db, cancellationToken);
    }

    protected override IQueryable<Article> Records(AppDbContext db) => db.Set<Article>().Include(a => a.Steps).Include(a => a.Places).AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Article>().Select(a => new NaturalKey(a.Slug, a.Id));

    protected override string KeyOf(Article record) => record.Slug;

    protected override Guid IdOf(Article record) => record.Id;

    protected override Article Create(ImportRow row, ImportScope scope)
    {
        // All rows come at one moment; lists have the later begun first, so the line says which that is, in every house that takes the same table.
        var id = Guid.CreateVersion7(new DateTimeOffset(row.Now).AddMilliseconds(row.Line));
        var article = new Article(id, row.Must(Slug), ArticleKind.News, row.Must(Status), row.By, row.Now);
        Write(article, row, scope);
        return article;
    }

    protected override void Update(Article record, ImportRow row, ImportScope scope)
    {
        Write(record, row, scope);
        record.ArriveAt(row.Must(Status), row.By, row.Now);
    }

    /// <summary>An import is a version like any other; what officers have added beside the columns (pictures, tags) stays.</summary>
    private void Write(Article article, ImportRow row, ImportScope scope)
    {
        var body = row.Must(Body);
        if ((row.Read(Status) == ArticleStatus.Published ? WrittenBody.PublicProblem(body) : WrittenBody.Problem(body)) is { } problem)
        {
            row.Refuse(Body, problem);
        }

        var live = article.Live();
        var publishedOn = row.Read(PublishedOn);
        var content = live with
        {
            Text = new ArticleText(row.Must(Title), row.Read(Summary), WrittenBody.Kept(body), row.Read(Author), row.Read(Source), row.Read(Initials)),
            EventDay = row.Read(EventDay),
            Categories = row.Read(Categories) ?? [],
        };
        _retired.Refuse(row, Categories, content.Categories, live.Categories);
        if (!row.HasErrors && (article.LatestVersion == 0 || article.PublishedOn != publishedOn || !content.IsSameAs(live)))
        {
            scope.Db.Add(article.Import(content, publishedOn, row.By, row.Now, content.Text.Source));
        }
    }
}
