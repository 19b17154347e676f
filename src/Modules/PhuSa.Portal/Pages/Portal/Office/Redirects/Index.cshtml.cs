using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Redirects;

/// <summary>An old address and what it leads to.</summary>
/// <param name="Place">Null where it leads to nothing that readers see.</param>
internal sealed record MovedRow(MovedAddress Moved, string? Place, string? Title, bool IsGone);

/// <summary>The old addresses of the sites that one may edit.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(SiteDesk desk) : PageModel
{
    public const string Home = "/quan-tri/chuyen-huong";
    public const string WordsKey = "tim";
    public const string SiteKey = "cong";
    public const int Size = 50;
    private const int WordsMaxLength = 200;

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public string? Words { get; private set; }

    public string? Site { get; private set; }

    public int Number { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<MovedRow> Items { get; private set; } = [];

    public string? NameOf(string code) => Sites.FirstOrDefault(site => site.Code == code)?.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sites = await desk.MineAsync(cancellationToken);
        Words = Request.Query[WordsKey].ToString().Trim() is { Length: > 0 and <= WordsMaxLength } words ? words : null;
        Site = Sites.Any(site => site.Code == Request.Query[SiteKey]) ? Request.Query[SiteKey].ToString() : null;
        var moved = Among(desk.Db.Set<MovedAddress>().AsNoTracking());
        Count = await moved.CountAsync(cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        var page = await moved.OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Folded).Skip((Number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        var ids = page.Select(m => m.ArticleId).OfType<Guid>().Distinct().ToList();
        var articles = await desk.Db.Set<Article>().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Kind, a.Slug, a.Title, a.Status }).ToDictionaryAsync(a => a.Id, cancellationToken);
        Items =
        [
            .. page.Select(m => m.ArticleId is { } id && articles.GetValueOrDefault(id) is { } article
                ? new MovedRow(m, article.Status == ArticleStatus.Published ? ArticleAddress.Of(article.Kind, article.Slug) : null, article.Title, article.Status == ArticleStatus.Withdrawn)
                : new MovedRow(m, m.Path, null, false)),
        ];
    }

    private IQueryable<MovedAddress> Among(IQueryable<MovedAddress> all)
    {
        var codes = Site is { } one ? [one] : Sites.Select(site => site.Code).ToList();
        all = all.Where(m => codes.Contains(m.Site));
        if (Words is null)
        {
            return all;
        }

        // Either part of the address in its folded form, or of the place.
        var folded = OldAddress.Read(Words.StartsWith('/') ? Words : "/" + Words)?.Folded.TrimStart('/') ?? Words;
        return all.Where(m => m.Folded.Contains(folded) || (m.Path != null && m.Path.Contains(Words)));
    }
}

/// <summary>Where an old address is known from, as people read it.</summary>
internal static class MovedWords
{
    public static string Of(MovedFrom from) => from switch
    {
        MovedFrom.Import => "Nhập từ cổng cũ",
        MovedFrom.Table => "Bảng redirects.csv",
        MovedFrom.Hand => "Thêm bằng tay",
        _ => throw new ArgumentOutOfRangeException(nameof(from)),
    };
}
