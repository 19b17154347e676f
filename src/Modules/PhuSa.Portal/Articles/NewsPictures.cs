using PhuSa.Platform;
using PhuSa.Platform.Files;
using PhuSa.Portal.Articles.Body;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Articles;

/// <summary>The pictures that go along in lists of news.</summary>
/// <param name="kept">All of a list at once. Asked only where the list has a picture.</param>
internal sealed class NewsPictures(Later<IFiles> kept)
{
    /// <summary>From the first picture of a text on: long enough for what an element says, with its alternative text.</summary>
    public const int LettersRead = 2_000;

    /// <summary>The one on top, else the first of the house's own in the text, else the first after it: the same that goes along when an article is shared.</summary>
    /// <param name="extras">As the article keeps them.</param>
    /// <param name="fromFirst">Its text from its first picture on; null where it has none.</param>
    public static Guid? FileOf(string? extras, string? fromFirst)
    {
        var around = ArticleContent.ReadExtras(extras);
        if (around.Lead is { } lead)
        {
            return lead.FileId;
        }

        IReadOnlyList<PictureMark> inText = fromFirst is null ? [] : PictureMark.In(fromFirst);
        return inText.Select(mark => mark.File).Concat(around.Images.Select(image => (Guid?)image.FileId)).FirstOrDefault(file => file is not null);
    }

    public async Task<NewsPage> WithAsync(NewsPage page, CancellationToken cancellationToken) => page with { Items = await WithAsync(page.Items, cancellationToken) };

    /// <summary>A file of another record than the article's own is not shown.</summary>
    public async Task<IReadOnlyList<NewsItem>> WithAsync(IReadOnlyList<NewsItem> items, CancellationToken cancellationToken)
    {
        Guid[] files = [.. items.Select(item => item.PictureFile).OfType<Guid>()];
        if (files.Length == 0)
        {
            return items;
        }

        var found = await kept.Value.ThumbnailsAsync(files, cancellationToken);
        return [.. items.Select(item => item is { ArticleId: { } article, PictureFile: { } file } && found.TryGetValue((ArticleFiles.Of(article), file), out var picture) ? item with { Picture = picture } : item)];
    }
}
