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
        var all = await PicturesAsync(id, content, cancellationToken);
        var body = WrittenBody.Render(content.Text.Body, await figures.OfAsync(named, cancellationToken), all, texts);
        var pictures = content.Extras.Images.Where(image => all.ContainsKey(image.FileId)).Select(image => (Image: image, Shown: new ShownImage(all[image.FileId], image.Alt, image.Caption))).ToList();
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

    /// <summary>The pictures that stand in the text itself and those beside it, in all their sizes, read at once.</summary>
    private async Task<IReadOnlyDictionary<Guid, FilePicture>> PicturesAsync(Guid id, ArticleContent content, CancellationToken cancellationToken)
    {
        var wanted = WrittenBody.Pictures(content.Text.Body).Union(content.Extras.Images.Select(image => image.FileId)).ToList();
        return wanted.Count == 0 ? new Dictionary<Guid, FilePicture>() : await files.Value.PicturesAsync(ArticleFiles.Of(id), wanted, cancellationToken);
    }

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
