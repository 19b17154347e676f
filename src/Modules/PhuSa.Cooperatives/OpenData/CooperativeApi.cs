using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PhuSa.Cooperatives.Directory;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Maps;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>The register for programs: page by page, one by one, and whole as a file.</summary>
internal static class CooperativeApi
{
    public const string Address = "/api/v1/cooperatives";
    public const string Page = "/du-lieu-mo";
    public const string File = Page + "/hop-tac-xa";

    /// <summary>The points that cooperatives agreed to show.</summary>
    public const string Points = File + ".geojson";
    private const int DefaultPageSize = 20;
    private const int MostPageSize = 200;
    private const int MostPages = 1_000_000;

    /// <summary>What changed is read within this time.</summary>
    private const string Kept = "public, max-age=300";

    public static void MapCooperativeApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, ListAsync)
            .WithName("ListCooperatives").WithTags("Cooperatives")
            .WithSummary("Cooperatives in Vietnamese order of their names: q is looked for in present and former names, published places, marks and products, with or without marks; page from 1, pageSize from 1 to 200. " + OpenFilters.Summary)
            .Produces<OpenPage>().ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet(Address + "/{code}", FindAsync)
            .WithName("GetCooperative").WithTags("Cooperatives").WithSummary("One cooperative, union, group or credit fund by its code.")
            .Produces<OpenCooperative>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapGet(File + ".csv", CsvAsync).ExcludeFromDescription();
        endpoints.MapGet(File + ".json", JsonAsync).ExcludeFromDescription();
        endpoints.MapGet(Points, PointsAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, OpenRegister register, ISites sites, TimeProvider clock, Texts text, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        if (!TryNumber(query["page"], 1, MostPages, out var page) || !TryNumber(query["pageSize"], DefaultPageSize, MostPageSize, out var pageSize))
        {
            return TypedResults.Problem(text["page là số nguyên từ 1; pageSize là số nguyên từ 1 đến {0}.", MostPageSize], statusCode: StatusCodes.Status400BadRequest);
        }

        // Who asks for what is not there and gets everything would take the wrong list away.
        var filter = DirectoryFilter.Of(query);
        if (filter.HasUnread || OpenKinds.Find(query[OpenKinds.Key]) is not { } kinds)
        {
            return Unread(text);
        }

        var site = (await sites.OfAsync(context, cancellationToken)).Address;
        var (total, items) = await register.PageAsync(filter, kinds, (page - 1) * pageSize, pageSize, site, cancellationToken);
        return TypedResults.Ok(new OpenPage(total, page, pageSize, clock.GetUtcNow().UtcDateTime, register.Licence, site + Page, items));
    }

    /// <summary>A code answers for ever: that of a file that was merged leads to the one that stayed.</summary>
    private static async Task<IResult> FindAsync(string code, HttpContext context, OpenRegister register, IOrganisations organisations, ISites sites, Texts text, CancellationToken cancellationToken) =>
        await register.FindAsync(code, (await sites.OfAsync(context, cancellationToken)).Address, cancellationToken) is { } found ? TypedResults.Ok(found)
        : await organisations.KeptAsync(code, cancellationToken) is { } kept ? TypedResults.Redirect($"{Address}/{kept.Code}", permanent: true)
        : TypedResults.Problem(text["Danh bạ không có mã “{0}”.", code], statusCode: StatusCodes.Status404NotFound);

    private static Task<IResult> CsvAsync(HttpContext context, OpenFiles files, Texts text, CancellationToken cancellationToken) => OfKindsAsync(context, files, text, OpenFormat.Csv, "text/csv; charset=utf-8", "hop-tac-xa.csv", cancellationToken);

    private static Task<IResult> JsonAsync(HttpContext context, OpenFiles files, Texts text, CancellationToken cancellationToken) => OfKindsAsync(context, files, text, OpenFormat.Json, "application/json; charset=utf-8", "hop-tac-xa.json", cancellationToken);

    /// <summary>All points are one kept file; those of a filter of the directory are read for whoever asks.</summary>
    private static async Task<IResult> PointsAsync(HttpContext context, OpenFiles files, CooperativeDirectory directory, ISites sites, CancellationToken cancellationToken)
    {
        var filter = DirectoryFilter.Of(context.Request.Query);
        if (!filter.IsAny)
        {
            return await WholeAsync(context, files, OpenFormat.GeoJson, OpenKinds.Usual, PointMap.ContentType, "hop-tac-xa.geojson", cancellationToken);
        }

        context.Response.Headers.CacheControl = Kept;
        return TypedResults.Bytes(PointMap.Written((await directory.PointsAsync(filter, cancellationToken)).Select(point => point.OnMap), (await sites.OfAsync(context, cancellationToken)).Address), PointMap.ContentType);
    }

    private static async Task<IResult> OfKindsAsync(HttpContext context, OpenFiles files, Texts text, OpenFormat format, string type, string name, CancellationToken cancellationToken) =>
        OpenKinds.Find(context.Request.Query[OpenKinds.Key]) is { } kinds ? await WholeAsync(context, files, format, kinds, type, name, cancellationToken) : Unread(text);

    private static ProblemHttpResult Unread(Texts text) =>
        TypedResults.Problem(text["Có bộ lọc không đọc được. Từ điển dữ liệu ở {0} nói từng bộ lọc nhận gì.", Page], statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Kept packed: a reader whose program takes it so gets the kept bytes.</summary>
    private static async Task<IResult> WholeAsync(HttpContext context, OpenFiles files, OpenFormat format, OpenKinds kinds, string type, string name, CancellationToken cancellationToken)
    {
        var file = await files.OfAsync(format, kinds, context, cancellationToken);
        context.Response.Headers.CacheControl = Kept;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.File(file.Packed, type, name, lastModified: file.MadeAt, entityTag: new EntityTagHeaderValue($"\"{file.Tag}-gz\""));
        }

        return TypedResults.File(new GZipStream(new MemoryStream(file.Packed), CompressionMode.Decompress), type, name, file.MadeAt, new EntityTagHeaderValue($"\"{file.Tag}\""));
    }

    private static bool TryNumber(string? typed, int otherwise, int most, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(typed)
            || (int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
