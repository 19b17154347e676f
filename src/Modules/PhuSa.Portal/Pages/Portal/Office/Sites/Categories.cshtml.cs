using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The news lists of a site: names, order, new ones, and empty ones that are no longer used.</summary>
internal sealed partial class CategoriesModel(SiteDesk desk, IEnumerable<IPublications> publications, Texts text) : SiteRowsEditing<CategoryRow>(desk, text)
{
    private List<Category> _all = [];

    public bool IsKnown(CategoryRow row) => _all.Exists(category => category.Slug == VietnameseText.OnOneLine(row.Slug));

    public string? WrongAbout(int row) => ModelState[$"Rows[{row}].Retired"]?.Errors.FirstOrDefault()?.ErrorMessage;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _all = await Desk.Db.Set<Category>().Where(category => category.Site == Site.Code).ToListAsync(cancellationToken);
        return true;
    }

    protected override List<CategoryRow> Stored() => [.. _all.OrderBy(category => category.IsRetired).ThenBy(category => category.Position).ThenBy(category => category.Code, StringComparer.Ordinal)
        .Select(category => new CategoryRow { Title = category.Title, Slug = category.Slug, HomeCount = category.HomeCount, Retired = category.IsRetired })];

    protected override IEnumerable<(string Label, string? Words)> Told(IReadOnlyList<CategoryRow> rows)
    {
        var said = rows.Where(row => !IsEmpty(row)).ToList();
        return [.. said.Select(row => (NameOf(row), (string?)Row(VietnameseText.OnOneLine(row.Title), row.HomeCount?.ToString(CultureInfo.InvariantCulture), row.Retired ? "ngừng dùng" : null))), Order(said.Select(NameOf))];
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (IsEmpty(row))
            {
                continue;
            }

            if (VietnameseText.OnOneLine(row.Title) is null)
            {
                Wrong($"Rows[{i}].Title", "Nhập tên chuyên mục");
            }

            if (!Slug.IsMatch(VietnameseText.OnOneLine(row.Slug) ?? ""))
            {
                Wrong($"Rows[{i}].Slug", "Phần cuối của địa chỉ chỉ gồm chữ thường không dấu, chữ số, gạch nối");
            }
            else if (Rows.FindIndex(other => VietnameseText.OnOneLine(other.Slug) == VietnameseText.OnOneLine(row.Slug)) < i)
            {
                Wrong($"Rows[{i}].Slug", "Địa chỉ này đã có ở một dòng trên");
            }
            else if (!IsKnown(row) && await IsCodeTakenAsync(CodeOf(row), cancellationToken))
            {
                Wrong($"Rows[{i}].Slug", "Mã chuyên mục này đã có; hãy chọn địa chỉ khác");
            }

            if (row.Retired && _all.Find(category => category.Slug == VietnameseText.OnOneLine(row.Slug)) is { IsRetired: false } used && await HeldAsync(used, cancellationToken) is > 0 and var held)
            {
                Wrong($"Rows[{i}].Retired", "Chuyên mục “{0}” còn {1} bài, kể cả bản nháp và bản sửa đang mở, nên chưa ngừng dùng được", used.Title, held);
            }
        }
    }

    protected override void Apply()
    {
        // What the form does not name stays behind what it names: a list is never lost by leaving it out.
        var left = _all.Where(category => Rows.TrueForAll(row => VietnameseText.OnOneLine(row.Slug) != category.Slug)).OrderBy(category => category.Position).ToList();
        var position = 0;
        foreach (var row in Rows.Where(row => !IsEmpty(row)))
        {
            var category = _all.Find(known => known.Slug == VietnameseText.OnOneLine(row.Slug)) ?? Added(row);
            category.Call(VietnameseText.OnOneLine(row.Title)!, ++position);
            category.ShowAtHome(row.HomeCount);
            category.Retire(row.Retired);
        }

        foreach (var category in left)
        {
            category.Call(category.Title, ++position);
        }
    }

    protected override SiteDirectory Previewed(SiteDirectory directory) => directory.With(Site, categories: _all);

    /// <summary>Articles that stand there or are to stand there, and records of other modules that are listed there. What was withdrawn never comes back, so it holds nothing up.</summary>
    private async Task<int> HeldAsync(Category category, CancellationToken cancellationToken)
    {
        var db = Desk.Db;
        var held = await db.Set<Article>().CountAsync(
            article => article.Status != ArticleStatus.Withdrawn
                && (article.Places.Any(place => place.CategoryId == category.Id) || db.Set<Revision>().Any(revision => revision.Id == article.OpenRevisionId && revision.CategoryIds.Contains(category.Id))),
            cancellationToken);
        foreach (var publisher in publications)
        {
            held += (await publisher.AllAsync(cancellationToken)).Count(publication => publication.Site == Site.Code && publication.Category == category.Slug);
        }

        return held;
    }

    private Task<bool> IsCodeTakenAsync(string code, CancellationToken cancellationToken) => Desk.Db.Set<Category>().AnyAsync(category => category.Code == code, cancellationToken);

    private Category Added(CategoryRow row)
    {
        var category = new Category(Guid.CreateVersion7(), CodeOf(row), Site.Code, VietnameseText.OnOneLine(row.Slug)!);
        Desk.Db.Add(category);
        _all.Add(category);
        return category;
    }

    private string CodeOf(CategoryRow row) => $"{Site.Code}.{VietnameseText.OnOneLine(row.Slug)}";

    private static string NameOf(CategoryRow row) => VietnameseText.OnOneLine(row.Slug) ?? "?";

    private static bool IsEmpty(CategoryRow row) => VietnameseText.OnOneLine(row.Title) is null && VietnameseText.OnOneLine(row.Slug) is null;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slug { get; }
}

internal sealed class CategoryRow
{
    /// <summary>The code of the category holds the site's code too.</summary>
    private const int SlugMaxLength = 60;

    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Tên chuyên mục")]
    [StringLength(Category.TitleMaxLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    [Display(Name = "Phần cuối của địa chỉ")]
    [StringLength(SlugMaxLength, ErrorMessage = TooLong)]
    public string? Slug { get; set; }

    /// <summary>Null: the home page shows none of its news.</summary>
    [Display(Name = "Số tin ở trang chủ")]
    [Range(1, HomeCategories.Most, ErrorMessage = "{0} là số từ {1} đến {2}, hoặc để trống")]
    public int? HomeCount { get; set; }

    [Display(Name = "Ngừng dùng")]
    public bool Retired { get; set; }
}
