using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Decree;
using PhuSa.Papers.Office;
using PhuSa.Papers.Printing;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Api;

/// <summary>A paper of the house as a Word file and as a PDF, both from one layout.</summary>
internal static class PaperDownloads
{
    public static void MapPaperDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PapersRights.Outgoing + "/{id:guid}/van-ban.docx", WordAsync).RequireAuthorization(PapersRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet(PapersRights.Outgoing + "/{id:guid}/mau/{template:guid}", TemplateAsync).RequireAuthorization(PapersRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet(PapersRights.Outgoing + "/{id:guid}/van-ban.pdf", PdfAsync).RequireAuthorization(PapersRights.Read.Policy).ExcludeFromDescription();
    }

    private static async Task<IResult> PdfAsync(Guid id, PaperPrinting printing, PdfMaker maker, HttpContext context, CancellationToken cancellationToken)
    {
        if (!maker.IsThere || await printing.OfAsync(id, cancellationToken) is not { } print)
        {
            return TypedResults.NotFound();
        }

        try
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Bytes(await maker.OfAsync(print.Word, cancellationToken), "application/pdf", $"{print.FileName}.pdf");
        }
        catch (RefusedException)
        {
            // The log says why; the Word file is still there.
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> TemplateAsync(Guid id, Guid template, PaperPrinting printing, HttpContext context, CancellationToken cancellationToken)
    {
        if (await printing.OnTemplateAsync(id, template, cancellationToken) is not { Word: var word, FileName: var name })
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(word, DecreeReport.ContentType, $"{name}.docx");
    }

    private static async Task<IResult> WordAsync(Guid id, PaperPrinting printing, HttpContext context, CancellationToken cancellationToken)
    {
        if (await printing.OfAsync(id, cancellationToken) is not { } print)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(print.Word, DecreeReport.ContentType, $"{print.FileName}.docx");
    }
}
