using PhuSa.Marks.Office;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Applications;

/// <summary>Applications that wait for whoever records on their mark, and those that wait for the applicant's own people.</summary>
internal sealed class ApplicationWork(ApplicationList list, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(MarkRights.Keep))
        {
            return person.May(MarkRights.Own) ? [.. (await list.OfAsync(person.OrganisationId, cancellationToken)).Select(OwnItem).OfType<WorkItem>()] : [];
        }

        return [.. (await list.OpenAsync(cancellationToken)).Where(line => person.MayKeep(line.MarkOwnerId)).Select(Item).OfType<WorkItem>()];
    }

    /// <summary>What the office has to do next; nothing while the applicant drafts or supplements within the term.</summary>
    private WorkItem? Item(ApplicationLine line) => line.Application.Status switch
    {
        MarkApplicationStatus.Submitted => Of(line, "Kiểm tra hồ sơ đủ hay thiếu", "Kiểm tra hồ sơ"),
        MarkApplicationStatus.Complete => Of(line, "Chờ kiểm tra thực tế", "Ghi kiểm tra"),
        MarkApplicationStatus.Checked or MarkApplicationStatus.Sampled => Of(line, "Chờ quyết định trao quyền", "Quyết định"),
        MarkApplicationStatus.Supplementing when line.Due?.IsLate(list.Today) == true => Of(line, "Quá hạn bổ sung", "Xem đơn"),
        _ => null,
    };

    private WorkItem? OwnItem(ApplicationLine line) => line.Application.Status == MarkApplicationStatus.Supplementing
        ? new WorkItem(line.Application.Product, text["Đơn {0} cần bổ sung", line.Application.Code!], "Bổ sung", ApplicationDesk.OwnOf(line.Application.Id), line.Since, line.Due?.On)
        : null;

    private WorkItem Of(ApplicationLine line, string why, string verb) =>
        new($"{line.Applicant.Name} · {line.Application.Product}", text["{0}: {1}", line.Application.Code!, text[why]], verb, line.Address, line.Since, line.Due?.On);
}
