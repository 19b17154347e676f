using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>A picture as a page shows it.</summary>
internal sealed record ShownImage(FilePicture Picture, string Alt, string? Caption);

/// <summary>A file that readers may fetch.</summary>
internal sealed record ShownFile(string Title, string Url, string KindName, long Bytes);

/// <summary>What readers were told of a change.</summary>
internal sealed record ShownChange(DateOnly Day, string Note);

/// <summary>An article as a page shows it, published or previewed.</summary>
internal sealed record ShownArticle(
    ArticleKind Kind,
    ShownFacts? Facts,
    ArticleContent Content,
    DateOnly? PublishedOn,
    string? Category,
    IHtmlContent Body,
    bool HasFigures,
    ShownImage? Lead,
    IReadOnlyList<ShownImage> Images,
    IReadOnlyList<ShownFile> Files,
    IReadOnlyList<SiteLink> Related,
    IReadOnlyList<ShownChange> Changes,
    bool IsLive)
{
    /// <summary>Vietnamese: what the files are to a reader of this kind.</summary>
    public string FilesTitle => Kind switch
    {
        ArticleKind.Legal => "Toàn văn và tệp đính kèm",
        ArticleKind.Procedure => "Mẫu đơn, tờ khai",
        _ => "Tệp đính kèm",
    };
}

/// <summary>Gathers what a page of an article shows.</summary>
internal sealed class ArticleShowing(AppDbContext db, Later<IFiles> files, FactsShowing facts, ArticleLinks links, NamedFigures figures, Texts texts)
{
    public async Task<ShownArticle> OfAsync(Guid id, ArticleKind kind, ArticleContent content, DateOnly? publishedOn, string? category, bool isLive, bool hasChanges, HttpContext context, CancellationToken cancellationToken)
    {
        var named = WrittenBody.Figures(content.Text.Body);
        var body = WrittenBody.Render(content.Text.Body, await figures.OfAsync(named, cancellationToken), await InTextAsync(id, content.Text.Body, cancellationToken), texts);
        var pictures = await PicturesAsync(id, content.Extras, cancellationToken);
        return new ShownArticle(
            kind,
            await facts.OfAsync(id, kind, content, context, cancellationToken),
            content,
            publishedOn,
            category,
            body,
            named.Count > 0,
            pictures.Where(pair => pair.Image.IsLead).Select(pair => pair.Shown).FirstOrDefault(),
            [.. pictures.Where(pair => !pair.Image.IsLead).Select(pair => pair.Shown)],
            await AttachmentsAsync(id, content.Extras, cancellationToken),
            await links.OfAsync(content.Extras.Related, context, cancellationToken),
            hasChanges ? await ChangesAsync(id, cancellationToken) : [],
            isLive);
    }

    private async Task<List<(ArticleImage Image, ShownImage Shown)>> PicturesAsync(Guid id, ArticleExtras extras, CancellationToken cancellationToken)
    {
        var pictures = new List<(ArticleImage, ShownImage)>();
        foreach (var image in extras.Images)
        {
            if (await PictureAsync(id, image.FileId, cancellationToken) is { } picture)
            {
                pictures.Add((image, new ShownImage(picture, image.Alt, image.Caption)));
            }
        }

        return pictures;
    }

    /// <summary>The pictures that stand in the text itself, in all their sizes.</summary>
    private async Task<IReadOnlyDictionary<Guid, FilePicture>> InTextAsync(Guid id, string body, CancellationToken cancellationToken)
    {
        var pictures = new Dictionary<Guid, FilePicture>();
        foreach (var fileId in WrittenBody.Pictures(body))
        {
            if (await PictureAsync(id, fileId, cancellationToken) is { } picture)
            {
                pictures[fileId] = picture;
            }
        }

        return pictures;
    }

    private async Task<FilePicture?> PictureAsync(Guid id, Guid fileId, CancellationToken cancellationToken) =>
        await files.Value.FindAsync(fileId, cancellationToken) is { } file && file.Owner == ArticleFiles.Of(id) ? await files.Value.PictureAsync(file, cancellationToken) : null;

    private async Task<IReadOnlyList<ShownFile>> AttachmentsAsync(Guid id, ArticleExtras extras, CancellationToken cancellationToken)
    {
        var shown = new List<ShownFile>();
        foreach (var attachment in extras.Attachments)
        {
            if (await files.Value.FindAsync(attachment.FileId, cancellationToken) is { } file && file.Owner == ArticleFiles.Of(id))
            {
                shown.Add(new ShownFile(attachment.Title, file.Url, FileKindFacts.Of(file.Kind).Name, file.Bytes));
            }
        }

        return shown;
    }

    private async Task<IReadOnlyList<ShownChange>> ChangesAsync(Guid id, CancellationToken cancellationToken)
    {
        var changes = await db.Set<Revision>()
            .Where(r => r.ArticleId == id && r.Status == RevisionStatus.Published && r.ChangeNote != null && r.PublishedAt != null)
            .OrderByDescending(r => r.PublishedAt)
            .Select(r => new { r.PublishedAt, r.ChangeNote })
            .ToListAsync(cancellationToken);
        return [.. changes.Select(change => new ShownChange(DateOnly.FromDateTime(VietnamTime.Local(change.PublishedAt!.Value)), change.ChangeNote!))];
    }
}
