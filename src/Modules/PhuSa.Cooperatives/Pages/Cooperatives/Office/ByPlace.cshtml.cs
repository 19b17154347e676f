using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Places.Contracts;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office;

/// <summary>How many files of the list belong to each administrative unit, by the borders of then or of today.</summary>
internal sealed class ByPlaceModel(RegistryBook book) : PageModel
{
    public RegistryFilter Filter { get; private set; } = null!;

    public IReadOnlyList<UnitCount> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = RegistryFilter.Of(Request.Query).InAllUnits();
        Units = await book.UnitsAsync(Filter, cancellationToken);
    }

    public string ListOf(UnitCount count) => RegistryRights.Address + (Filter with { Borders = Filter.Borders with { Unit = count.Key } }).Query;

    public string With(bool today) => $"{RegistryRights.Address}/{RegistryDesk.ByPlace}{(Filter with { Borders = Filter.Borders with { OfToday = today } }).Query}";
}
