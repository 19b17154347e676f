using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Scans;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Scans;

/// <summary>Codes that were checked in an unusual way, those that wait first.</summary>
internal sealed class IndexModel(GrantDesk desk) : PageModel
{
    public const int Size = 30;
    public const string StateKey = "tinh-trang";
    private const int MostPages = 10_000;

    private static readonly (string Word, UnusualScanStatus Status)[] Words = [("cho", UnusualScanStatus.New), ("kiem-tra", UnusualScanStatus.FieldCheck), ("khong-van-de", UnusualScanStatus.Harmless)];

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    [BindProperty(SupportsGet = true, Name = StateKey)]
    public string? State { get; set; }

    public string Word { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<(string Word, string Name, int Count)> Choices { get; private set; } = [];

    public IReadOnlyList<(UnusualScan Scan, string Right)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        var scans = desk.Db.Set<UnusualScan>();
        var counts = await scans.GroupBy(s => s.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        Choices = [("", "Tất cả", counts.Values.Sum()), .. Words.Select(word => (word.Word, UnusualScanFlow.Table[word.Status].PublicName, counts.GetValueOrDefault(word.Status)))];
        var chosen = Array.FindIndex(Words, word => word.Word == State);
        Word = chosen < 0 ? "" : Words[chosen].Word;
        var all = scans.AsNoTracking().AsSplitQuery();
        if (chosen >= 0)
        {
            var status = Words[chosen].Status;
            all = all.Where(s => s.Status == status);
        }

        (Number, Count) = (number, await all.CountAsync(cancellationToken));
        var page = await all.OrderBy(s => s.Status == UnusualScanStatus.New ? 0 : 1).ThenByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Skip((number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        var ids = page.Select(s => s.GrantId).ToArray();
        var rights = await desk.Db.Set<MarkGrant>().Where(g => EF.Parameter(ids).Contains(g.Id)).Select(g => new { g.Id, g.HolderId, g.Product }).ToListAsync(cancellationToken);
        var holders = await desk.Organisations.OfAsync(rights.Select(g => g.HolderId), cancellationToken);
        var named = rights.ToDictionary(g => g.Id, g => $"{holders[g.HolderId].Name} · {g.Product}");
        Lines = [.. page.Select(s => (s, named[s.GrantId]))];
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
