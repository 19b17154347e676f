using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Pages.Office.Work;

/// <summary>What waits for the person, late first.</summary>
internal sealed class IndexModel(IEnumerable<IWorkSource> sources, ISignedIn signedIn) : PageModel
{
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.OfAsync(signedIn.Person!, cancellationToken));
        }

        Items = [.. items.OrderBy(item => item.Due ?? DateOnly.MaxValue).ThenBy(item => item.Since)];
    }
}
