using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
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
    private const string NotUsed = "Quyền đang tạm dừng, đã hết hạn, đã thu hồi hay đã trả lại thì không có giấy chứng nhận để ký.";

    public static void MapCertificates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{MarkRights.Grants}/{{id:guid}}/giay-chung-nhan.pdf", OneAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
        endpoints.MapGet($"{MarkRights.Grants}/giay-chung-nhan.zip", AllAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext context, GrantCertificates certificates, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        if (await certificates.OfAsync([id], context, cancellationToken).FirstOrDefaultAsync(cancellationToken) is not { } file)
        {
            return await db.Set<MarkGrant>().AnyAsync(g => g.Id == id, cancellationToken) ? Told(text[NotUsed]) : TypedResults.NotFound();
        }

        await NoteAsync(context, db, notes, id, file.Name, 1, cancellationToken);
        return TypedResults.File(file.Bytes, CertificatePdf.ContentType, file.Name);
    }

    private static async Task<IResult> AllAsync(HttpContext context, GrantList list, GrantCertificates certificates, AppDbContext db, JournalNotes notes, Texts text, CancellationToken cancellationToken)
    {
        var chosen = GrantFilter.Of(context.Request.Query).Among(await list.AllAsync(cancellationToken), list.Today).Select(line => line.Id).ToList();
        if (chosen.Count is 0 or > GrantCertificates.Most)
        {
            return Told(text["Bộ lọc đang có {0} quyền. Mỗi lần tải từ 1 đến {1} giấy chứng nhận: hãy lọc theo đợt hoặc nhãn hiệu.", chosen.Count, GrantCertificates.Most]);
        }

        var packed = new FileStream(Path.Combine(Path.GetTempPath(), $"phusa-giay-{Guid.CreateVersion7():N}.zip"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            var count = await PackAsync(packed, certificates.OfAsync(chosen, context, cancellationToken), cancellationToken);
            if (count == 0)
            {
                await packed.DisposeAsync();
                return Told(text[NotUsed]);
            }

            await NoteAsync(context, db, notes, Guid.Empty, "Giấy chứng nhận quyền sử dụng nhãn hiệu", count, cancellationToken);
        }
        catch
        {
            await packed.DisposeAsync();
            throw;
        }

        packed.Position = 0;
        return TypedResults.File(packed, Zip, "giay-chung-nhan.zip");
    }

    /// <returns>How many there were.</returns>
    private static async Task<int> PackAsync(Stream packed, IAsyncEnumerable<CertificateFile> files, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var zip = await ZipArchive.CreateAsync(packed, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await foreach (var file in files.WithCancellation(cancellationToken))
        {
            await using var entry = await zip.CreateEntry(file.Name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await entry.WriteAsync(file.Bytes, cancellationToken);
            count++;
        }

        return count;
    }

    private static ContentHttpResult Told(string sentence) => TypedResults.Text(sentence, "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static async Task NoteAsync(HttpContext context, AppDbContext db, JournalNotes notes, Guid id, string title, int count, CancellationToken cancellationToken)
    {
        notes.Add(MarkGrantConfiguration.Table, id, title, "Export", changes: JsonSerializer.Serialize(new { certificates = count }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
    }
}
