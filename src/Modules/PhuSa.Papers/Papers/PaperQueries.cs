using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Papers;

internal sealed class PaperQueries(AppDbContext db, IOrganisations organisations) : IPapers
{
    public async Task<IReadOnlyDictionary<Guid, PaperFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return (await FactsAsync(Public(db).Where(p => EF.Parameter(wanted).Contains(p.Id)), cancellationToken)).ToDictionary(fact => fact.Id);
    }

    public async Task<IReadOnlyList<PaperFact>> NumberedAsync(string number, CancellationToken cancellationToken) =>
        PaperNumber.KeyOf(number) is { } key ? await FactsAsync(Public(db).Where(p => p.NumberKey == key).OrderBy(p => p.Code), cancellationToken) : [];

    /// <summary>What readers may see: a paper that is on its way has not gone out, whatever is to become of it.</summary>
    public static IQueryable<Paper> Public(AppDbContext db) => db.Set<Paper>().AsNoTracking().AsSplitQuery().OutFor(everybody: true);

    /// <summary>Facts in the order of the query.</summary>
    public async Task<IReadOnlyList<PaperFact>> FactsAsync(IQueryable<Paper> papers, CancellationToken cancellationToken)
    {
        var read = await papers.ToListAsync(cancellationToken);
        var issuers = await organisations.OfAsync(read.Select(p => p.IssuedById).OfType<Guid>(), cancellationToken);
        return [.. read.Select(paper => FactOf(paper, paper.IssuedById is { } id ? issuers.GetValueOrDefault(id)?.Name : null))];
    }

    private static PaperFact FactOf(Paper paper, string? issuer) =>
        new(paper.Id, paper.Code, paper.Kind, paper.Number, paper.Title, paper.IssuedByText ?? issuer, paper.SignedOn, PaperAddress.Of(paper.Code))
        {
            Citation = paper.Number is null ? paper.Title : $"{PaperWords.Of(paper.Kind)} {paper.Number}",
            IssuedById = paper.IssuedById,
            IsVoided = paper.Status == PaperStatus.Voided,
        };
}
