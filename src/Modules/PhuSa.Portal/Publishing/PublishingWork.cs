using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>What of the publishing waits for a person: to review, to approve, to mend, to send on.</summary>
internal sealed class PublishingWork(AppDbContext db, ArticleReach reach, EditorialDesk desk, Texts text) : IWorkSource
{
    private static readonly RevisionStatus[] Waiting =
        [RevisionStatus.InReview, RevisionStatus.AwaitingPublishing, RevisionStatus.Returned, RevisionStatus.Refused, RevisionStatus.Reviewed];

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(PublishingRights.Read))
        {
            return [];
        }

        var open = await db.Set<Revision>().AsNoTracking().AsSplitQuery().Where(r => Waiting.Contains(r.Status)).OrderBy(r => r.Since).ToListAsync(cancellationToken);
        var items = new List<WorkItem>();
        foreach (var revision in open)
        {
            if (await VerbAsync(revision, person, cancellationToken) is { } verb)
            {
                items.Add(new WorkItem(revision.Title, text[RevisionFlow.Table[revision.Status].PublicName], verb, OfficeAddress.Of(revision.ArticleId), revision.Since, Due: null, Own: revision.Status is not (RevisionStatus.InReview or RevisionStatus.AwaitingPublishing)));
            }
        }

        return items;
    }

    private async Task<string?> VerbAsync(Revision revision, SignedIn person, CancellationToken cancellationToken)
    {
        var right = revision.Status switch
        {
            RevisionStatus.InReview => PublishingRights.Review,
            RevisionStatus.AwaitingPublishing => PublishingRights.Publish,
            _ => PublishingRights.Write,
        };
        var mine = PublishingRights.BodiesOf(person, right);

        // What stands before readers waits on every body whose word it needs, also where the text leaves the site of one.
        var article = revision is { Status: RevisionStatus.AwaitingPublishing, ChangesPublished: true } ? await ArticleAsync(revision, cancellationToken) : null;
        var bodies = article is null ? await reach.BodiesAsync(revision.CategoryIds, cancellationToken) : (await reach.ApproversAsync(revision, article, cancellationToken)).Bodies;
        if (!bodies.Overlaps(mine))
        {
            return null;
        }

        article ??= await ArticleAsync(revision, cancellationToken);
        var wrote = (await desk.WritersAsync(article, cancellationToken)).Contains(person.PersonId);
        return revision.Status switch
        {
            RevisionStatus.InReview => wrote ? null : "Biên tập",
            RevisionStatus.AwaitingPublishing => wrote || Approved(revision, bodies, mine) ? null : "Duyệt đăng",
            RevisionStatus.Reviewed => wrote ? "Trình duyệt" : null,
            _ => wrote ? "Sửa bài" : null,
        };
    }

    private Task<Article> ArticleAsync(Revision revision, CancellationToken cancellationToken) =>
        db.Set<Article>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == revision.ArticleId, cancellationToken);

    /// <summary>Their body has said yes; it waits on the other.</summary>
    private static bool Approved(Revision revision, HashSet<SiteTheme> bodies, IReadOnlySet<SiteTheme> mine) =>
        bodies.Where(mine.Contains).All(body => revision.Approvals.Any(approval => approval.Body == body));
}
