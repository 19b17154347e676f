using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.BrowserTests;

/// <summary>Administrative units: one that was split, with all that its page can say.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> PlacesAsync(IServiceProvider services)
    {
        var places = await services.GetRequiredService<IPlaces>().SearchAsync("Phú Hội", CancellationToken.None);
        Fill("/quan-tri/dia-ban/{id}", places[0].Id, "");
        var change = await services.GetRequiredService<AppDbContext>().Set<PlaceChange>().OrderBy(c => c.Id).Select(c => c.Id).FirstAsync();
        Fill("/quan-tri/dia-ban/thay-doi/{id}", change, "");
        return true;
    }
}
