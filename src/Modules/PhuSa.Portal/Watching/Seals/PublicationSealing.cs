using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>
/// Seals whatever a save changes of what readers see, whoever saves it: a publication, an import, a withdrawal. So no way to the public can forget it.
/// </summary>
internal sealed class SealInterceptor(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await SealAsync(eventData.Context!, cancellationToken);
        return result;
    }

    // Asked for when needed: the sealing works on the context that this interceptor belongs to.
    private async Task SealAsync(DbContext db, CancellationToken cancellationToken)
    {
        var changed = db.ChangeTracker.Entries<Article>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count > 0)
        {
            await services.GetRequiredService<PublicationSealing>().SealChangesAsync(changed, cancellationToken);
        }
    }
}

/// <summary>
/// Writes the seals of articles into the context; saved with what they seal. Since nothing reaches readers without a seal, a freeze holds here too,
/// whatever way a text comes: an approval, a table, an old portal.
/// </summary>
internal sealed class PublicationSealing(AppDbContext db, WatchKeys keys, IFiles files, JournalNotes notes, Freezing freezing, TimeProvider clock)
{
    private const int AtOnce = 500;

    public async Task SealChangesAsync(IReadOnlyList<EntityEntry<Article>> changed, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        using var signing = new Lazily(keys);
        var begun = db.ChangeTracker.Entries<PublicationSeal>().Where(seal => seal.State == EntityState.Added).Select(seal => seal.Entity).ToLookup(seal => seal.ArticleId);
        var imported = db.ChangeTracker.Entries<ArticleVersion>().Where(version => version.State == EntityState.Added && version.Entity.RevisionId is null).Select(version => version.Entity.ArticleId).ToHashSet();
        foreach (var chunk in changed.Chunk(AtOnce))
        {
            var known = await LatestAsync([.. chunk.Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity.Id)], cancellationToken);
            foreach (var entry in chunk)
            {
                var article = entry.Entity;
                var last = known.GetValueOrDefault(article.Id) ?? begun[article.Id].LastOrDefault();
                if (article.Status == ArticleStatus.Withdrawn && last is { Act: not SealAct.Withdrawn })
                {
                    db.Add(Sealed(article, SealAct.Withdrawn, last.Content, await signing.KeyAsync(cancellationToken)));
                }
                else if (article.Status == ArticleStatus.Published)
                {
                    var byImport = imported.Contains(article.Id);
                    var approved = !byImport && entry.State == EntityState.Modified && entry.Property(a => a.LiveVersion).IsModified;
                    if (await SealPublishedAsync(article, approved ? Unread(last) : last, byImport ? SealAct.Imported : SealAct.Published, signing, cancellationToken))
                    {
                        await freezing.RefuseAsync(cancellationToken);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Before anything is sealed for the first time, everything that readers see already gets its seal. Afterwards a published article without one was
    /// put there behind the product's back.
    /// </summary>
    /// <returns>How many articles there were; null where sealing had begun before. Saved by the caller.</returns>
    public async Task<int?> BeginAsync(CancellationToken cancellationToken)
    {
        if (db.ChangeTracker.Entries<WatchKey>().Any() || await keys.NewestAsync(cancellationToken) is not null)
        {
            return null;
        }

        using var signing = new Lazily(keys);
        await signing.KeyAsync(cancellationToken);
        var (count, after) = (0, Guid.Empty);
        while (true)
        {
            var some = await db.Set<Article>().AsNoTracking().AsSplitQuery().Where(a => a.Status == ArticleStatus.Published && a.Id > after).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var article in some)
            {
                await SealPublishedAsync(article, last: null, SealAct.FirstSeen, signing, cancellationToken);
            }

            if (some.Count == 0)
            {
                break;
            }

            (count, after) = (count + some.Count, some[^1].Id);
        }

        notes.Add("portal_publication_seals", Guid.Empty, "Bài đăng từ trước", "FirstSeal", changes: $$"""{"count":{{count}}}""");
        return count;
    }

    /// <returns>The last seal of each of these articles.</returns>
    public async Task<Dictionary<Guid, PublicationSeal>> LatestAsync(IReadOnlyCollection<Guid> articles, CancellationToken cancellationToken) => articles.Count == 0
        ? []
        : (await db.Set<PublicationSeal>().AsNoTracking().Where(s => articles.Contains(s.ArticleId)).OrderBy(s => s.Id).ToListAsync(cancellationToken))
            .GroupBy(s => s.ArticleId).ToDictionary(group => group.Key, group => group.Last());

    public async Task<string> DigestAsync(Article article, CancellationToken cancellationToken)
    {
        var digests = new Dictionary<Guid, string>();
        foreach (var id in CanonicalContent.FilesOf(article))
        {
            if (await files.FindAsync(id, cancellationToken) is { } file)
            {
                digests[id] = file.Sha256;
            }
        }

        return CanonicalContent.Digest(article, digests);
    }

    /// <summary>A text that came in unread is sealed anew once somebody approves it, though not a letter changed: from then on its words are somebody's own.</summary>
    private static PublicationSeal? Unread(PublicationSeal? last) => last is { Act: SealAct.Imported or SealAct.FirstSeen } ? null : last;

    /// <returns>Whether it was sealed anew.</returns>
    private async Task<bool> SealPublishedAsync(Article article, PublicationSeal? last, SealAct act, Lazily signing, CancellationToken cancellationToken)
    {
        var digest = await DigestAsync(article, cancellationToken);
        if (last is { Act: not SealAct.Withdrawn } && last.Content == digest)
        {
            return false;
        }

        db.Add(Sealed(article, act, digest, await signing.KeyAsync(cancellationToken)));
        return true;
    }

    private PublicationSeal Sealed(Article article, SealAct act, string digest, SigningKey key)
    {
        var at = PublicationSeal.Kept(clock.GetUtcNow().UtcDateTime);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var shown = act != SealAct.Withdrawn;
        var content = article.Live();
        var hosts = shown ? Listed(CanonicalContent.HostsOf(content), " ") : null;
        var words = shown ? Listed(CanonicalContent.BettingWordsOf(content), "|") : null;
        var version = shown ? article.LiveVersion : null;
        return new PublicationSeal
        {
            Id = id,
            ArticleId = article.Id,
            Slug = article.Slug,
            Act = act,
            ArticleVersion = version,
            Content = digest,
            Hosts = hosts,
            Words = words,
            At = at,
            KeyId = key.Id,
            Signature = key.Sign(PublicationSeal.LineOf(id, article.Id, article.Slug, act, version, digest, hosts, words, at, key.Id)),
        };
    }

    private static string? Listed(IReadOnlyList<string> words, string between)
    {
        var list = string.Join(between, words);
        return list.Length == 0 ? null : list.Length <= PublicationSeal.ListMaxLength ? list : list[..list.LastIndexOf(between, PublicationSeal.ListMaxLength, StringComparison.Ordinal)];
    }

    /// <summary>The key is opened once for all that is sealed together, and not at all where nothing is.</summary>
    private sealed class Lazily(WatchKeys keys) : IDisposable
    {
        private SigningKey? _key;

        public async Task<SigningKey> KeyAsync(CancellationToken cancellationToken) => _key ??= await keys.SigningAsync(cancellationToken);

        public void Dispose() => _key?.Dispose();
    }
}
