using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.OpenData;

/// <summary>A right in open data.</summary>
/// <param name="From">The first day of the present term; null where no exact day is known.</param>
/// <param name="To">The last day; null where it is not known.</param>
/// <param name="VerifyUrl">Root-relative.</param>
internal sealed record OpenGrant(string Mark, string Holder, string Product, string State, DateOnly? From, DateOnly? To, string VerifyUrl);

/// <summary>One page of the list.</summary>
/// <param name="AsOf">When it was read (UTC): states follow from the day.</param>
internal sealed record OpenGrantPage(int Total, int Page, int PageSize, DateTime AsOf, IReadOnlyList<OpenGrant> Items);

/// <summary>The rights to certification marks for programs: what the pages of the marks and the check show.</summary>
internal static class GrantApi
{
    public const string Address = "/api/v1/marks/grants";
    private const int DefaultPageSize = 20;
    private const int MostPageSize = 200;
    private const int MostPages = 1_000_000;

    public static void MapGrantApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Address, ListAsync)
            .WithName("ListMarkGrants").WithTags("Marks")
            .WithSummary("Rights to use certification marks, in Vietnamese order of their holders, then of products. page from 1, pageSize from 1 to 200. state: valid, expiring, unknownTerm (given, term not known: never valid), notYet (its first day is to come), suspended, expired, revoked, givenUp. verifyUrl is the root-relative address of the check page.")
            .Produces<OpenGrantPage>().ProducesProblem(StatusCodes.Status400BadRequest);

    public static string NameOf(GrantState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static async Task<IResult> ListAsync(HttpContext context, AppDbContext db, IOrganisations organisations, TimeProvider clock, Texts text, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        if (!TryNumber(query["page"], 1, MostPages, out var page) || !TryNumber(query["pageSize"], DefaultPageSize, MostPageSize, out var pageSize))
        {
            return TypedResults.Problem(text["page là số nguyên từ 1; pageSize là số nguyên từ 1 đến {0}.", MostPageSize], statusCode: StatusCodes.Status400BadRequest);
        }

        var today = VietnamTime.Today(clock);
        var all =
            from grant in db.Set<MarkGrant>().AsNoTracking()
            join mark in db.Set<CertificationMark>() on grant.MarkId equals mark.Id
            join holder in organisations.Rows on grant.HolderId equals holder.Id
            select new { grant.Id, grant.ProductKey, Mark = mark.Name, Holder = holder.Name, holder.NameOrder };
        var total = await all.CountAsync(cancellationToken);
        var rows = await all.OrderBy(g => g.NameOrder).ThenBy(g => g.ProductKey).ThenBy(g => g.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellationToken);
        var ids = rows.Select(g => g.Id).ToArray();
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        return TypedResults.Ok(new OpenGrantPage(total, page, pageSize, clock.GetUtcNow().UtcDateTime,
        [
            .. rows.Select(row => (Row: row, Grant: grants[row.Id])).Select(g => new OpenGrant(
                g.Row.Mark,
                g.Row.Holder,
                g.Grant.Product,
                NameOf(GrantStanding.On(today, g.Grant.Status, g.Grant.ExpiresOn, g.Grant.GivenOn.From).State),
                g.Grant.UnbrokenFrom,
                g.Grant.ExpiresOn,
                CheckAddress.Of(g.Grant.CheckCode))),
        ]));
    }

    private static bool TryNumber(string? typed, int otherwise, int most, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(typed)
            || (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
