using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>A found page as this site links to it.</summary>
/// <param name="Site">Name of the site it is on, where that is another one.</param>
internal sealed record FoundPage(SearchHit Hit, string Address, string Kind, string? Site);

/// <summary>Search over everything public, a page at a time; without script, and every state has an address.</summary>
internal sealed class SearchModel(ISearch search, KeptSites sites, Texts texts) : PageModel
{
    public const int Size = 20;
    public const string EverySite = "tat-ca";

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy"];

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>As typed: a browser without a calendar sends what the reader wrote.</summary>
    [BindProperty(Name = "tu", SupportsGet = true)]
    public string? FirstDay { get; set; }

    [BindProperty(Name = "den", SupportsGet = true)]
    public string? LastDay { get; set; }

    [BindProperty(Name = "cong", SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    public SearchAnswer Answer { get; private set; } = new();

    public IReadOnlyList<FoundPage> Found { get; private set; } = [];

    public IReadOnlyList<SearchKind> Kinds { get; } = [.. search.Kinds.Where(kind => kind.IsForReaders)];

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>The other sites, that can be looked through alone.</summary>
    public IReadOnlyList<Site> Others { get; private set; } = [];

    public bool IsTyped => !string.IsNullOrWhiteSpace(Query);

    public bool IsNarrowed => Kind is not null || From is not null || To is not null;

    /// <summary>The same words without kind and days, at the site that was chosen.</summary>
    public string WidenedAddress => $"/tim-kiem?q={Uri.EscapeDataString(Query ?? "")}{(Place is null ? "" : $"&cong={Uri.EscapeDataString(Place)}")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Query = Query is { Length: > SearchQuestion.LongestText } ? VietnameseText.Beginning(Query, SearchQuestion.LongestText) : Query;
        Kind = string.IsNullOrEmpty(Kind) ? null : Kind;
        var directory = await sites.DirectoryAsync(cancellationToken);
        var here = sites.SiteOf(directory, HttpContext);
        Others = [.. directory.Sites.Where(site => site.Code != here?.Code)];
        Place = Place == EverySite || Others.Any(site => site.Code == Place) ? Place : null;
        (From, To) = (Day("tu", FirstDay), Day("den", LastDay));
        if (From > To)
        {
            ModelState.AddModelError("den", texts["Ngày sau cùng phải từ ngày đầu trở đi."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Number is < 1 or > SearchAnswer.MostCounted / Size || (Kind is not null && !Kinds.Any(kind => kind.Code == Kind)))
        {
            return NotFound();
        }

        var there = Others.FirstOrDefault(site => site.Code == Place);
        Answer = search.Find(new SearchQuestion(Query ?? "")
        {
            Site = (there ?? here)?.Code ?? "",
            Place = Place == EverySite ? SearchPlace.Everywhere : SearchPlace.Here,
            Kind = Kind,
            From = From,
            To = To,
            Skip = (Number - 1) * Size,
            Take = Size,
        });
        Found = [.. Answer.Hits.Select(hit => Page(hit, directory, here))];
        return Number > PagingTagHelper.Pages(Answer.Count, Size) ? NotFound() : Page();
    }

    /// <summary>The same question with other words, or at every site.</summary>
    public string AddressOf(string words, bool everywhere)
    {
        var filters = new List<string> { $"q={Uri.EscapeDataString(words)}" };
        Add("loai", Kind);
        Add("tu", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("den", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("cong", everywhere ? EverySite : Place);
        return $"/tim-kiem?{string.Join('&', filters)}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                filters.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(field, texts["Viết ngày dạng 31/12/2026."]);
        return null;
    }

    private FoundPage Page(SearchHit hit, SiteDirectory directory, Site? here)
    {
        var kind = Kinds.First(kind => kind.Code == hit.Kind).Name;
        var home = hit.Sites.Count == 0 || hit.Sites.Contains(here?.Code, StringComparer.Ordinal) ? null : directory.WithCode(hit.Sites[0]);
        return home is null ? new FoundPage(hit, hit.Url, kind, Site: null) : new FoundPage(hit, KeptSites.AddressOf(directory, home, Request) + hit.Url, kind, home.Name);
    }
}
