using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Products;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Products;

/// <summary>A picture as the page shows it.</summary>
internal sealed record ShownPhoto(FilePicture Picture, string Alt);

/// <summary>A product that was ever certified: the address on its label goes on answering when the certificate has ended.</summary>
internal sealed class ShowModel(OcopBook book, AppDbContext db, ICooperatives cooperatives, IPapers papers, IFiles files, ISites sites) : PageModel
{
    public OcopLine Line { get; private set; } = null!;

    public OcopProduct Product { get; private set; } = null!;

    public string? OwnerUrl { get; private set; }

    /// <summary>Null where the decision is not on record, or not public.</summary>
    public PaperFact? Paper { get; private set; }

    public IReadOnlyList<ShownPhoto> Photos { get; private set; } = [];

    /// <summary>Where the traceability leads, where it is an address.</summary>
    public string? TraceAt { get; private set; }

    public string Canonical { get; private set; } = "";

    public IHtmlContent? Data { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(slug, cancellationToken) is not { IsPublic: true } line)
        {
            return NotFound();
        }

        Line = line;
        Product = await db.Set<OcopProduct>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.Id == line.Id, cancellationToken);
        OwnerUrl = (await cooperatives.OfAsync([line.Owner.Id], cancellationToken)).GetValueOrDefault(line.Owner.Id)?.Url;
        Paper = line.Standing.Certificate?.DecisionId is { } paper ? (await papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        TraceAt = OcopProduct.TraceOf(Product.Traceability) is null ? null : Product.Traceability;
        Photos = await PhotosAsync(cancellationToken);
        var root = (await sites.OfThemeAsync(SiteThemes.Alliance, HttpContext, cancellationToken)).Address;
        Canonical = root + line.Url;
        Data = StructuredProduct.Of(line, OwnerUrl, Photos.Select(photo => photo.Picture.Url), Canonical, root);
        return Page();
    }

    private async Task<IReadOnlyList<ShownPhoto>> PhotosAsync(CancellationToken cancellationToken)
    {
        var pictures = await files.PicturesAsync(OcopFiles.Of(Product.Id), [.. Product.Photos.Select(photo => photo.Id)], cancellationToken);
        return [.. Product.Photos.Where(photo => pictures.ContainsKey(photo.Id)).OrderBy(photo => photo.Order).Select(photo => new ShownPhoto(pictures[photo.Id], photo.Alt))];
    }
}
