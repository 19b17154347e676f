using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Nominations;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>Decisions that award: from nominations that the panel agreed to, to the register.</summary>
internal sealed class AwardCase(AllianceDesk desk) : DecisionCase(desk)
{
    public const string TheWord = "khen-thuong";

    public override string Word => TheWord;

    public override string Title => "Quyết định khen thưởng";

    public override string NothingReady => "Chưa có đề nghị khen thưởng nào hội đồng đã đồng ý.";

    public override bool OwnPapersOnly => false;

    public override string TemplateCode => AwardTemplate.TheCode;

    public override string Table => AwardDecisionConfiguration.Table;

    public override IReadOnlyList<string> More => ["Cấp", "Đối tượng", "Lý do khen"];

    public override async Task<ListedDecision?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Desk.Db.Set<AwardDecision>().AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);

    public override ListedDecision New(Guid id, string title) => new AwardDecision(id, title, Desk.By, Desk.Now);

    public override async Task<IReadOnlyList<CaseLine>> AllAsync(CancellationToken cancellationToken)
    {
        var signed = await Desk.Db.Set<Award>().Where(a => a.OffAt == null).GroupBy(a => a.DecisionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var listed = await Desk.Db.Set<Nomination>().Where(n => n.Status == NominationStatus.Listed && n.DecisionId != null)
            .GroupBy(n => n.DecisionId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return await LinesAsync<AwardDecision>(id => signed.TryGetValue(id, out var rows) ? rows : listed.GetValueOrDefault(id), cancellationToken);
    }

    public override async Task<IReadOnlyList<CaseItem>> ItemsAsync(ListedDecision? decision, CancellationToken cancellationToken)
    {
        if (decision is not null && decision.Status != DecisionStatus.Preparing)
        {
            var rows = await Desk.Db.Set<Award>().AsNoTracking().Where(a => a.DecisionId == decision.Id).ToListAsync(cancellationToken);
            var owners = await Desk.Organisations.OfAsync(rows.Select(r => r.OrganisationId).OfType<Guid>(), cancellationToken);
            return [.. rows.Select(r => new CaseItem(r.Id, NameOf(r.RecipientName, r.OrganisationId, owners), Award.Word(r.Form), AddressOf(decision.Id), IsPicked: true)
            {
                Row = r,
                More = [Award.Word(r.Level), Award.Word(r.Scope), r.Reason],
                EditUrl = !r.IsOff && DecisionFlow.Table.Counting.Contains(decision.Status) ? $"{AddressOf(decision.Id)}/dong/{r.Id}/ly-do" : null,
            }).OrderBy(r => r.Name, VietnameseOrder.Instance).ThenBy(r => r.Id)];
        }

        var id = decision?.Id;
        var nominations = await Desk.Db.Set<Nomination>().AsNoTracking().AsSplitQuery()
            .Where(n => n.Status == NominationStatus.Approved || (n.Status == NominationStatus.Listed && n.DecisionId == id)).ToListAsync(cancellationToken);
        var named = await Desk.Organisations.OfAsync(nominations.Select(n => n.OrganisationId).OfType<Guid>(), cancellationToken);
        var kinds = await Desk.Db.Set<AwardKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, cancellationToken);
        return [.. nominations.Select(n => new CaseItem(n.Id, NameOf(n.RecipientName, n.OrganisationId, named), kinds[n.KindId].Name, $"{Home}/{n.Id}", n.Status == NominationStatus.Listed)
        {
            More = [Award.Word(kinds[n.KindId].Level), Award.Word(n.Scope), n.Reason],
        }).OrderBy(n => n.Name, VietnameseOrder.Instance).ThenBy(n => n.Id)];
    }

    public override async Task PickAsync(Guid decisionId, IReadOnlySet<Guid> picked, CancellationToken cancellationToken)
    {
        var listed = await ListedAsync(decisionId, cancellationToken);
        foreach (var nomination in listed.Where(n => !picked.Contains(n.Id)))
        {
            nomination.Unlist(Desk.By, Desk.Now);
        }

        var more = picked.Except(listed.Select(n => n.Id)).ToArray();
        var found = await Desk.Db.Set<Nomination>().AsSplitQuery().Where(n => EF.Parameter(more).Contains(n.Id)).ToListAsync(cancellationToken);
        if (found.Count != more.Length)
        {
            throw new RefusedException("Có đề nghị không còn trong hồ sơ. Mở lại trang rồi chọn lại.");
        }

        foreach (var nomination in found)
        {
            nomination.List(decisionId, Desk.By, Desk.Now);
        }

        await MustBeOnceAsync([.. listed.Where(n => picked.Contains(n.Id)), .. found], cancellationToken);
    }

    public override async Task SignAsync(ListedDecision decision, PaperFact paper, CancellationToken cancellationToken)
    {
        decision.MustAllow(DecisionAction.Sign);
        var listed = await ListedAsync(decision.Id, cancellationToken);
        if (listed.Count == 0)
        {
            throw new RefusedException("Danh sách chưa có dòng nào.");
        }

        await MustBeOnceAsync(listed, cancellationToken);
        decision.Sign(paper.Id, paper.SignedOn, Desk.By, Desk.Now);
        await HoldAsync(paper, decision.Id, cancellationToken);
        var kinds = await Desk.Db.Set<AwardKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, cancellationToken);
        foreach (var nomination in listed)
        {
            var id = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
            var kind = kinds[nomination.KindId];
            var award = new Award(id, id.ToString("N"), decision.Id);
            award.Describe(kind.Level, kind.Form, nomination.Scope, nomination.OrganisationId, nomination.RecipientName, nomination.Reason, source: null);
            Desk.Db.Add(award);
            nomination.Receive(paper.Id, Desk.By, Desk.Now);
        }
    }

    public override async Task VoidAsync(ListedDecision decision, string why, CancellationToken cancellationToken)
    {
        decision.Void(Desk.By, Desk.Now, why);
        await ReleaseAsync(decision.Id, cancellationToken);
        foreach (var nomination in await Desk.Db.Set<Nomination>().AsSplitQuery().Where(n => n.DecisionId == decision.Id && n.Status == NominationStatus.Awarded).ToListAsync(cancellationToken))
        {
            nomination.Reopen(why, Desk.By, Desk.Now);
        }
    }

    public override async Task CorrectAsync(ListedDecision decision, Guid rowId, Correction correction, CancellationToken cancellationToken)
    {
        decision.MustBeInForce();
        var row = await Desk.Db.Set<Award>().SingleOrDefaultAsync(a => a.Id == rowId && a.DecisionId == decision.Id, cancellationToken) ?? throw new RefusedException("Dòng này không có trong danh sách.");
        row.TakeOff(correction, Desk.By, Desk.Now);
        Touch(decision);
        var kinds = await Desk.Db.Set<AwardKind>().Where(k => k.Level == row.Level && k.Form == row.Form).Select(k => k.Id).ToListAsync(cancellationToken);
        var awarded = await Desk.Db.Set<Nomination>().AsSplitQuery()
            .Where(n => n.DecisionId == decision.Id && n.Status == NominationStatus.Awarded && n.Scope == row.Scope && n.OrganisationId == row.OrganisationId && n.RecipientName == row.RecipientName)
            .OrderBy(n => n.Id).ToListAsync(cancellationToken);
        awarded.Find(n => kinds.Contains(n.KindId))?.Reopen(correction.Why, Desk.By, Desk.Now);
    }

    public override async Task PutBackAsync(ListedDecision decision, CaseItem line, string why, CancellationToken cancellationToken)
    {
        TellOf(decision, line, why);
        var row = await Desk.Db.Set<Award>().SingleAsync(a => a.Id == line.Id, cancellationToken);
        row.PutBack();
        var kinds = await Desk.Db.Set<AwardKind>().Where(k => k.Level == row.Level && k.Form == row.Form).Select(k => k.Id).ToListAsync(cancellationToken);
        var same = await Desk.Db.Set<Nomination>().AsSplitQuery()
            .Where(n => (n.Status == NominationStatus.Approved || n.Status == NominationStatus.Listed) && n.DecisionId != decision.Id && n.Scope == row.Scope && n.OrganisationId == row.OrganisationId && n.RecipientName == row.RecipientName)
            .OrderBy(n => n.Id).ToListAsync(cancellationToken);
        var opened = same.Find(n => kinds.Contains(n.KindId) && n.Steps.Any(step => step.Action == nameof(NominationAction.Confer) && step.PaperId == decision.PaperId));
        if (opened?.Status == NominationStatus.Listed)
        {
            throw new RefusedException("Đề nghị của “{0}” đang ở trong một danh sách khác. Đưa ra khỏi danh sách đó trước.", line.Name);
        }

        opened?.List(decision.Id, Desk.By, Desk.Now);
        opened?.Receive(decision.PaperId!.Value, Desk.By, Desk.Now);
    }

    /// <summary>A person with their organisation; a collective by its own name.</summary>
    internal static string NameOf(string? recipient, Guid? organisationId, IReadOnlyDictionary<Guid, OrganisationFact> named) =>
        (recipient, organisationId is { } id ? named.GetValueOrDefault(id)?.Name : null) switch
        {
            ({ } person, { } organisation) => $"{person}, {organisation}",
            ({ } person, null) => person,
            (null, var organisation) => organisation ?? "",
        };

    /// <exception cref="RefusedException">A collective stands twice on the list for the same award. Two people may have one name.</exception>
    private async Task MustBeOnceAsync(IEnumerable<Nomination> listed, CancellationToken cancellationToken)
    {
        var twice = listed.Where(n => n.Scope == AwardScope.Collective).GroupBy(n => (n.KindId, n.OrganisationId, Name: SearchText.Fold(n.RecipientName ?? ""))).FirstOrDefault(group => group.Count() > 1)?.First();
        if (twice is not null)
        {
            var named = await Desk.Organisations.OfAsync(twice.OrganisationId is { } id ? [id] : [], cancellationToken);
            throw new RefusedException("“{0}” có hai lần trong danh sách với cùng một hình thức khen thưởng. Chỉ giữ một lần.", NameOf(twice.RecipientName, twice.OrganisationId, named));
        }
    }

    private async Task<List<Nomination>> ListedAsync(Guid decisionId, CancellationToken cancellationToken) =>
        await Desk.Db.Set<Nomination>().AsSplitQuery().Where(n => n.DecisionId == decisionId && n.Status == NominationStatus.Listed).OrderBy(n => n.Id).ToListAsync(cancellationToken);
}
