using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Publishing;

/// <summary>How a save ended.</summary>
internal enum SaveOutcome
{
    Saved,

    /// <summary>The text says what the last version says already: the same form sent twice, or nothing changed.</summary>
    Same,

    /// <summary>Somebody else has saved since the form was opened. Nothing was written.</summary>
    Overtaken,
}

/// <summary>What the writer proposes to tell readers of the change.</summary>
internal sealed record ChangeProposal(bool Minor, string? ChangeNote);

/// <summary>Where articles are taken in hand and saved, each save a version.</summary>
internal sealed class EditorialDesk(AppDbContext db, ArticleReach reach, ISignedIn signedIn, TimeProvider clock)
{
    private const int MostTries = 5;

    public SignedIn Person => signedIn.Person ?? throw new InvalidOperationException("Nobody is signed in.");

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Actor By => Person.AsActor();

    /// <returns>Null where there is no such article, or the person has this right on none of its sites.</returns>
    public async Task<ArticleInHand?> TakeAsync(Guid id, Right right, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } hand && await reach.ReachesAsync(Person, right, hand.Categories, cancellationToken) ? hand : null;

    public async Task<ArticleInHand?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var article = await db.Set<Article>().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (article is null)
        {
            return null;
        }

        var revision = article.OpenRevisionId is { } open ? await db.Set<Revision>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == open, cancellationToken) : null;
        var latest = await db.Set<ArticleVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.ArticleId == id && v.Number == article.LatestVersion, cancellationToken);
        var working = revision is not null || article.Status == ArticleStatus.Draft;
        return new ArticleInHand(article, revision, latest, working && latest is not null ? latest.Read() : article.Live());
    }

    /// <returns>Whoever wrote since the last publication, also of versions that were brought back, from however far: none of them may review or approve the text.</returns>
    public async Task<HashSet<Guid>> WritersAsync(Article article, CancellationToken cancellationToken)
    {
        var after = article.LiveVersion ?? 0;
        var versions = await db.Set<ArticleVersion>().Where(v => v.ArticleId == article.Id).Select(v => new { v.Number, v.WriterId, v.RestoredFrom }).ToListAsync(cancellationToken);
        var written = versions.Where(v => v.Number > after).Select(v => v.Number).ToHashSet();

        // A version can only be brought back by a later one, so from the last to the first every source is met after those that point to it.
        foreach (var version in versions.OrderByDescending(v => v.Number).Where(v => written.Contains(v.Number)))
        {
            if (version.RestoredFrom is { } source)
            {
                written.Add(source);
            }
        }

        return [.. versions.Where(v => written.Contains(v.Number)).Select(v => v.WriterId).OfType<Guid>()];
    }

    /// <returns>Whoever has written any version of it.</returns>
    public async Task<List<Guid>> AllWritersAsync(Article article, CancellationToken cancellationToken)
    {
        var writers = await db.Set<ArticleVersion>().Where(v => v.ArticleId == article.Id).Select(v => v.WriterId).Distinct().ToListAsync(cancellationToken);
        return [.. writers.OfType<Guid>()];
    }

    /// <param name="id">Made with the form, so that a form sent twice makes one article.</param>
    public async Task<SaveOutcome> BeginAsync(Guid id, ArticleKind kind, ArticleContent content, CancellationToken cancellationToken)
    {
        await RequireOwnAsync(content, cancellationToken);
        var proposal = new ChangeProposal(Minor: false, ChangeNote: null);
        if (await FindAsync(id, cancellationToken) is { } known)
        {
            return Says(known, content, proposal) ? SaveOutcome.Same : SaveOutcome.Overtaken;
        }

        for (var tried = 1; ; tried++)
        {
            var article = new Article(id, await FreeSlugAsync(NameOf(content), cancellationToken), kind, ArticleStatus.Draft, By, Now);
            db.Add(article);
            Write(article, revision: null, content, proposal, restoredFrom: null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return SaveOutcome.Saved;
            }
            catch (DbUpdateException failure)
            {
                db.ChangeTracker.Clear();
                if (await db.Set<Article>().AnyAsync(a => a.Id == id, cancellationToken))
                {
                    return SaveOutcome.Same;
                }

                // Another article took this address at the same moment: this one takes the next.
                if (tried == MostTries || !failure.IsTwice())
                {
                    throw;
                }
            }
        }
    }

    /// <param name="from">Number of the version the form was made from.</param>
    public async Task<SaveOutcome> SaveAsync(ArticleInHand hand, int from, ArticleContent content, ChangeProposal proposal, CancellationToken cancellationToken, int? restoredFrom = null)
    {
        await RequireOwnAsync(content, cancellationToken);
        if (Says(hand, content, proposal))
        {
            return SaveOutcome.Same;
        }

        if (hand.Article.LatestVersion != from)
        {
            return SaveOutcome.Overtaken;
        }

        Write(hand.Article, hand.Revision, content, proposal, restoredFrom);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return SaveOutcome.Saved;
        }
        catch (DbUpdateException)
        {
            // Two saves at the same moment: the one that lost looks again at what is there now.
            db.ChangeTracker.Clear();
            var now = await FindAsync(hand.Article.Id, cancellationToken);
            if (now is null || now.Article.LatestVersion == from)
            {
                throw;
            }

            return Says(now, content, proposal) ? SaveOutcome.Same : SaveOutcome.Overtaken;
        }
    }

    private static bool Says(ArticleInHand hand, ArticleContent content, ChangeProposal proposal) =>
        hand.Content.IsSameAs(content)
        && (hand.Revision is null || !hand.Revision.ChangesPublished || (hand.Revision.Minor == proposal.Minor && (proposal.Minor || hand.Revision.ChangeNote == proposal.ChangeNote)));

    private void Write(Article article, Revision? revision, ArticleContent content, ChangeProposal proposal, int? restoredFrom)
    {
        var by = new Writer(Person.PersonId, Person.Name, Person.Organisation);
        if (article is { LatestVersion: 0, Status: not ArticleStatus.Draft })
        {
            // An article older than its versions: what readers see is the first of them.
            db.Add(article.Import(article.Live(), article.PublishedOn, By, Now));
        }

        if (revision is null)
        {
            revision = new Revision(Guid.CreateVersion7(clock.GetUtcNow()), article.Id, article.LiveVersion, Person.PersonId, By, Now);
            db.Add(revision);
        }
        else
        {
            // Also where only the words changed: a step begun before this save is of a text that is no more.
            db.Entry(revision).Property(r => r.Version).IsModified = true;
        }

        revision.Rewrite(content.Text.Title, content.Categories, content.JointApproval, proposal.Minor, proposal.ChangeNote, By, Now);
        db.Add(article.Save(content, revision.Id, by, Now, restoredFrom));
    }

    /// <summary>Nobody writes for the other body's sites alone.</summary>
    private async Task RequireOwnAsync(ArticleContent content, CancellationToken cancellationToken)
    {
        if (!await reach.ReachesAsync(Person, PublishingRights.Write, content.Categories, cancellationToken))
        {
            throw new RefusedException("Bài phải đứng ở ít nhất một chuyên mục trên trang của cơ quan bạn.");
        }

        // No list, feed or map shows what stands there; a version from before may still name it.
        var chosen = content.Categories;
        if (await db.Set<Category>().Where(c => chosen.Contains(c.Id) && c.IsRetired).OrderBy(c => c.Title).Select(c => c.Title).FirstOrDefaultAsync(cancellationToken) is { } retired)
        {
            throw new RefusedException("Chuyên mục “{0}” đã thôi dùng. Hãy chọn chuyên mục khác.", retired);
        }
    }

    /// <summary>A document is called by its number; its subject line makes a long address.</summary>
    private static string NameOf(ArticleContent content) =>
        content.Facts is LegalFacts { Number: not null } facts ? LegalTypeWords.Citation(facts.Type, facts.Number)! : content.Text.Title;

    private async Task<string> FreeSlugAsync(string title, CancellationToken cancellationToken)
    {
        const int room = 6;
        var slug = Slug.From(title, Article.SlugMaxLength - room);
        var stem = slug.Length == 0 ? "bai-viet" : slug;
        var taken = (await db.Set<Article>().Where(a => a.Slug == stem || a.Slug.StartsWith(stem + "-")).Select(a => a.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var free = stem;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = $"{stem}-{number}";
        }

        return free;
    }
}
