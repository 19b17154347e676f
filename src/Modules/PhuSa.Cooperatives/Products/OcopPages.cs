using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Products;

/// <summary>The OCOP products that were ever certified are at home on the Alliance's site.</summary>
internal sealed class OcopPages(AppDbContext db, OcopBook book) : ISitePages
{
    public string Theme => SiteThemes.Alliance;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        // A round that still runs is nobody's business yet, so it moves no day either.
        var parts = await book.Certified.Select(evaluation => new { evaluation.Id, evaluation.ProductId }).ToDictionaryAsync(evaluation => evaluation.Id, evaluation => evaluation.ProductId, cancellationToken);
        var changed = await db.ChangedAsync([typeof(OcopProduct), typeof(OcopEvaluation)], parts, cancellationToken);
        var products = await book.PublicAsync(cancellationToken);
        return [new SitePage(OcopLine.List, Changed: null), .. products.Select(product => new SitePage(OcopLine.AddressOf(product.Code), changed.GetValueOrDefault(product.Id)))];
    }

    /// <summary>Of the products that readers see alone: what is being prepared excuses nothing.</summary>
    public async Task<IReadOnlyList<string>> HostsAsync(CancellationToken cancellationToken)
    {
        var certified = book.Certified;
        var traced = await db.Set<OcopProduct>().Where(product => product.Traceability != null && certified.Any(evaluation => evaluation.ProductId == product.Id)).Select(product => product.Traceability).Distinct().ToListAsync(cancellationToken);
        return [.. traced.Select(OcopProduct.TraceOf).OfType<Uri>().Select(page => page.Host)];
    }
}
