using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Visits;

/// <summary>The editor's list as Excel or CSV, with the filters of the page.</summary>
internal static class ArticleViewSheets
{
    private const string Name = "luot-xem";

    public static void MapArticleViewSheets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{StatisticsRights.Office}.xlsx", ExcelAsync).RequireAuthorization(StatisticsRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{StatisticsRights.Office}.csv", CsvAsync).RequireAuthorization(StatisticsRights.Read.Policy).ExcludeFromDescription();
    }

    private static async Task<FileContentHttpResult> ExcelAsync(HttpContext context, ArticleViews views, KeptSites sites, ISignedIn signedIn, TimeProvider clock, Texts text)
    {
        var (header, rows) = await TableAsync(context, views, sites, signedIn, clock, text);
        using var file = new MemoryStream();
        SheetWriter.Write(file, text["Lượt xem"], header, rows);
        return TypedResults.File(file.ToArray(), SheetWriter.ContentType, $"{Name}.xlsx");
    }

    private static async Task<FileContentHttpResult> CsvAsync(HttpContext context, ArticleViews views, KeptSites sites, ISignedIn signedIn, TimeProvider clock, Texts text)
    {
        var (header, rows) = await TableAsync(context, views, sites, signedIn, clock, text);
        return VisitSheets.Csv($"{Name}.csv", header, rows);
    }

    private static async Task<(IReadOnlyList<string> Header, IEnumerable<IReadOnlyList<SheetCell>> Rows)> TableAsync(
        HttpContext context, ArticleViews views, KeptSites sites, ISignedIn signedIn, TimeProvider clock, Texts text)
    {
        context.Response.Headers.CacheControl = "no-store";
        var filter = ArticleViewFilter.Of(context.Request.Query, VietnamTime.Today(clock));
        var own = OwnSites.Of(await sites.DirectoryAsync(context.RequestAborted), signedIn.Person!);
        var rows = await views.RowsAsync(filter, own, context.RequestAborted);
        var names = own.ToDictionary(site => site.Code, site => site.Name, StringComparer.Ordinal);
        if (filter.By == ViewsBy.Article)
        {
            return (
                [text["Bài viết"], text["Tác giả"], text["Chuyên mục"], text["Cổng"], text["Ngày đăng"], text["Từ ngày"], text["Đến ngày"], text["Lượt xem"], text["Tình trạng"]],
                ArticleViews.ByArticle(rows).Select(row => (IReadOnlyList<SheetCell>)[row.Title, row.Author, row.Category, names[row.Site], SheetCell.Of(row.PublishedOn), filter.From, filter.To, row.Views, row.IsWithdrawn ? text["Đã gỡ"] : null]));
        }

        return (
            [filter.By == ViewsBy.Author ? text["Tác giả"] : text["Chuyên mục"], text["Cổng"], text["Số bài"], text["Bài đăng trong kỳ"], text["Từ ngày"], text["Đến ngày"], text["Lượt xem"]],
            ArticleViews.Sums(rows, filter).Select(sum => (IReadOnlyList<SheetCell>)
                [sum.Name ?? text["không rõ tác giả"], sum.Site is null ? text["Tất cả"] : names[sum.Site], sum.Articles, sum.Published, filter.From, filter.To, sum.Views]));
    }
}
