using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>Two versions side by side, as a page shows them.</summary>
/// <param name="Before">Heading of the left side, already in the reader's language.</param>
/// <param name="After">Heading of the right side.</param>
internal sealed record DifferenceShown(string Before, string After, IReadOnlyList<DifferencePart> Parts)
{
    public static async Task<IReadOnlyList<DifferencePart>> PartsAsync(AppDbContext db, KeptSites sites, IFiles files, Guid articleId, ArticleContent before, ArticleContent after, CancellationToken cancellationToken)
    {
        var related = before.Extras.Related.Concat(after.Extras.Related).Concat(Linked(before)).Concat(Linked(after)).ToList();
        var names = await db.Set<Article>().Where(a => related.Contains(a.Id)).Select(a => new { a.Id, a.Title }).ToDictionaryAsync(a => a.Id, a => a.Title, cancellationToken);
        foreach (var file in await files.OfAsync(ArticleFiles.Of(articleId), cancellationToken))
        {
            names[file.Id] = file.Name;
        }

        return ContentDifference.With(await sites.DirectoryAsync(cancellationToken), names).Of(before, after);

        static IEnumerable<Guid> Linked(ArticleContent content) => content.Facts?.Listed.Links.Select(link => link.TargetId) ?? [];
    }
}
