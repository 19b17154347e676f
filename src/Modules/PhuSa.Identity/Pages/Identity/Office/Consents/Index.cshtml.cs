using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Consents;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.Consents;

/// <summary>Every version of the text, and how many people stand by it.</summary>
internal sealed class IndexModel(AppDbContext db) : PageModel
{
    public IReadOnlyList<(ConsentText Text, int Given)> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var texts = await db.Set<ConsentText>().AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(cancellationToken);
        var given = await db.Set<Consent>().Where(c => c.Given && c.WithdrawnAt == null).GroupBy(c => c.Number)
            .Select(group => new { Number = group.Key, Count = group.Select(c => c.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Number, g => g.Count, cancellationToken);
        All = [.. texts.Select(text => (text, given.GetValueOrDefault(text.Number)))];
    }
}
