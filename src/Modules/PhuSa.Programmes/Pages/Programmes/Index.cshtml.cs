using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Pages.Programmes;

/// <summary>The published reviews.</summary>
internal sealed class IndexModel(AppDbContext db) : PageModel
{
    public IReadOnlyList<Review> Reviews { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Reviews = await db.Set<Review>().AsNoTracking().IgnoreAutoIncludes()
            .Published()
            .OrderByDescending(r => r.Details.PublishedOn).ThenBy(r => r.Slug)
            .ToListAsync(cancellationToken);
}
