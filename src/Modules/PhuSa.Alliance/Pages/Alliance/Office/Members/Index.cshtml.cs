using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Alliance.Pages.Alliance.Office.Members;

/// <summary>The members on a day, filtered by the address, with counts that open their lists.</summary>
internal sealed class IndexModel(AllianceDesk desk, MemberList list, ClassNames classes) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public MemberFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public DateOnly Day { get; private set; }

    public ClassBook Classes { get; private set; } = null!;

    public IReadOnlyList<MemberLine> Lines { get; private set; } = [];

    public IReadOnlyList<(string Key, string Title, IReadOnlyList<MemberChoice> Choices)> Facets { get; private set; } = [];

    public IReadOnlyList<UnitCount> Units { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = MemberFilter.Of(Request.Query);
        Day = Filter.AsOf ?? desk.Today;
        Classes = await classes.AllAsync(cancellationToken);
        var found = await list.OfAsync(Filter, Day, cancellationToken);
        var all = found.All;
        Units = found.Units;
        var chosen = Filter.Among(all).ToList();
        (Number, Count, Lines) = (number, chosen.Count, [.. chosen.Skip((number - 1) * Size).Take(Size)]);
        Facets =
        [
            (MemberFilter.ClassKey, "Loại thành viên", Filter.ByClass(all, Classes)),
            (MemberFilter.StateKey, "Tình trạng", Filter.ByState(all)),
            (MemberFilter.KindKey, "Loại hình", Filter.ByKind(all)),
        ];
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
