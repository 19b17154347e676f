using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PhuSa.Files.Keeping;
using PhuSa.Files.Serving;
using PhuSa.Files.Store;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Pages.Files;

/// <summary>Hands a file out, or one size of a picture. Nothing at this address ever runs in the product's name.</summary>
internal sealed class ReadModel(AppDbContext db, IFiles files, FileReading reading, IContentStore store) : PageModel
{
    private const string Nothing = "default-src 'none'; sandbox";

    [BindProperty(SupportsGet = true, Name = LinkSeal.Query)]
    public string? Link { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? size, CancellationToken cancellationToken)
    {
        var file = await files.FindAsync(id, cancellationToken);
        var right = file is null ? ReadingRight.None : await reading.OfAsync(file, Link, cancellationToken);
        if (file is null || right == ReadingRight.None)
        {
            // The same answer for what is not there and for what is not theirs.
            Response.Headers.CacheControl = "no-store";
            return Link is null ? NotFound() : new PageResult { StatusCode = StatusCodes.Status404NotFound };
        }

        return size is null
            ? await HandOutAsync(file, right, file.Sha256, file.Kind, file.Bytes, cancellationToken)
            : await SizeAsync(file, right, size, cancellationToken);
    }

    private async Task<IActionResult> SizeAsync(StoredFile file, ReadingRight right, string size, CancellationToken cancellationToken)
    {
        var variants = await db.Set<KeptVariant>().AsNoTracking().Where(v => v.Sha256 == file.Sha256).ToListAsync(cancellationToken);
        return variants.Find(v => v.Name == size) is { } variant
            ? await HandOutAsync(file, right, StoreKeys.OfVariant(file.Sha256, variant.Name), variant.Kind, variant.Bytes, cancellationToken)
            : NotFound();
    }

    private async Task<IActionResult> HandOutAsync(StoredFile file, ReadingRight right, string key, FileKind kind, long bytes, CancellationToken cancellationToken)
    {
        var facts = FileKindFacts.Of(kind);
        var disposition = new ContentDispositionHeaderValue(facts.IsImage || kind == FileKind.Pdf ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = Nothing;
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        Response.Headers.CacheControl = right == ReadingRight.Public ? "public, max-age=3600" : "private, no-cache";
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{key}\""));
        if (!IsKnown(tag))
        {
            await reading.NoteAsync(file, right, HttpContext.Connection.RemoteIpAddress?.ToString(), cancellationToken);
        }

        return new FileStreamResult(await store.OpenAsync(key, bytes, cancellationToken), facts.MediaType) { EntityTag = tag, EnableRangeProcessing = true };
    }

    private bool IsKnown(EntityTagHeaderValue tag) => Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
}
