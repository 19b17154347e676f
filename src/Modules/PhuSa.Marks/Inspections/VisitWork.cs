using PhuSa.Marks.Office;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Inspections;

/// <summary>Visits that wait for whoever records on their mark, and what a holder has to prepare or to put right.</summary>
internal sealed class VisitWork(VisitList list, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(MarkRights.Keep))
        {
            return person.May(MarkRights.Own) ? [.. (await list.AllAsync(cancellationToken)).Where(line => line.Visit.IsTold && line.Visit.HolderId == person.OrganisationId).Select(OwnItem).OfType<WorkItem>()] : [];
        }

        return [.. (await list.AllAsync(cancellationToken)).Where(line => person.MayKeep(line.MarkOwnerId)).Select(Item).OfType<WorkItem>()];
    }

    /// <summary>What the office has to do next; nothing while the holder puts things right within the term.</summary>
    private WorkItem? Item(VisitLine line) => line.Visit switch
    {
        { Status: InspectionVisitStatus.Planned or InspectionVisitStatus.Announced } visit => Of(line, visit.IsLate(list.Today) ? "Quá ngày dự kiến mà chưa ghi kết quả kiểm tra" : "Sắp kiểm tra", "Ghi kết quả"),
        { Status: InspectionVisitStatus.CarriedOut, RemedyBy: not null } visit when visit.IsLate(list.Today) => Of(line, "Quá hạn khắc phục, chưa ghi đã khắc phục hay chưa", "Kiểm tra lại"),
        { Status: InspectionVisitStatus.CarriedOut, RemedyBy: null } or { Status: InspectionVisitStatus.Remedied or InspectionVisitStatus.NotRemedied } => Of(line, "Chờ kết luận lượt kiểm tra", "Kết thúc"),
        _ => null,
    };

    private WorkItem? OwnItem(VisitLine line) => line.Visit switch
    {
        { Status: InspectionVisitStatus.Announced } visit => Own(line, text["{0}: cơ quan quản lý nhãn hiệu đến kiểm tra", visit.Code], "Chuẩn bị"),
        { AwaitsRemedy: true } visit => Own(line, text["{0}: còn điều phải khắc phục", visit.Code], "Khắc phục"),
        _ => null,
    };

    private static WorkItem Own(VisitLine line, string why, string verb) => new(string.Join(", ", line.Products), why, verb, InspectionDesk.OwnOf(line.Visit.Id), line.Since, line.Visit.Due);

    private WorkItem Of(VisitLine line, string why, string verb) => new(line.Title, text["{0}: {1}", line.Visit.Code, text[why]], verb, line.Address, line.Since, line.Visit.Due);
}
