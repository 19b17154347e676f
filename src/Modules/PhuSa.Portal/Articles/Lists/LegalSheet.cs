using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal.Articles.Lists;

/// <summary>The library as a table to take away, filtered as its page is.</summary>
internal static class LegalSheet
{
    public const string Address = ArticleAddress.Legal + "/danh-sach.csv";

    public static void MapLegalSheet(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, CsvAsync).ExcludeFromDescription();

    private static async Task<IResult> CsvAsync(HttpContext context, KeptSites sites, LegalLibrary library, Texts text)
    {
        var directory = await sites.DirectoryAsync(context.RequestAborted);
        if (sites.SiteOf(directory, context) is not { } site)
        {
            return TypedResults.NotFound();
        }

        var rows = await library.AllAsync(Libraries.CategoriesOf(directory, site.Code), LegalFilter.Of(context.Request.Query), context.RequestAborted);
        var root = KeptSites.AddressOf(directory, site, context.Request);
        return VisitSheets.Csv(
            "van-ban.csv",
            [text["Số, ký hiệu"], text["Loại văn bản"], text["Trích yếu"], text["Cơ quan ban hành"], text["Lĩnh vực"], text["Ngày ban hành"], text["Ngày có hiệu lực"], text["Ngày hết hiệu lực"], text["Hiệu lực"], text["Địa chỉ"]],
            rows.Select(row => (IReadOnlyList<SheetCell>)
            [
                row.Number, row.Type is { } type ? text[LegalTypeWords.Of(type)] : null, row.Title, row.IssuedBy, row.Field, SheetCell.Of(row.IssuedOn), SheetCell.Of(row.EffectiveOn), SheetCell.Of(row.Validity.EndsOn), text[row.Validity.Name], root + row.Url,
            ]));
    }
}
