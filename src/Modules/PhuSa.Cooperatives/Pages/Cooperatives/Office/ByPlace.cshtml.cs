using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office;

/// <summary>How many files of the list belong to each administrative unit, by the borders of then or of today.</summary>
internal sealed class ByPlaceModel(RegistryBook book) : PageModel
{
    public RegistryFilter Filter { get; private set; } = null!;

    public IReadOnlyList<UnitCount> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = RegistryFilter.Of(Request.Query) with { Unit = null };
        Units = await book.UnitsAsync(Filter, cancellationToken);
    }

    public string ListOf(UnitCount count) => RegistryRights.Address + (Filter with { Unit = count.Key }).Query;

    public string With(bool today) => $"{RegistryRights.Address}/{RegistryDesk.ByPlace}{(Filter with { ByBordersOfToday = today }).Query}";
}
