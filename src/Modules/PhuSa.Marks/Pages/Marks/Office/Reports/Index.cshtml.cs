using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Reports;

/// <summary>What readers reported of labels, the latest first.</summary>
internal sealed class IndexModel(GrantDesk desk) : PageModel
{
    public const int Size = 30;
    public const string StateKey = "tinh-trang";
    private const int MostPages = 10_000;

    private static readonly (string Word, LabelReportStatus Status)[] Words = [("cho", LabelReportStatus.New), ("xong", LabelReportStatus.Handled), ("bo-qua", LabelReportStatus.Dismissed)];

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    [BindProperty(SupportsGet = true, Name = StateKey)]
    public string? State { get; set; }

    public string Word { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<(string Word, string Name, int Count)> Choices { get; private set; } = [];

    public IReadOnlyList<(LabelReport Report, string? Right)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        var counts = await desk.Db.Set<LabelReport>().GroupBy(r => r.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        Choices = [("", "Tất cả", counts.Values.Sum()), .. Words.Select(word => (word.Word, LabelReportFlow.Table[word.Status].PublicName, counts.GetValueOrDefault(word.Status)))];
        var chosen = Array.FindIndex(Words, word => word.Word == State);
        Word = chosen < 0 ? "" : Words[chosen].Word;
        var all = desk.Db.Set<LabelReport>().AsNoTracking().AsSplitQuery();
        if (chosen >= 0)
        {
            var status = Words[chosen].Status;
            all = all.Where(r => r.Status == status);
        }

        (Number, Count) = (number, await all.CountAsync(cancellationToken));
        var page = await all.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Skip((number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        var ids = page.Select(r => r.GrantId).OfType<Guid>().ToArray();
        var rights = await desk.Db.Set<MarkGrant>().Where(g => EF.Parameter(ids).Contains(g.Id)).Select(g => new { g.Id, g.HolderId, g.Product }).ToListAsync(cancellationToken);
        var holders = await desk.Organisations.OfAsync(rights.Select(g => g.HolderId), cancellationToken);
        var named = rights.ToDictionary(g => g.Id, g => $"{holders[g.HolderId].Name} · {g.Product}");
        Lines = [.. page.Select(r => (r, r.GrantId is { } grant ? named.GetValueOrDefault(grant) : null))];
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
