using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>Decisions that admit members: from appraised requests to terms.</summary>
internal sealed class AdmissionCase(AllianceDesk desk, MemberBook book, ClassNames classes) : DecisionCase(desk)
{
    public override string Word => "ket-nap";

    public override string Title => "Quyết định kết nạp";

    public override string NothingReady => "Chưa có đề nghị nào đã thẩm định để đưa vào danh sách.";

    public override bool OwnPapersOnly => true;

    public override string TemplateCode => AdmissionTemplate.TheCode;

    public override string Table => AdmissionDecisionConfiguration.Table;

    public override async Task<ListedDecision?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Desk.Db.Set<AdmissionDecision>().AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);

    public override ListedDecision New(Guid id, string title) => new AdmissionDecision(id, title, Desk.By, Desk.Now);

    public override async Task<IReadOnlyList<CaseLine>> AllAsync(CancellationToken cancellationToken)
    {
        var signed = await Desk.Db.Set<Admission>().Where(a => a.OffAt == null).GroupBy(a => a.DecisionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var listed = await Desk.Db.Set<MembershipRequest>().Where(r => r.Status == RequestStatus.Listed && r.DecisionId != null)
            .GroupBy(r => r.DecisionId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return await LinesAsync<AdmissionDecision>(id => signed.TryGetValue(id, out var rows) ? rows : listed.GetValueOrDefault(id), cancellationToken);
    }

    public override async Task<IReadOnlyList<CaseItem>> ItemsAsync(ListedDecision? decision, CancellationToken cancellationToken)
    {
        var words = await classes.AllAsync(cancellationToken);
        if (decision is not null && decision.Status != DecisionStatus.Preparing)
        {
            var rows = await Desk.Db.Set<Admission>().AsNoTracking().Where(a => a.DecisionId == decision.Id).ToListAsync(cancellationToken);
            var members = await Desk.Organisations.OfAsync(rows.Select(r => r.OrganisationId), cancellationToken);
            return [.. rows.OrderBy(r => members[r.OrganisationId].Name, VietnameseOrder.Instance).ThenBy(r => r.Id)
                .Select(r => new CaseItem(r.Id, members[r.OrganisationId].Name, words.Of(r.Class), AllianceRights.OfMember(members[r.OrganisationId].Code), IsPicked: true) { Row = r })];
        }

        var id = decision?.Id;
        var requests = await Desk.Db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery()
            .Where(r => r.Status == RequestStatus.Appraised || (r.Status == RequestStatus.Listed && r.DecisionId == id)).ToListAsync(cancellationToken);
        var named = await Desk.Organisations.OfAsync(requests.Select(r => r.OrganisationId), cancellationToken);
        return [.. requests.OrderBy(r => named[r.OrganisationId].Name, VietnameseOrder.Instance).ThenBy(r => r.Id)
            .Select(r => new CaseItem(r.Id, named[r.OrganisationId].Name, words.Of(r.ClassCode), AllianceRights.OfRequest(r.Id), r.Status == RequestStatus.Listed))];
    }

    public override async Task PickAsync(Guid decisionId, IReadOnlySet<Guid> picked, CancellationToken cancellationToken)
    {
        var listed = await ListedAsync(decisionId, cancellationToken);
        foreach (var request in listed.Where(r => !picked.Contains(r.Id)))
        {
            request.Unlist(Desk.By, Desk.Now);
        }

        var more = picked.Except(listed.Select(r => r.Id)).ToArray();
        var found = await Desk.Db.Set<MembershipRequest>().AsSplitQuery().Where(r => EF.Parameter(more).Contains(r.Id)).ToListAsync(cancellationToken);
        if (found.Count != more.Length)
        {
            throw new RefusedException("Có đề nghị không còn trong hồ sơ. Mở lại trang rồi chọn lại.");
        }

        foreach (var request in found)
        {
            request.List(decisionId, Desk.By, Desk.Now);
        }
    }

    public override async Task SignAsync(ListedDecision decision, PaperFact paper, CancellationToken cancellationToken)
    {
        decision.MustAllow(DecisionAction.Sign);
        var listed = await ListedAsync(decision.Id, cancellationToken);
        if (listed.Count == 0)
        {
            throw new RefusedException("Danh sách chưa có tổ chức nào.");
        }

        decision.Sign(paper.Id, paper.SignedOn, Desk.By, Desk.Now);
        await HoldAsync(paper, decision.Id, cancellationToken);
        var signedOn = paper.SignedOn.From!.Value;
        var ids = listed.ConvertAll(r => r.OrganisationId).ToArray();
        var named = await Desk.Organisations.OfAsync(ids, cancellationToken);
        var records = await Desk.Db.Set<Membership>().AsSplitQuery().Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        foreach (var request in listed)
        {
            var organisation = named[request.OrganisationId];
            if (!records.TryGetValue(organisation.Id, out var record))
            {
                record = new Membership(organisation.Id, organisation.Code);
                Desk.Db.Add(record);
            }

            record.Admit(await book.HistoryAsync(organisation.Id, cancellationToken), organisation.Name, request.ClassCode, signedOn, Desk.Today, paper.Id, Desk.By, Desk.Now);
            var id = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
            var admission = new Admission(id, id.ToString("N"), decision.Id, organisation.Id);
            admission.Describe(request.ClassCode, source: null);
            Desk.Db.Add(admission);
            request.Decide(paper.Id, Desk.By, Desk.Now);
        }
    }

    public override async Task VoidAsync(ListedDecision decision, string why, CancellationToken cancellationToken)
    {
        decision.Void(Desk.By, Desk.Now, why);
        await ReleaseAsync(decision.Id, cancellationToken);
        var members = await Desk.Db.Set<Admission>().Where(a => a.DecisionId == decision.Id && a.OffAt == null).Select(a => a.OrganisationId).ToArrayAsync(cancellationToken);
        foreach (var record in await Desk.Db.Set<Membership>().AsSplitQuery().Where(m => EF.Parameter(members).Contains(m.Id)).ToListAsync(cancellationToken))
        {
            record.Undo(why, decision.PaperId, Desk.By, Desk.Now);
        }

        await ReopenAsync(decision, members, why, cancellationToken);
    }

    public override async Task CorrectAsync(ListedDecision decision, Guid rowId, Correction correction, CancellationToken cancellationToken)
    {
        decision.MustBeInForce();
        var row = await Desk.Db.Set<Admission>().SingleOrDefaultAsync(a => a.Id == rowId && a.DecisionId == decision.Id, cancellationToken) ?? throw new RefusedException("Dòng này không có trong danh sách.");
        row.TakeOff(correction, Desk.By, Desk.Now);
        Touch(decision);
        if (await Desk.Db.Set<Membership>().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == row.OrganisationId, cancellationToken) is { } record)
        {
            record.ComeOff(correction.Why, decision.PaperId, Desk.By, Desk.Now);
        }

        await ReopenAsync(decision, [row.OrganisationId], correction.Why, cancellationToken);
    }

    public override async Task PutBackAsync(ListedDecision decision, CaseItem line, string why, CancellationToken cancellationToken)
    {
        TellOf(decision, line, why);
        var row = await Desk.Db.Set<Admission>().SingleAsync(a => a.Id == line.Id, cancellationToken);
        row.PutBack();
        if (await Desk.Db.Set<Membership>().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == row.OrganisationId, cancellationToken) is { } record)
        {
            record.ComeBack(why, decision.PaperId, Desk.By, Desk.Now);
        }

        // What it had asked was opened again with the row: where it still is, this decision answers it.
        var asked = await Desk.Db.Set<MembershipRequest>().AsSplitQuery().SingleOrDefaultAsync(r => r.OpenFor == row.OrganisationId && r.ClassCode == row.Class, cancellationToken);
        if (asked is null || !asked.Steps.Any(step => step.Action == nameof(RequestAction.Decide) && step.PaperId == decision.PaperId))
        {
            return;
        }

        if (asked.Status == RequestStatus.Listed)
        {
            throw new RefusedException("Đề nghị của “{0}” đang ở trong một danh sách khác. Đưa ra khỏi danh sách đó trước.", line.Name);
        }

        if (asked.Status == RequestStatus.Appraised)
        {
            asked.List(decision.Id, Desk.By, Desk.Now);
            asked.Decide(decision.PaperId!.Value, Desk.By, Desk.Now);
        }
    }

    /// <summary>What these organisations asked is open again, unless they have asked anew since.</summary>
    private async Task ReopenAsync(ListedDecision decision, Guid[] members, string why, CancellationToken cancellationToken)
    {
        var askedAnew = await Desk.Db.Set<MembershipRequest>().Where(r => r.OpenFor != null && EF.Parameter(members).Contains(r.OpenFor.Value)).Select(r => r.OrganisationId).ToListAsync(cancellationToken);
        foreach (var request in await Desk.Db.Set<MembershipRequest>().AsSplitQuery().Where(r => r.DecisionId == decision.Id && r.Status == RequestStatus.Decided && EF.Parameter(members).Contains(r.OrganisationId)).ToListAsync(cancellationToken))
        {
            if (askedAnew.Contains(request.OrganisationId))
            {
                request.StayClosed(why, Desk.By, Desk.Now);
            }
            else
            {
                request.Reopen(why, Desk.By, Desk.Now);
            }
        }
    }

    private async Task<List<MembershipRequest>> ListedAsync(Guid decisionId, CancellationToken cancellationToken) =>
        await Desk.Db.Set<MembershipRequest>().AsSplitQuery().Where(r => r.DecisionId == decisionId && r.Status == RequestStatus.Listed).OrderBy(r => r.Id).ToListAsync(cancellationToken);
}
