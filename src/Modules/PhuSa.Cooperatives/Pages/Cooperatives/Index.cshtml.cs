using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>One line of the directory; the place is null where it is not known.</summary>
internal sealed record CooperativeLine(string Title, string Url, string? Place);

internal sealed class IndexModel(CooperativeQueries cooperatives, IPlaces places) : PageModel
{
    public const int PageSize = 20;
    public const int QueryMaxLength = 100;
    private const int MostPages = 100_000;
    private const int NeighboursShown = 2;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Trang { get; set; }

    public bool HasQuery => Q is { Length: > 0 };

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public int First => ((Number - 1) * PageSize) + 1;

    public int Last => Math.Min(Number * PageSize, Total);

    public IReadOnlyList<CooperativeLine> Lines { get; private set; } = [];

    /// <summary>The first page, the last one, and those around this one.</summary>
    public IEnumerable<int> Near => Enumerable.Range(Number - NeighboursShown, (2 * NeighboursShown) + 1)
        .Append(1).Append(Pages).Where(number => number >= 1 && number <= Pages).Distinct().Order();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Q = Q?.Trim() is { } q ? q[..Math.Min(q.Length, QueryMaxLength)] : null;
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        var page = await cooperatives.PageAsync(Q, (Number - 1) * PageSize, PageSize, cancellationToken);
        if (Number > 1 && page.Shown.Count == 0)
        {
            return NotFound();
        }

        Total = page.Total;
        var units = await places.OfAsync(page.Shown.Select(c => c.PlaceId).OfType<Guid>(), cancellationToken);
        Lines = [.. page.Shown.Select(c => new CooperativeLine(c.Title, $"/hop-tac-xa/{c.Slug}", c.PlaceText ?? (c.PlaceId is { } id ? units.GetValueOrDefault(id)?.FullName : null)))];
        return Page();
    }

    public string UrlOf(int number)
    {
        var query = new List<string>();
        if (HasQuery)
        {
            query.Add($"q={Uri.EscapeDataString(Q!)}");
        }

        if (number > 1)
        {
            query.Add($"trang={number}");
        }

        return query.Count == 0 ? "/hop-tac-xa" : $"/hop-tac-xa?{string.Join('&', query)}";
    }
}
