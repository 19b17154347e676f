using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Technology.Processes;

namespace PhuSa.Technology.Pages.Technology;

internal sealed class IndexModel(AppDbContext db) : PageModel
{
    public IReadOnlyList<ProcessFact> Processes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Processes = await db.Set<TechnologyProcess>().InVietnameseOrder(db, p => p.Title).AsFacts().ToListAsync(cancellationToken);
}
