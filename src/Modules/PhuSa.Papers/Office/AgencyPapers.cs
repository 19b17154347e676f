using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Office;

internal sealed class AgencyPapers(AppDbContext db, PaperReach reach, PaperQueries queries) : IAgencyPapers
{
    private static readonly PaperStatus[] Standing = [PaperStatus.Signed, PaperStatus.Issued, PaperStatus.Recorded];

    public async Task<IReadOnlyList<PaperFact>> SignedAsync(string number, CancellationToken cancellationToken)
    {
        if (PaperNumber.KeyOf(number) is not { } key)
        {
            return [];
        }

        var papers = (await reach.SeenAsync(cancellationToken)).AsNoTracking().AsSplitQuery().Where(p => p.NumberKey == key && Standing.Contains(p.Status));
        return [.. (await queries.FactsAsync(papers, cancellationToken)).Select(InOffice).OrderByDescending(fact => fact.SignedOn.To).ThenBy(fact => fact.Code, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyDictionary<Guid, PaperFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        var papers = (await reach.SeenAsync(cancellationToken)).AsNoTracking().AsSplitQuery().Where(p => EF.Parameter(wanted).Contains(p.Id));
        return (await queries.FactsAsync(papers, cancellationToken)).Select(InOffice).ToDictionary(fact => fact.Id);
    }

    public async Task HoldAsync(PaperFact paper, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var held = await db.Set<Paper>().AsSplitQuery().SingleAsync(p => p.Id == paper.Id, cancellationToken);
        if (!Standing.Contains(held.Status) || held.SignedOn != paper.SignedOn)
        {
            throw new RefusedException("{0} vừa được huỷ số hoặc sửa ngày ký. Hãy xem lại văn bản rồi thử lại.", paper.Citation);
        }

        db.Entry(held).Property(p => p.Version).IsModified = true;
    }

    /// <summary>A paper that is not public has no page for readers, but one in the office.</summary>
    private static PaperFact InOffice(PaperFact fact) => fact with { Url = PapersRights.Of(fact.Id) };
}
