using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Publishing;

/// <summary>Pictures and files of articles.</summary>
internal static class ArticleFiles
{
    public const string Kind = ArticleConfiguration.Table;
    public const int MaxMegabytes = 20;

    /// <summary>All that come with one form together.</summary>
    public const int MostMegabytes = 60;

    /// <summary>So many come with one form at most.</summary>
    public const int MostAtOnce = 20;

    public static FileRules Rules { get; } = new(FileKinds.Images | FileKinds.Papers | FileKinds.Text | FileKinds.Zip, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid articleId) => new(Kind, articleId);

    public static bool IsPicture(StoredFile file) => FileKindFacts.Of(file.Kind).IsImage;

    /// <summary>As a picture between its paragraphs, or as a link; what is written as text or as the JSON of a version.</summary>
    public static bool StandsIn(string body, Guid fileId) => body.Contains(fileId.ToString(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a published article shows is public; everything else of it is for those who work on it.</summary>
internal sealed class ArticleFileGuard(AppDbContext db, EditorialDesk desk, ArticleReach reach, TimeProvider clock) : IFileGuard
{
    public string Kind => ArticleFiles.Kind;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken)
    {
        var live = await db.Set<Article>().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Id == file.Owner.Id).Select(a => new { a.Extras, a.Body }).SingleOrDefaultAsync(cancellationToken);
        if (live is not null && (ArticleContent.ReadExtras(live.Extras).Holds(file.Id) || ArticleFiles.StandsIn(live.Body, file.Id)))
        {
            return true;
        }

        return person is not null
            && person.May(PublishingRights.Read)
            && await desk.FindAsync(file.Owner.Id, cancellationToken) is { } hand
            && await reach.ReachesAsync(person, PublishingRights.Read, hand.Categories, cancellationToken);
    }
}
