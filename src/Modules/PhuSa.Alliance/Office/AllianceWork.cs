using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>What waits in the Alliance's office: requests to appraise, nominations for the panel, obligations past their day.</summary>
internal sealed class AllianceWork(AppDbContext db, IOrganisations organisations, TimeProvider clock, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.May(AllianceRights.Keep)
            ? [.. await RequestsAsync(cancellationToken), .. await NominationsAsync(cancellationToken), .. await ObligationsAsync(cancellationToken)]
            : [];
    }

    private async Task<IEnumerable<WorkItem>> RequestsAsync(CancellationToken cancellationToken)
    {
        var requests = await db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery().Where(r => r.Status == RequestStatus.Filed).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(requests.Select(r => r.OrganisationId), cancellationToken);
        return requests.Select(r => new WorkItem(named[r.OrganisationId].Name, text["Đề nghị gia nhập Liên minh, chờ thẩm định"], "Thẩm định", AllianceRights.OfRequest(r.Id), r.Steps.Max(s => s.At), Due: null));
    }

    private async Task<IEnumerable<WorkItem>> NominationsAsync(CancellationToken cancellationToken)
    {
        var nominations = await db.Set<Nomination>().AsNoTracking().AsSplitQuery().Where(n => n.Status == NominationStatus.Nominated).OrderBy(n => n.Id).ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(nominations.Select(n => n.OrganisationId).OfType<Guid>(), cancellationToken);
        return nominations.Select(n => new WorkItem(AwardCase.NameOf(n.RecipientName, n.OrganisationId, named), text["Đề nghị khen thưởng, chờ hội đồng xét"], "Xét", $"{AllianceRights.Awards}/{n.Id}", n.Steps.Max(s => s.At), Due: null));
    }

    private async Task<IEnumerable<WorkItem>> ObligationsAsync(CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var overdue = await (
            from obligation in db.Set<Obligation>().AsNoTracking()
            join memorandum in db.Set<Memorandum>().AsNoTracking() on obligation.MemorandumId equals memorandum.Id
            where obligation.Status == ObligationStatus.Open && obligation.DueOn < today && (memorandum.Status == MemorandumStatus.Signed || memorandum.Status == MemorandumStatus.Breached)
            orderby obligation.DueOn, obligation.Id
            select new { obligation.What, obligation.DueOn, obligation.Since, obligation.OwnerId, memorandum.Code }).ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(overdue.Select(o => o.OwnerId), cancellationToken);
        return overdue.Select(o => new WorkItem(o.What, text["Nghĩa vụ theo bản ghi nhớ đã quá hạn, bên thực hiện: {0}", named.GetValueOrDefault(o.OwnerId)?.ShortName ?? ""], "Ghi kết quả", $"{AllianceRights.Memoranda}/{o.Code}", o.Since, o.DueOn));
    }
}
