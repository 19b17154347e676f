using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>Makes a content of a form and a form of a content.</summary>
internal sealed class ArticleForm(AppDbContext db, KeptSites sites, IFiles files, FactsForm facts, Texts text)
{
    private const int MostTags = 20;
    private const int MostRelated = 10;

    private const string Deleted = "Tệp này vừa bị xoá khỏi bài. Bỏ chọn “Dùng trong bài” rồi lưu; nếu vẫn cần, thêm lại tệp ở trang Ảnh và tệp.";

    public SiteDirectory Directory { get; private set; } = SiteDirectory.Empty;

    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } = new Dictionary<Guid, StoredFile>();

    public Task<(IReadOnlyList<string> Bodies, IReadOnlyList<string> Fields)> KnownNamesAsync(CancellationToken cancellationToken) => facts.KnownNamesAsync(cancellationToken);

    /// <summary>Reads what a form may point to.</summary>
    public async Task LoadAsync(Guid articleId, CancellationToken cancellationToken)
    {
        Directory = await sites.DirectoryAsync(cancellationToken);
        Files = (await files.OfAsync(ArticleFiles.Of(articleId), cancellationToken)).ToDictionary(file => file.Id);
    }

    public async Task<ArticleInput> OfAsync(ArticleContent content, int from, CancellationToken cancellationToken)
    {
        var (words, extras) = (content.Text, content.Extras);
        var related = await db.Set<Article>().Where(a => extras.Related.Contains(a.Id)).Select(a => new { a.Id, Address = ArticleAddress.Of(a.Kind, a.Slug) }).ToDictionaryAsync(a => a.Id, a => a.Address, cancellationToken);
        var input = new ArticleInput
        {
            From = from,
            Title = words.Title,
            Summary = words.Summary,
            Body = words.Body,
            Author = words.Author,
            Source = words.Source,
            Initials = words.Initials,
            EventDay = content.EventDay,
            ExpiresOn = content.ExpiresOn,
            Home = content.Categories.Count == 0 ? null : content.Categories[0],
            Others = [.. content.Categories.Skip(1)],
            Tags = string.Join(", ", content.Tags),
            Related = string.Join('\n', extras.Related.Where(related.ContainsKey).Select(id => related[id])),
            JointApproval = content.JointApproval,
            Images = [.. InOrder(Files.Values.Where(ArticleFiles.IsPicture), extras.Images.Select(image => image.FileId)).Select(file => ImageOf(file, extras))],
            Lead = extras.Lead?.FileId,
            Attachments = [.. InOrder(Files.Values.Where(file => !ArticleFiles.IsPicture(file)), extras.Attachments.Select(attachment => attachment.FileId)).Select(file => AttachmentOf(file, extras))],
        };
        await facts.FillAsync(input, content.Facts, cancellationToken);
        return input;
    }

    /// <returns>Null where the form says something that cannot be taken; the model state then says what.</returns>
    /// <param name="id">Of the article.</param>
    public async Task<ArticleContent?> ReadAsync(Guid id, ArticleKind kind, ArticleInput input, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        // The facts of a document or a procedure may be all there is to say.
        var needsBody = ArticleKindWords.Plain.Contains(kind);
        if (needsBody && string.IsNullOrWhiteSpace(input.Body))
        {
            state.AddModelError("Input.Body", text["Viết nội dung bài"]);
        }

        if (!state.IsValid)
        {
            return null;
        }

        var typed = input.Body ?? "";
        var body = WrittenBody.Kept(typed);
        if (WrittenBody.Problem(typed) is not null)
        {
            state.AddModelError("Input.Body", text["Nội dung có liên kết không nhận được. Liên kết phải bắt đầu bằng / (trong trang này) hoặc https://, không có dấu cách."]);
        }
        else if (needsBody && body.Length == 0)
        {
            state.AddModelError("Input.Body", text["Hãy viết nội dung"]);
        }
        else if (body.Length > Article.BodyMaxLength)
        {
            state.AddModelError("Input.Body", text["Nội dung dài quá {0} ký tự. Hãy chia thành nhiều bài.", Article.BodyMaxLength]);
        }

        await RequirePicturesAsync(id, body, state, cancellationToken);
        var content = new ArticleContent(
            new ArticleText(Line(input.Title)!, Line(input.Summary), body, Line(input.Author), Line(input.Source), Line(input.Initials)),
            input.EventDay,
            input.ExpiresOn,
            input.JointApproval,
            Categories(input, state),
            Tags(input, state),
            new ArticleExtras(Images(input, state), Attachments(input, state), await RelatedAsync(input, state, cancellationToken)),
            await facts.ReadAsync(id, kind, input, state, cancellationToken));
        return state.IsValid ? content : null;
    }

    /// <summary>
    /// Of the pictures between the paragraphs: one that was deleted while the form was open is told, not saved as a hole in the text; and one of another article,
    /// which readers see only as long as that one is published, is to be added to this one.
    /// </summary>
    private async Task RequirePicturesAsync(Guid id, string body, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        foreach (var picture in WrittenBody.Pictures(body).Where(picture => !Files.ContainsKey(picture)))
        {
            var file = await files.FindAsync(picture, cancellationToken);
            if (file is { Owner.Kind: ArticleFiles.Kind } && file.Owner != ArticleFiles.Of(id))
            {
                state.AddModelError("Input.Body", text["Nội dung có ảnh của một bài khác. Thêm ảnh ấy vào bài này ở trang Ảnh và tệp rồi chèn lại; gỡ bài kia thì ảnh của bài kia cũng không xem được nữa."]);
                return;
            }

            if (file is null)
            {
                state.AddModelError("Input.Body", text["Nội dung có ảnh vừa bị xoá khỏi bài. Bỏ ảnh ấy ra, hoặc thêm lại ở trang Ảnh và tệp rồi chèn lại."]);
                return;
            }
        }
    }

    private static string? Line(string? typed) => VietnameseText.Normalize(typed?.Trim() ?? "") is { Length: > 0 } said ? said : null;

    /// <summary>Those that the text has, as they follow one another there, so that saving the form keeps their order; then the others as they came.</summary>
    private static IEnumerable<StoredFile> InOrder(IEnumerable<StoredFile> files, IEnumerable<Guid> held)
    {
        var order = held.ToList();
        return files.OrderBy(file => order.IndexOf(file.Id) is >= 0 and var at ? at : order.Count);
    }

    private static ImageInput ImageOf(StoredFile file, ArticleExtras extras)
    {
        var used = extras.Images.FirstOrDefault(image => image.FileId == file.Id);
        return new ImageInput { FileId = file.Id, Use = used is not null, Alt = used?.Alt, Caption = used?.Caption };
    }

    private static AttachmentInput AttachmentOf(StoredFile file, ArticleExtras extras)
    {
        var used = extras.Attachments.FirstOrDefault(attachment => attachment.FileId == file.Id);
        return new AttachmentInput { FileId = file.Id, Use = used is not null, Title = used?.Title };
    }

    private List<Guid> Categories(ArticleInput input, ModelStateDictionary state)
    {
        List<Guid> chosen = [.. input.Others.Prepend(input.Home!.Value).Distinct()];
        if (chosen.Exists(id => Directory.Category(id) is null))
        {
            state.AddModelError("Input.Home", text["Không có chuyên mục này"]);
        }
        else if (input.JointApproval && chosen.Select(id => Directory.WithCode(Directory.Category(id)!.Site)?.Theme).Distinct().Count() < 2)
        {
            state.AddModelError("Input.JointApproval", text["Chỉ bài đứng trên trang của cả hai cơ quan mới duyệt chung"]);
        }

        return chosen;
    }

    private List<string> Tags(ArticleInput input, ModelStateDictionary state)
    {
        List<string> tags =
        [
            .. (input.Tags ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(VietnameseText.Normalize)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (tags.Count > MostTags || tags.Exists(tag => tag.Length > Article.TagMaxLength))
        {
            state.AddModelError("Input.Tags", text["Tối đa {0} thẻ, mỗi thẻ dài tối đa {1} ký tự", MostTags, Article.TagMaxLength]);
        }

        return tags;
    }

    private List<ArticleImage> Images(ArticleInput input, ModelStateDictionary state)
    {
        var images = new List<ArticleImage>();
        for (var i = 0; i < input.Images.Count; i++)
        {
            var image = input.Images[i];
            if (!image.Use)
            {
                continue;
            }

            if (!Files.TryGetValue(image.FileId, out var file))
            {
                // Deleted while the form was open: left out silently its words would be lost with it.
                state.AddModelError($"Input.Images[{i}].Alt", text[Deleted]);
                continue;
            }

            if (!ArticleFiles.IsPicture(file))
            {
                continue;
            }

            if (Line(image.Alt) is not { } alt)
            {
                state.AddModelError($"Input.Images[{i}].Alt", text["Viết chữ thay ảnh: ảnh cho thấy gì"]);
                continue;
            }

            images.Add(new ArticleImage(image.FileId, alt, Line(image.Caption), input.Lead == image.FileId));
        }

        return images;
    }

    private List<ArticleAttachment> Attachments(ArticleInput input, ModelStateDictionary state)
    {
        var attachments = new List<ArticleAttachment>();
        for (var i = 0; i < input.Attachments.Count; i++)
        {
            var attachment = input.Attachments[i];
            if (attachment.Use && !Files.ContainsKey(attachment.FileId))
            {
                state.AddModelError($"Input.Attachments[{i}].Title", text[Deleted]);
            }
            else if (attachment.Use)
            {
                if (Line(attachment.Title) is { } title)
                {
                    attachments.Add(new ArticleAttachment(attachment.FileId, title));
                }
                else
                {
                    state.AddModelError($"Input.Attachments[{i}].Title", text["Viết tên tệp cho người đọc"]);
                }
            }
        }

        return attachments;
    }

    private async Task<IReadOnlyList<Guid>> RelatedAsync(ArticleInput input, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var slugs = (input.Related ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ArticleAddress.SlugIn).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Set<Article>().Where(a => slugs.Contains(a.Slug)).Select(a => new { a.Id, a.Slug }).ToDictionaryAsync(a => a.Slug, a => a.Id, cancellationToken);
        if (slugs.Count > MostRelated || slugs.Exists(slug => !known.ContainsKey(slug)))
        {
            state.AddModelError("Input.Related", text["Mỗi dòng là địa chỉ của một bài đã có, tối đa {0} bài", MostRelated]);
            return [];
        }

        return [.. slugs.Select(slug => known[slug])];
    }
}
