using PhuSa.Platform;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>One part of an article on two sides.</summary>
/// <param name="Name">Vietnamese, a key of the module's English table.</param>
internal sealed record DifferencePart(string Name, IReadOnlyList<DifferenceRow> Rows)
{
    public bool Differs => Rows.Any(row => row.Differs);
}

/// <summary>Two contents of one article, part by part.</summary>
internal sealed class ContentDifference(SiteDirectory directory, IReadOnlyDictionary<Guid, string> names)
{
    /// <param name="names">Titles of the articles and names of the files that the contents point to.</param>
    public static ContentDifference With(SiteDirectory directory, IReadOnlyDictionary<Guid, string> names) => new(directory, names);

    /// <returns>Title and body always, of the others those that differ.</returns>
    public IReadOnlyList<DifferencePart> Of(ArticleContent before, ArticleContent after)
    {
        DifferencePart[] parts =
        [
            Part("Tên bài", before, after, content => content.Text.Title),
            Part("Tóm tắt", before, after, content => content.Text.Summary),
            .. Facts(before.Facts, after.Facts),
            Part("Nội dung", before, after, content => WrittenBody.Compared(content.Text.Body)),
            Part("Tác giả", before, after, content => content.Text.Author),
            Part("Nguồn", before, after, content => content.Text.Source),
            Part("Chữ viết tắt", before, after, content => content.Text.Initials),
            Part("Ngày diễn ra", before, after, content => Day(content.EventDay)),
            Part("Hiện đến hết ngày", before, after, content => Day(content.ExpiresOn)),
            Part("Duyệt chung", before, after, content => content.JointApproval ? "×" : null),
            Part("Chuyên mục", before, after, content => Lines(content.Categories.Select(Category))),
            Part("Thẻ", before, after, content => Lines(content.Tags)),
            Part("Ảnh", before, after, content => Lines(content.Extras.Images.Select(Image))),
            Part("Tệp đính kèm", before, after, content => Lines(content.Extras.Attachments.Select(file => $"{Name(file.FileId)}: {file.Title}"))),
            Part("Bài liên quan", before, after, content => Lines(content.Extras.Related.Select(Name))),
        ];
        return [.. parts.Where(part => part.Differs || part.Name is "Tên bài" or "Nội dung")];
    }

    /// <summary>A fact that stands on one side only is a difference too.</summary>
    private IEnumerable<DifferencePart> Facts(ArticleFacts? before, ArticleFacts? after)
    {
        var (left, right) = (before?.All(Name).ToList() ?? [], after?.All(Name).ToList() ?? []);
        return left.Concat(right).Select(fact => fact.Name).Distinct(StringComparer.Ordinal)
            .Select(name => new DifferencePart(name, TextDifference.Of(left.Find(fact => fact.Name == name)?.Said ?? "", right.Find(fact => fact.Name == name)?.Said ?? "")));
    }

    private static DifferencePart Part(string name, ArticleContent before, ArticleContent after, Func<ArticleContent, string?> said) =>
        new(name, TextDifference.Of(said(before) ?? "", said(after) ?? ""));

    private static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private string Image(ArticleImage image) => $"{(image.IsLead ? "★ " : "")}{Name(image.FileId)}: {image.Alt}{(image.Caption is null ? "" : $" – {image.Caption}")}";

    private string Category(Guid id) => directory.Category(id) is { } category ? $"{directory.WithCode(category.Site)?.Name}: {category.Title}" : id.ToString();

    private string Name(Guid id) => names.GetValueOrDefault(id) ?? id.ToString();
}
