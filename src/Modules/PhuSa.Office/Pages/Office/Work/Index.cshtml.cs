using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Office.Pages.Office.Work;

/// <summary>What waits for the person, late first; of what has time, first what nobody else can do.</summary>
internal sealed class IndexModel(IEnumerable<IWorkSource> sources, ISignedIn signedIn, TimeProvider clock, Texts text) : PageModel
{
    /// <summary>Of each queue; the whole is one link away, for a phone need not load a hundred lines to show the first.</summary>
    private const int Shown = 20;
    private const int Week = 7;

    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool Everything { get; set; }

    public int Most => Everything ? int.MaxValue : Shown;

    public DateOnly Today { get; } = VietnamTime.Today(clock);

    public IReadOnlyList<WorkItem> Late { get; private set; } = [];

    public IReadOnlyList<WorkItem> ThisWeek { get; private set; } = [];

    public IReadOnlyList<WorkItem> Later { get; private set; } = [];

    public int Count => Late.Count + ThisWeek.Count + Later.Count;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.OfAsync(signedIn.Person!, cancellationToken));
        }

        var ordered = items.OrderBy(item => item.Due ?? DateOnly.MaxValue).ThenBy(item => item.Since).ThenBy(item => item.Title, StringComparer.Ordinal).ToList();
        Late = ordered.FindAll(item => item.Due < Today);
        ThisWeek = ordered.FindAll(item => item.Due >= Today && item.Due <= Today.AddDays(Week));
        Later = [.. ordered.Where(item => item.Due is null || item.Due > Today.AddDays(Week)).OrderByDescending(item => item.Own)];
    }

    /// <summary>How the time left is said: working days while it is late or near, the day otherwise.</summary>
    public string DueWords(WorkItem item) => item.Due switch
    {
        null => text["Chờ từ {0}", VietnamTime.Written(DateOnly.FromDateTime(VietnamTime.Local(item.Since)))],
        { } due when due < Today => text["Trễ {0} ngày làm việc", WorkingDays.Between(due, Today)],
        { } due when due == Today => text["Hạn hôm nay"],
        { } due when due <= Today.AddDays(Week) => text["Còn {0} ngày", due.DayNumber - Today.DayNumber],
        { } due => text["Trước {0}", VietnamTime.Written(due)],
    };
}
