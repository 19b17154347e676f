using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles.Tables;

/// <summary>Lists that are shown no more: a table puts no article into one, as the office puts none.</summary>
internal sealed class RetiredCategories
{
    private Dictionary<Guid, string> _titles = [];

    public async Task LoadAsync(AppDbContext db, CancellationToken cancellationToken) =>
        _titles = await db.Set<Category>().AsNoTracking().Where(category => category.IsRetired).ToDictionaryAsync(category => category.Id, category => category.Title, cancellationToken);

    /// <param name="before">Where it stands already: an article of before the list was retired may be corrected.</param>
    public void Refuse(ImportRow row, Column column, IEnumerable<Guid> categories, IReadOnlyList<Guid> before)
    {
        foreach (var category in categories.Where(category => !before.Contains(category)))
        {
            if (_titles.TryGetValue(category, out var title))
            {
                row.Refuse(column, $"chuyên mục “{title}” đã thôi dùng; hãy chọn chuyên mục khác.");
            }
        }
    }
}
