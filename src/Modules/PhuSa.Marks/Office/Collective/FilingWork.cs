using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Office.Collective;

/// <summary>Filings of which the stage that is waited for is overdue, and registrations that end within 90 days or have ended.</summary>
internal sealed class FilingWork(CollectiveList list, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(CollectiveRights.Keep))
        {
            return [];
        }

        var today = list.Today;
        return [.. (await list.AllAsync(cancellationToken)).Select(line => Item(line, today)).OfType<WorkItem>()];
    }

    private WorkItem? Item(CollectiveLine line, DateOnly today) => line.Standing switch
    {
        { IsLate: true, Due: { } due } => new WorkItem(
            line.Mark.Name,
            text["{0}; hạn của bước này là ngày {1}", text[line.Standing.Word], VietnamTime.Written(due)],
            "Ghi bước tiếp",
            CollectiveRights.Of(line.Mark.Id),
            VietnamTime.Begin(due.AddDays(1)),
            due),
        { IsEnding: true, Ends: { } last } => new WorkItem(
            line.Mark.Name,
            text["Văn bằng nhãn hiệu tập thể hết thời hạn sau ngày {0}", VietnamTime.Written(last)],
            "Gia hạn",
            CollectiveRights.Of(line.Mark.Id),
            VietnamTime.Begin(last.AddDays(-GrantStanding.ReminderDays.Last(days => last <= today.AddDays(days)))),
            last),
        { Word: FilingCalendar.Past, Ends: { } last } => new WorkItem(
            line.Mark.Name,
            text["Văn bằng nhãn hiệu tập thể đã hết thời hạn sau ngày {0}", VietnamTime.Written(last)],
            "Ghi kết quả",
            CollectiveRights.Of(line.Mark.Id),
            VietnamTime.Begin(last.AddDays(1)),
            last),
        _ => null,
    };
}
