using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Contracts;
using PhuSa.Alliance.Decisions;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Awards;

internal sealed class AwardQueries(AppDbContext db, IPapers papers) : IAwards
{
    public async Task<IReadOnlyDictionary<Guid, AwardsOfYear>> OfYearAsync(IReadOnlyCollection<Guid> organisationIds, int year, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        var counting = DecisionFlow.Table.Counting.ToList();
        var decisions = await db.Set<AwardDecision>().AsNoTracking().AsSplitQuery().Where(d => counting.Contains(d.Status)).ToDictionaryAsync(d => d.Id, cancellationToken);
        var awards = await db.Set<Award>().AsNoTracking()
            .Where(a => a.OffAt == null && a.OrganisationId != null && EF.Parameter(wanted).Contains(a.OrganisationId.Value) && a.Scope == AwardScope.Collective)
            .ToListAsync(cancellationToken);
        var cited = await papers.OfAsync(decisions.Values.Select(d => d.PaperId).OfType<Guid>(), cancellationToken);
        var period = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = awards.Where(a => decisions.ContainsKey(a.DecisionId)).ToLookup(a => a.OrganisationId!.Value, a => (Award: a, Decision: decisions[a.DecisionId]));

        // A list that is not in hand may hold any of them.
        var open = decisions.Values.Any(d => !d.ListKnown && !period.Excludes(d.SignedOn));
        return wanted.ToDictionary(id => id, id => new AwardsOfYear(
            [.. rows[id].Where(row => period.Contains(row.Decision.SignedOn)).Select(row => new AwardFact(
                id,
                Award.Word(row.Award.Form),
                Award.Word(row.Award.Level),
                row.Decision.SignedOn.Precision == Precision.Day ? row.Decision.SignedOn.From : null,
                row.Decision.PaperId is { } paper ? cited.GetValueOrDefault(paper)?.Citation : null))],
            open || rows[id].Any(row => !period.Contains(row.Decision.SignedOn) && !period.Excludes(row.Decision.SignedOn))));
    }
}
