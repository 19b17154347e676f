using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Decisions;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Alliance.Memberships;

/// <summary>An organisation that was admitted once, with all its terms.</summary>
internal sealed record MemberFile(OrganisationRow Organisation, MembershipHistory History, Membership? Record);

/// <summary>
/// The register of members, computed from the decisions that stand and what happened since. An alliance has some hundred members, so all are read and
/// every list and count comes of the same reading.
/// </summary>
internal sealed class MemberBook(AppDbContext db, IOrganisations organisations)
{
    /// <returns>All that were ever admitted, in Vietnamese order of their names.</returns>
    public Task<IReadOnlyList<MemberFile>> AllAsync(CancellationToken cancellationToken) => ReadAsync(organisationId: null, cancellationToken);

    /// <returns>Null where the organisation was never admitted.</returns>
    public async Task<MemberFile?> OfAsync(Guid organisationId, CancellationToken cancellationToken) =>
        (await ReadAsync(organisationId, cancellationToken)).SingleOrDefault();

    /// <returns>The history of one, empty where it was never admitted.</returns>
    public async Task<MembershipHistory> HistoryAsync(Guid organisationId, CancellationToken cancellationToken) =>
        (await OfAsync(organisationId, cancellationToken))?.History ?? MembershipHistory.Of([], []);

    private async Task<IReadOnlyList<MemberFile>> ReadAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        var counting = DecisionFlow.Table.Counting.ToList();
        var decisions = await db.Set<AdmissionDecision>().AsNoTracking().AsSplitQuery().Where(d => counting.Contains(d.Status)).ToDictionaryAsync(d => d.Id, cancellationToken);
        var admissions = await db.Set<Admission>().AsNoTracking().Where(a => a.OffAt == null && (organisationId == null || a.OrganisationId == organisationId)).ToListAsync(cancellationToken);
        var joinings = admissions.Where(a => decisions.ContainsKey(a.DecisionId))
            .ToLookup(a => a.OrganisationId, a => new Joining(a.Id, a.DecisionId, a.Class, decisions[a.DecisionId].SignedOn, decisions[a.DecisionId].AnnouncedOn));
        var records = await db.Set<Membership>().AsNoTracking().AsSplitQuery().Where(m => organisationId == null || m.Id == organisationId).ToDictionaryAsync(m => m.Id, cancellationToken);

        var wanted = joinings.Select(group => group.Key).ToArray();
        var named = await organisations.Rows.Where(o => EF.Parameter(wanted).Contains(o.Id)).OrderBy(o => o.NameOrder).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        return
        [
            .. named.Select(o => new MemberFile(
                o,
                MembershipHistory.Of(joinings[o.Id], (records.GetValueOrDefault(o.Id)?.Acts ?? []).Where(act => act.RevokedBy is null).Select(act => new Happening(act.Id, act.Action, act.On))),
                records.GetValueOrDefault(o.Id))),
        ];
    }
}
