using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office;

/// <summary>The register: filtered by the address, in Vietnamese order, with counts that open their lists.</summary>
internal sealed class IndexModel(RegistryBook book, ISignedIn signedIn) : PageModel
{
    public const int PageSize = 30;
    private const int MostPages = 10_000;

    /// <summary>In the address of the list: the whole page is marked. In that of a file to take away: only the marked lines.</summary>
    public const string ChosenKey = "chon";

    /// <summary>How many files the change before this page was made for.</summary>
    public const string DoneKey = "da-ghi";

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    [BindProperty(SupportsGet = true, Name = ChosenKey)]
    public string? Chon { get; set; }

    [BindProperty(SupportsGet = true, Name = DoneKey)]
    public string? DaGhi { get; set; }

    /// <summary>Null where nothing has just been done.</summary>
    public int? Done => int.TryParse(DaGhi, NumberStyles.None, CultureInfo.InvariantCulture, out var done) && done > 0 ? done : null;

    public bool IsAllChosen => Chon is not null;

    /// <summary>This page of the list with every line marked, or none.</summary>
    public string ChoosingUrl
    {
        get
        {
            var query = new QueryBuilder(Filter.Parts.Select(part => KeyValuePair.Create(part.Key, part.Value)));
            if (Number > 1)
            {
                query.Add(PagingTagHelper.Parameter, Number.ToString(CultureInfo.InvariantCulture));
            }

            if (!IsAllChosen)
            {
                query.Add(ChosenKey, "trang");
            }

            return RegistryRights.Address + query.ToQueryString();
        }
    }

    public RegistryFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<PlacedLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts { get; private set; } = new Dictionary<string, IReadOnlyDictionary<string, int>>();

    public bool MayKeep => signedIn.Person!.May(RegistryRights.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        Filter = RegistryFilter.Of(Request.Query);
        (Count, Lines) = await book.PageAsync(Filter, (number - 1) * PageSize, PageSize, cancellationToken);
        if (number > 1 && Lines.Count == 0)
        {
            return NotFound();
        }

        Counts = await book.CountsAsync(Filter, cancellationToken);
        return Page();
    }

    /// <summary>Something is chosen that stands in the folded part of the filter.</summary>
    public bool IsNarrow => Filter.Borders.OfToday || Filter.Chosen.Keys.Any(key => key != RegistryFilter.StatusKey);

    /// <summary>Where the count of a choice leads: the list that it counts.</summary>
    public string UrlOf(Facet facet, FacetChoice choice) => RegistryRights.Address + Filter.With(facet, choice.Word).Query;
}
