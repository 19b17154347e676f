using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Publishing;

/// <summary>A document of the library that seems to be another one once more.</summary>
internal sealed record LegalTwin(Guid Id, string Title, ArticleStatus Status);

/// <summary>Two officers may each enter one document: whoever opens either is told of the other. Nothing is refused, since numbers without a year come again.</summary>
internal sealed class LegalTwins(AppDbContext db, ArticleReach reach)
{
    private const int Most = 5;

    /// <param name="facts">As they stand in the text at hand, published or not.</param>
    /// <returns>Those with this number that readers see or that this person may open, the oldest first.</returns>
    public async Task<IReadOnlyList<LegalTwin>> OfAsync(Guid id, LegalFacts facts, SignedIn person, CancellationToken cancellationToken)
    {
        if (PaperNumber.KeyOf(facts.Number) is not { } key)
        {
            return [];
        }

        var mine = (await reach.OfAsync(PublishingRights.BodiesOf(person, PublishingRights.Read), cancellationToken)).Select(a => a.Id);
        var same = await db.Set<Article>().AsNoTracking()
            .Where(a => a.Id != id && a.Kind == ArticleKind.Legal && a.NumberKey == key && a.Status != ArticleStatus.Withdrawn && (a.Status == ArticleStatus.Published || mine.Contains(a.Id)))
            .OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Title, a.Status, a.Number, a.IssuedOn, a.BodyName })
            .ToListAsync(cancellationToken);
        return
        [
            .. same.Where(a => (PaperNumber.NamesItsYear(a.Number) || a.IssuedOn is null || facts.IssuedOn is null || a.IssuedOn.Value.Year == facts.IssuedOn.Value.Year)
                    && MayBeOne(a.BodyName, facts.IssuedBy))
                .Take(Most).Select(a => new LegalTwin(a.Id, a.Title, a.Status)),
        ];
    }

    /// <summary>“UBND tỉnh” and “UBND tỉnh …” may be one body, and so may one that nobody named.</summary>
    private static bool MayBeOne(string? body, string? other) => body is null || other is null
        || NamesAlike.KeyOf(body).Contains(NamesAlike.KeyOf(other), StringComparison.Ordinal)
        || NamesAlike.KeyOf(other).Contains(NamesAlike.KeyOf(body), StringComparison.Ordinal);
}
