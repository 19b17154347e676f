using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The news of one month of publishing, or what has no day.</summary>
internal sealed class ArchiveMonthModel(KeptSites sites, SiteNews news, NewsPictures pictures) : PageModel
{
    public const int Size = 20;

    private const string Undated = "chua-ro-ngay";
    private const string Format = "yyyy-MM";

    /// <summary>Null where the list holds what has no day of publishing.</summary>
    public DateOnly? First { get; private set; }

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    public NewsPage List { get; private set; } = null!;

    public string Address => UrlOf(First);

    public static string UrlOf(DateOnly? first) => "/luu-tru/" + (first?.ToString(Format, CultureInfo.InvariantCulture) ?? Undated);

    public async Task<IActionResult> OnGetAsync(string when, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site || !ModelState.IsValid || Number is < 1 or > int.MaxValue / Size || !Read(when))
        {
            return NotFound();
        }

        List = await pictures.WithAsync(await news.OfMonthAsync(directory, site.Code, First, (Number - 1) * Size, Size, cancellationToken), cancellationToken);
        return List.Count == 0 || Number > PagingTagHelper.Pages(List.Count, Size) ? NotFound() : Page();
    }

    private bool Read(string when)
    {
        if (when == Undated)
        {
            return true;
        }

        var known = DateOnly.TryParseExact(when, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year < DateOnly.MaxValue.Year;
        First = first;
        return known;
    }
}
