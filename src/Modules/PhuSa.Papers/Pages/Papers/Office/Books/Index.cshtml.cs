using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;

namespace PhuSa.Papers.Pages.Papers.Office.Books;

/// <summary>The books of one's own organisation and how far each has counted this year.</summary>
internal sealed class IndexModel(PaperDesk desk) : PageModel
{
    public IReadOnlyList<PaperBook> Books { get; private set; } = [];

    public int Year => desk.Today.Year;

    public IReadOnlyDictionary<Guid, int> Last { get; private set; } = new Dictionary<Guid, int>();

    public bool MayNumber => desk.Person.May(PapersRights.Number);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var year = Year;
        Books = await desk.Reach.Books().AsNoTracking().OrderBy(b => b.IsClosed).ThenBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);
        Last = await desk.Db.Set<NumberSeries>().AsNoTracking().Where(s => s.Year == year).ToDictionaryAsync(s => s.SeriesId, s => s.Last, cancellationToken);
    }
}
