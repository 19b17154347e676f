using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Watching.Alarms;

/// <summary>What was looked at in the database, and what is not as it was published.</summary>
internal sealed record ContentVerdict(IReadOnlyCollection<string> Checked, IReadOnlyList<Finding> Findings);

/// <summary>Compares what stands in the database, and in the file store, with what was published: a change behind the product's back has no seal.</summary>
internal sealed class ContentCheck(AppDbContext db, PublicationSealing sealing, WatchKeys keys, IFiles files)
{
    public const string ListAddress = "/quan-tri/giam-sat";
    private const int Newest = 200;
    private const int InTurn = 1000;
    private const int WithFiles = 50;
    private const int AtOnce = 500;

    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    public async Task<ContentVerdict> RunAsync(JobTurn turn, IReadOnlyCollection<string> also, CancellationToken cancellationToken)
    {
        await ListAsync(turn, cancellationToken);
        var trust = KeyTrust.Of((await keys.AllAsync(cancellationToken)).Select(key => new PublicKeyFact(key.Id, key.Number, key.PublicKey, key.Endorsement)), known: null);
        var ids = await IdsAsync(turn, also, cancellationToken);
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            var last = await sealing.LatestAsync(chunk, cancellationToken);
            foreach (var article in await db.Set<Article>().AsNoTracking().AsSplitQuery().Where(a => chunk.Contains(a.Id)).ToListAsync(cancellationToken))
            {
                await ArticleAsync(article, last.GetValueOrDefault(article.Id), trust, ids.IndexOf(article.Id) < WithFiles, cancellationToken);
            }
        }

        return new(_checked, _findings);
    }

    private async Task<List<Guid>> IdsAsync(JobTurn turn, IReadOnlyCollection<string> also, CancellationToken cancellationToken)
    {
        var shown = db.Set<Article>().Where(a => a.Status != ArticleStatus.Draft || a.LiveVersion != null);
        var newest = await shown.OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Id).Take(Newest).Select(a => a.Id).ToListAsync(cancellationToken);
        var count = await shown.CountAsync(cancellationToken);

        // Younger articles stand behind the older ones, so one that comes in moves none out of its turn.
        var skip = turn.Turn < count ? turn.Turn : 0;
        var older = await shown.OrderBy(a => a.Id).Skip(skip).Take(InTurn).Select(a => a.Id).ToListAsync(cancellationToken);
        turn.Turn = skip + older.Count;
        var open = also.Select(address => Guid.TryParse(address[(address.LastIndexOf('/') + 1)..], out var id) ? id : Guid.Empty);
        return [.. newest.Concat(older).Concat(open).Distinct()];
    }

    private async Task ArticleAsync(Article article, PublicationSeal? seal, KeyTrust trust, bool withFiles, CancellationToken cancellationToken)
    {
        var address = OfficeAddress.Of(article.Id);
        _checked.Add(address);
        if (seal is not null && trust.Knows(seal.KeyId) && !trust.Believes(seal.KeyId, Encoding.UTF8.GetBytes(seal.Line), seal.Signature))
        {
            _findings.Add(new Finding(FindingKind.SealFalse, address, article.Slug));
        }

        var isShown = article.Status == ArticleStatus.Published;
        if (isShown != seal is { Act: not SealAct.Withdrawn } || (isShown && await sealing.DigestAsync(article, cancellationToken) != seal!.Content))
        {
            var (expected, found) = await DifferenceAsync(article, seal, cancellationToken);
            _findings.Add(new Finding(FindingKind.ContentChanged, address, article.Slug, expected, found));
            return;
        }

        foreach (var id in isShown && withFiles ? CanonicalContent.FilesOf(article) : [])
        {
            await FileAsync(id, article, address, cancellationToken);
        }
    }

    private async Task FileAsync(Guid id, Article article, string address, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(id, cancellationToken) is not { } file)
        {
            return;
        }

        try
        {
            await using var content = await files.OpenAsync(file, cancellationToken);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            if (digest != file.Sha256)
            {
                _findings.Add(new Finding(FindingKind.ContentChanged, address, $"{article.Slug}: {file.Name}", file.Sha256, digest));
            }
        }
        catch (IOException)
        {
            _findings.Add(new Finding(FindingKind.ContentChanged, address, $"{article.Slug}: {file.Name}", file.Sha256));
        }
    }

    /// <summary>Where what readers see parts from the version that was published.</summary>
    private async Task<(string? Expected, string? Found)> DifferenceAsync(Article article, PublicationSeal? seal, CancellationToken cancellationToken)
    {
        const int before = 40;
        const int after = 160;
        var version = seal?.ArticleVersion is { } number
            ? await db.Set<ArticleVersion>().Where(v => v.ArticleId == article.Id && v.Number == number).Select(v => v.Content).SingleOrDefaultAsync(cancellationToken)
            : null;
        var now = article.Live().Written();
        if (version is null || version == now)
        {
            return (seal is null ? null : $"{seal.Act} {seal.Content}", article.Status.ToString());
        }

        var at = version.AsSpan().CommonPrefixLength(now);
        return (Cut(version), Cut(now));

        string Cut(string text)
        {
            var from = Math.Min(Math.Max(0, at - before), text.Length);
            return text.Substring(from, Math.Min(text.Length - from, before + after));
        }
    }

    /// <summary>Numbers without a gap, each link made of the one before, and nothing cut off its end; every seal belongs to an article that is there.</summary>
    private async Task ListAsync(JobTurn turn, CancellationToken cancellationToken)
    {
        _checked.Add(ListAddress);
        var (number, link) = (0L, SealChain.Nothing);
        var whole = true;
        await foreach (var seal in db.Set<PublicationSeal>().AsNoTracking().Where(s => s.Number != null).OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            number++;
            whole = seal.Number == number && seal.Link == PublicationSeal.LinkOf(link, number, seal.Line, seal.Signature) && (number != turn.HeadNumber || seal.Link == turn.HeadLink);
            if (!whole)
            {
                break;
            }

            link = seal.Link!;
        }

        if (!whole || number < turn.HeadNumber)
        {
            _findings.Add(new Finding(FindingKind.ListBroken, ListAddress, (whole ? number + 1 : number).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
        else
        {
            (turn.HeadNumber, turn.HeadLink) = (number, number == 0 ? null : link);
        }

        var gone = await db.Set<PublicationSeal>().Where(s => !db.Set<Article>().Any(a => a.Id == s.ArticleId)).Select(s => s.Slug).Distinct().OrderBy(slug => slug).Take(20).ToListAsync(cancellationToken);
        _findings.AddRange(gone.Select(slug => new Finding(FindingKind.ContentChanged, ListAddress, slug)));
    }
}
