using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Publishing;

/// <summary>Facts of an article as its page shows them.</summary>
internal abstract record ShownFacts;

/// <param name="Procedures">Procedures that name the document as their basis.</param>
internal sealed record ShownLegal(
    LegalFacts Facts,
    LegalValidity Validity,
    IReadOnlyList<SiteLink> Replaces,
    IReadOnlyList<SiteLink> Amends,
    IReadOnlyList<SiteLink> ReplacedBy,
    IReadOnlyList<SiteLink> AmendedBy,
    IReadOnlyList<SiteLink> Procedures,
    bool HasText) : ShownFacts;

internal sealed record ShownProcedure(ProcedureFacts Facts, IReadOnlyList<SiteLink> Basis, bool HasForms) : ShownFacts;

internal sealed record ShownDirectory(DirectoryFacts Facts) : ShownFacts;

/// <summary>Gathers what the facts of an article show: what points back to it, and whether a document is in force today.</summary>
internal sealed class FactsShowing(AppDbContext db, ArticleLinks links, TimeProvider clock)
{
    /// <returns>Null for a kind without facts.</returns>
    public async Task<ShownFacts?> OfAsync(Guid id, ArticleKind kind, ArticleContent content, HttpContext context, CancellationToken cancellationToken) =>
        (content.Facts ?? ArticleFacts.Unknown(kind)) switch
        {
            LegalFacts legal => new ShownLegal(
                legal,
                await ValidityAsync(id, legal, cancellationToken),
                await links.OfAsync(legal.Replaces, context, cancellationToken),
                await links.OfAsync(legal.Amends, context, cancellationToken),
                await links.ToAsync(id, LinkRole.Replaces, context, cancellationToken),
                await links.ToAsync(id, LinkRole.Amends, context, cancellationToken),
                await links.ToAsync(id, LinkRole.BasedOn, context, cancellationToken),
                HasText: content.Text.Body.Length > 0 || content.Extras.Attachments.Count > 0),
            ProcedureFacts procedure => new ShownProcedure(procedure, await links.OfAsync(procedure.Basis, context, cancellationToken), HasForms: content.Extras.Attachments.Count > 0),
            DirectoryFacts directory => new ShownDirectory(directory),
            _ => null,
        };

    private async Task<LegalValidity> ValidityAsync(Guid id, LegalFacts facts, CancellationToken cancellationToken)
    {
        var days = await LegalValidity.Replacing(db).Where(other => other.TargetId == id).Select(other => other.EffectiveOn).ToListAsync(cancellationToken);
        return LegalValidity.Of(facts.Listed, new Replacement(days.Min(), days.Contains(null)), VietnamTime.Today(clock));
    }
}
