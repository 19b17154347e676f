using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Certificates;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Certificates;

/// <summary>Certificates to print: one right's, or those of all rights that the list's filter shows, in one ZIP. Who took them is in the journal.</summary>
internal static class CertificateDownloads
{
    private const string Zip = "application/zip";

    public static void MapCertificates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{MarkRights.Grants}/{{id:guid}}/giay-chung-nhan.pdf", OneAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{MarkRights.Grants}/giay-chung-nhan.zip", AllAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext context, GrantCertificates certificates, AppDbContext db, JournalNotes notes, CancellationToken cancellationToken)
    {
        if (await certificates.OfAsync([id], context, cancellationToken) is not [var file])
        {
            return TypedResults.NotFound();
        }

        await NoteAsync(context, db, notes, id, file.Name, 1, cancellationToken);
        return TypedResults.File(file.Bytes, CertificatePdf.ContentType, file.Name);
    }

    private static async Task<IResult> AllAsync(HttpContext context, GrantList list, GrantCertificates certificates, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var chosen = GrantFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken), list.Today).Select(line => line.Id).ToList();
        if (chosen.Count is 0 or > GrantCertificates.Most)
        {
            return TypedResults.Text(
                text["Bộ lọc đang có {0} quyền. Mỗi lần tải từ 1 đến {1} giấy chứng nhận: hãy lọc theo đợt hoặc nhãn hiệu.", chosen.Count, GrantCertificates.Most], "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var files = await certificates.OfAsync(chosen, context, cancellationToken);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await using var entry = await zip.CreateEntry(file.Name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await entry.WriteAsync(file.Bytes, cancellationToken);
            }
        }

        await NoteAsync(context, db, notes, Guid.Empty, "Giấy chứng nhận quyền sử dụng nhãn hiệu", files.Count, cancellationToken);
        return TypedResults.File(packed.ToArray(), Zip, "giay-chung-nhan.zip");
    }

    private static async Task NoteAsync(HttpContext context, AppDbContext db, JournalNotes notes, Guid id, string title, int count, CancellationToken cancellationToken)
    {
        notes.Add(MarkGrantConfiguration.Table, id, title, "Export", changes: JsonSerializer.Serialize(new { certificates = count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
    }
}
