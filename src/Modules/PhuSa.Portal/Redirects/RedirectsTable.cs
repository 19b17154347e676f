using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Redirects;

/// <summary><c>redirects.csv</c>: addresses of an old site and where they lead now.</summary>
internal sealed class RedirectsTable : ImportTable<MovedAddress>
{
    private static readonly Column<Guid?> SiteCode = ImportColumns.Reference("site", "Trang mà địa chỉ cũ từng thuộc về", "khcn", "sites", required: true);
    private static readonly Column<string> From = ImportColumns.Text("from", "Địa chỉ cũ, kể từ dấu / sau tên miền, kèm phần sau dấu ? nếu có", "/tin-tuc/bai-cu.html?id=12", OldAddress.MaxLength, required: true);
    private static readonly Column<string> To = ImportColumns.Text("to", "Địa chỉ mới trong cùng trang, bắt đầu bằng /", "/bai-viet/hoi-nghi-so-ket", OldAddress.MaxLength, required: true);

    private readonly Dictionary<string, Guid> _articles = new(StringComparer.Ordinal);

    /// <summary>Addresses of this file: two ways of writing one of them would each lead elsewhere, and the last would win unseen.</summary>
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public override string Name => "redirects";

    public override string Meaning => "Địa chỉ cũ chuyển hướng vĩnh viễn sang địa chỉ mới";

    public override IReadOnlyList<Column> Columns { get; } = [SiteCode, From, To];

    public override IReadOnlyList<Column> Key { get; } = [SiteCode, From];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        foreach (var article in await scope.Db.Set<Article>().Select(a => new { a.Slug, a.Id }).ToListAsync(cancellationToken))
        {
            _articles[article.Slug] = article.Id;
        }
    }

    protected override IQueryable<MovedAddress> Records(AppDbContext db) => db.Set<MovedAddress>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<MovedAddress>().Select(m => new NaturalKey(m.Site + "|" + m.Key, m.Id));

    protected override string KeyOf(MovedAddress record) => $"{record.Site}|{record.Key}";

    protected override Guid IdOf(MovedAddress record) => record.Id;

    protected override string KeyFrom(ImportRow row) => $"{row.Cell(SiteCode)}|{OldAddress.Read(row.Cell(From))?.Key ?? row.Cell(From)}";

    protected override MovedAddress Create(ImportRow row, ImportScope scope)
    {
        row.Must(SiteCode);
        var address = OldAddress.Read(row.Must(From));
        if (address is null)
        {
            row.Refuse(From, "không phải là địa chỉ cũ viết đúng; cần bắt đầu bằng / và không phải trang chủ");
            address = OldAddress.Read("/dia-chi-cu")!;
        }

        var moved = new MovedAddress(scope.NewId(), row.Cell(SiteCode), address, MovedFrom.Table, row.Now);
        Update(moved, row, scope);
        return moved;
    }

    protected override void Pass(MovedAddress record, ImportRow row, ImportScope scope) => RefuseSecond(row);

    protected override void Update(MovedAddress record, ImportRow row, ImportScope scope)
    {
        var to = row.Must(To);
        if (!LocalAddress.Is(to))
        {
            row.Refuse(To, "không được nhận; cần địa chỉ trong cùng trang, bắt đầu bằng /");
        }
        else if (OldAddress.KeysOf(to).Contains(record.Key))
        {
            row.Refuse(To, "trùng với chính địa chỉ cũ; cần một địa chỉ khác");
        }
        else if (RefuseSecond(row))
        {
            // What the line above says stands.
        }
        else if (ArticleAddress.IsOne(to) && _articles.TryGetValue(ArticleAddress.SlugIn(to), out var article))
        {
            record.ToArticle(article);
        }
        else
        {
            record.ToPlace(to);
        }
    }

    private bool RefuseSecond(ImportRow row)
    {
        var second = !_told.Add(KeyFrom(row));
        if (second)
        {
            row.Refuse(From, "là cùng một địa chỉ với một dòng trên, viết cách khác");
        }

        return second;
    }
}
