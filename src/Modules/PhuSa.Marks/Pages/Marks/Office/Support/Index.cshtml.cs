using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Office.Support;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Support;

/// <summary>Requests and contracts of support for first filings, filtered by the address.</summary>
internal sealed class IndexModel(SupportList list, SupportDesk desk) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public string? Words { get; private set; }

    public string? Stage { get; private set; }

    public bool IsFiltered => Words is not null || Stage is not null;

    public string Query { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<SupportLine> Lines { get; private set; } = [];

    public IReadOnlyList<(string Word, StatusFacts Facts, int Count)> Stages { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        (Words, Stage) = (SupportList.Text(Request.Query, SupportList.WordsKey), SupportList.Text(Request.Query, SupportList.StageKey));
        var parts = new[] { (SupportList.WordsKey, Words), (SupportList.StageKey, Stage) }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToList();
        Query = parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        var all = await list.AllAsync(cancellationToken);
        Stages = [.. SupportList.Stages.Select(stage => (stage.Word, stage.Facts, SupportList.Among(all, Words, stage.Word).Count())).Where(stage => stage.Item3 > 0 || stage.Word == Stage)];
        var chosen = SupportList.Among(all, Words, Stage).ToList();
        (Number, Count, Lines) = (number, chosen.Count, [.. chosen.Skip((number - 1) * Size).Take(Size)]);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
