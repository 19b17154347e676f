using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Office;

/// <summary>Rights that run out within 90 days, and suspensions of which the day to put things right is past.</summary>
internal sealed class GrantWork(GrantList list, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(MarkRights.Keep))
        {
            return [];
        }

        var today = list.Today;
        return [.. (await list.AllAsync(cancellationToken)).Where(line => person.MayKeep(line.MarkOwnerId)).Select(line => Item(line, today)).OfType<WorkItem>()];
    }

    private WorkItem? Item(GrantLine line, DateOnly today) => line switch
    {
        { Standing.State: GrantState.Expiring, ExpiresOn: { } last } => new WorkItem(
            $"{line.Holder.Name} · {line.Product}",
            text["Quyền sử dụng nhãn hiệu hết hạn sau ngày {0}", VietnamTime.Written(last)],
            "Gia hạn",
            MarkRights.Of(line.Id),
            VietnamTime.Begin(last.AddDays(-GrantStanding.ReminderDays.Last(days => last <= today.AddDays(days)))),
            last),
        { RemedyBy: { } by } when line.IsRemedyLate(today) => new WorkItem(
            $"{line.Holder.Name} · {line.Product}",
            text["Quyền đang tạm dừng, hạn khắc phục là ngày {0}", VietnamTime.Written(by)],
            "Ghi kết quả",
            MarkRights.Of(line.Id),
            line.Since,
            by),
        _ => null,
    };
}
