using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Office;
using PhuSa.Marks.Register;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks;

/// <summary>The rights of all certification marks: who has them, or what they are for.</summary>
internal sealed class RightsModel(RightsBook book, MarkRegister register) : PageModel
{
    public const string Root = "/nhan-hieu/theo/";
    public const string Holders = "don-vi";
    public const string Products = "san-pham";
    public const int PageSize = 30;

    [FromRoute]
    public string Way { get; set; } = "";

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public int Number { get; set; } = 1;

    public RightsGrouping Grouping => Way == Holders ? RightsGrouping.ByHolder : RightsGrouping.ByProduct;

    public string Address => Root + Way;

    /// <summary>By words and by mark; more is the office's.</summary>
    public GrantFilter Filter { get; private set; } = null!;

    public IReadOnlyList<CertificationMarkLine> Marks { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<IGrouping<string, BookLine>> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Way is not (Holders or Products) || !ModelState.IsValid || Number < 1)
        {
            return NotFound();
        }

        Filter = GrantFilter.Of(Request.Query).Only(GrantFilter.MarkKey);
        Marks = await register.CertificationMarksAsync(cancellationToken);
        var groups = await book.OfAsync(Grouping, Filter, cancellationToken);
        Total = groups.Count;
        if (Number > PagingTagHelper.Pages(Total, PageSize))
        {
            return NotFound();
        }

        Groups = [.. groups.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Page();
    }
}
