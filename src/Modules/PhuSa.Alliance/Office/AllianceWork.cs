using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Decisions;
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

/// <summary>
/// What waits in the Alliance's office: requests to appraise and to list, nominations for the panel and to list, memoranda past their term or not kept,
/// obligations past their day or near it; for who decides also the lists that wait for a signed decision.
/// </summary>
internal sealed class AllianceWork(AppDbContext db, IOrganisations organisations, IEnumerable<DecisionCase> cases, TimeProvider clock, Texts text) : IWorkSource
{
    /// <summary>So many days before its last one an obligation is told.</summary>
    private const int SoonDays = 30;

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var items = new List<WorkItem>();
        if (person.May(AllianceRights.Keep))
        {
            items.AddRange(await RequestsAsync(cancellationToken));
            items.AddRange(await NominationsAsync(cancellationToken));
            items.AddRange(await MemorandaAsync(cancellationToken));
            items.AddRange(await ObligationsAsync(cancellationToken));
        }

        if (person.May(AllianceRights.Decide))
        {
            items.AddRange(await ListsAsync(cancellationToken));
        }

        return items;
    }

    private async Task<List<WorkItem>> ListsAsync(CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        foreach (var kind in cases)
        {
            foreach (var line in (await kind.AllAsync(cancellationToken)).Where(line => line.Status == DecisionFlow.Table[DecisionStatus.Preparing] && line.Rows > 0))
            {
                var since = (await kind.FindAsync(line.Id, cancellationToken))!.Steps.Max(step => step.At);
                items.Add(new WorkItem(line.Title, text["{0}: danh sách {1} dòng, chờ ghi quyết định đã ký", text[kind.Title], line.Rows], "Ghi ký", kind.AddressOf(line.Id), since, Due: null));
            }
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> RequestsAsync(CancellationToken cancellationToken)
    {
        var requests = await db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery().Where(r => r.Status == RequestStatus.Filed || r.Status == RequestStatus.Appraised).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(requests.Select(r => r.OrganisationId), cancellationToken);
        return requests.Select(r => r.Status == RequestStatus.Filed
            ? new WorkItem(named[r.OrganisationId].Name, text["Đề nghị gia nhập Liên minh, chờ thẩm định"], "Thẩm định", AllianceRights.OfRequest(r.Id), r.Steps.Max(s => s.At), Due: null)
            : new WorkItem(named[r.OrganisationId].Name, text["Đề nghị gia nhập Liên minh, đã thẩm định, chờ vào danh sách trình ký"], "Lập danh sách", AllianceRights.OfRequest(r.Id), r.Steps.Max(s => s.At), Due: null));
    }

    private async Task<IEnumerable<WorkItem>> NominationsAsync(CancellationToken cancellationToken)
    {
        var nominations = await db.Set<Nomination>().AsNoTracking().AsSplitQuery().Where(n => n.Status == NominationStatus.Nominated || n.Status == NominationStatus.Approved).OrderBy(n => n.Id).ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(nominations.Select(n => n.OrganisationId).OfType<Guid>(), cancellationToken);
        return nominations.Select(n => new WorkItem(
            AwardCase.NameOf(n.RecipientName, n.OrganisationId, named),
            n.Status == NominationStatus.Nominated ? text["Đề nghị khen thưởng, chờ hội đồng xét"] : text["Đề nghị khen thưởng, hội đồng đã đồng ý, chờ vào danh sách trình ký"],
            n.Status == NominationStatus.Nominated ? "Xét" : "Lập danh sách",
            $"{AllianceRights.Awards}/{n.Id}",
            n.Steps.Max(s => s.At),
            Due: null));
    }

    private async Task<IEnumerable<WorkItem>> MemorandaAsync(CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var waiting = await db.Set<Memorandum>().AsNoTracking().AsSplitQuery()
            .Where(m => m.Status == MemorandumStatus.Breached || (m.Status == MemorandumStatus.Signed && m.EndsOn < today))
            .OrderBy(m => m.EndsOn).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        return waiting.Select(m => m is { Status: MemorandumStatus.Signed, EndsOn: { } last }
            ? new WorkItem(m.Title, text["Bản ghi nhớ hết thời hạn ngày {0}, chưa ghi gia hạn hay kết thúc", VietnamTime.Written(last)], "Ghi kết quả", MemorandumAddress(m.Code), VietnamTime.Begin(last.AddDays(1)), Due: null)
            : new WorkItem(m.Title, text["Bản ghi nhớ có một bên không thực hiện, chưa ghi gia hạn hay kết thúc"], "Ghi kết quả", MemorandumAddress(m.Code), m.Steps.Max(s => s.At), Due: null));
    }

    private async Task<IEnumerable<WorkItem>> ObligationsAsync(CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var soon = today.AddDays(SoonDays);
        var due = await (
            from obligation in db.Set<Obligation>().AsNoTracking()
            join memorandum in db.Set<Memorandum>().AsNoTracking() on obligation.MemorandumId equals memorandum.Id
            where obligation.Status == ObligationStatus.Open && obligation.DueOn <= soon && (memorandum.Status == MemorandumStatus.Signed || memorandum.Status == MemorandumStatus.Breached)
            orderby obligation.DueOn, obligation.Id
            select new { obligation.What, obligation.DueOn, obligation.Since, obligation.OwnerId, memorandum.Code }).ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(due.Select(o => o.OwnerId), cancellationToken);
        return due.Select(o => new WorkItem(
            o.What,
            o.DueOn < today
                ? text["Nghĩa vụ theo bản ghi nhớ đã quá hạn, bên thực hiện: {0}", named.GetValueOrDefault(o.OwnerId)?.ShortName ?? ""]
                : text["Nghĩa vụ theo bản ghi nhớ sắp đến hạn, bên thực hiện: {0}", named.GetValueOrDefault(o.OwnerId)?.ShortName ?? ""],
            "Ghi kết quả",
            MemorandumAddress(o.Code),
            o.Since,
            o.DueOn));
    }

    private static string MemorandumAddress(string code) => $"{AllianceRights.Memoranda}/{code}";
}
