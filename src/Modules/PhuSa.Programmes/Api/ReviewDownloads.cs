using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Decree;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Printing;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Api;

/// <summary>The review as a Word paper, its figures as a table, and the records of one figure as a table.</summary>
internal static class ReviewDownloads
{
    public static void MapReviewDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/bao-cao/{slug}.docx", WordAsync).ExcludeFromDescription();
        endpoints.MapGet("/bao-cao/{slug}.csv", TableAsync).ExcludeFromDescription();
        endpoints.MapGet("/bao-cao/{slug}/so-lieu/{code}.csv", RecordsAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> WordAsync(string slug, ReviewReader reader, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read)
        {
            return TypedResults.NotFound();
        }

        var paper = ReviewPaper.Of(read, await RootAsync(context, cancellationToken));
        var file = new MemoryStream();
        DecreeReport.Write(paper, file);
        file.Position = 0;
        return TypedResults.Stream(file, DecreeReport.ContentType, $"{slug}.docx");
    }

    private static async Task<IResult> TableAsync(string slug, ReviewReader reader, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read)
        {
            return TypedResults.NotFound();
        }

        var root = await RootAsync(context, cancellationToken);
        return Sheet($"{slug}.csv", writer => ReviewSheet.Write(read, root, writer));
    }

    private static async Task<IResult> RecordsAsync(string slug, string code, ReviewReader reader, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read || read.Find(code) is not { } figure)
        {
            return TypedResults.NotFound();
        }

        var root = await RootAsync(context, cancellationToken);
        return Sheet($"{slug}-{code}.csv", writer => EvidenceSheet.Write(figure, root, writer));
    }

    private static FileStreamHttpResult Sheet(string name, Action<TextWriter> write)
    {
        // Excel takes UTF-8 for what it is only with the mark at the beginning.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        var file = new MemoryStream();
        using (var writer = new StreamWriter(file, encoding, leaveOpen: true))
        {
            write(writer);
        }

        file.Position = 0;
        return TypedResults.Stream(file, "text/csv; charset=utf-8", name);
    }

    /// <summary>A paper leaves the house, so its links are absolute: the site's own address, or the one that was asked where no site claims it.</summary>
    private static async Task<Uri> RootAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.RequestServices.GetService<ISites>() is { } sites)
        {
            return new Uri((await sites.OfAsync(context, cancellationToken)).Address);
        }

        return new Uri($"{context.Request.Scheme}://{context.Request.Host}");
    }
}
