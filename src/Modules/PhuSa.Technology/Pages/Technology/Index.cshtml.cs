using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Technology.Processes;

namespace PhuSa.Technology.Pages.Technology;

internal sealed class IndexModel(AppDbContext db, IPlaces places) : PageModel
{
    public IReadOnlyList<ProcessFact> Processes { get; private set; } = [];

    private IReadOnlyDictionary<Guid, PlaceFact> Units { get; set; } = new Dictionary<Guid, PlaceFact>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Processes = await db.Set<TechnologyProcess>().InVietnameseOrder(db, p => p.Title).AsFacts().ToListAsync(cancellationToken);
        Units = await places.OfAsync(Processes.Select(p => p.PlaceId).OfType<Guid>(), cancellationToken);
    }

    /// <summary>The unit by its own name where it is known, else the words of the source.</summary>
    public string? PlaceOf(ProcessFact process) => process.PlaceId is { } id && Units.GetValueOrDefault(id) is { } unit ? unit.FullName : process.PlaceText;
}
