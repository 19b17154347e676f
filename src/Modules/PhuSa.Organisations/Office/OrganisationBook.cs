using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Office;

/// <summary>Every organisation as officers read them: in Vietnamese order of the names, and every count is that of the list it opens.</summary>
internal sealed class OrganisationBook(IOrganisations organisations)
{
    public async Task<(int Count, IReadOnlyList<OrganisationRow> Rows)> PageAsync(OrganisationFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var rows = Chosen(filter);
        return (await rows.CountAsync(cancellationToken), await InOrder(rows).Skip(skip).Take(take).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<OrganisationRow>> AllAsync(OrganisationFilter filter, CancellationToken cancellationToken) =>
        await InOrder(Chosen(filter)).ToListAsync(cancellationToken);

    /// <returns>How many of each kind the words find; kinds of which there are none are left out.</returns>
    public async Task<IReadOnlyDictionary<OrganisationKind, int>> CountsAsync(OrganisationFilter filter, CancellationToken cancellationToken) =>
        await Chosen(filter with { Kind = null }).GroupBy(row => row.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    private static IOrderedQueryable<OrganisationRow> InOrder(IQueryable<OrganisationRow> rows) => rows.OrderBy(row => row.NameOrder).ThenBy(row => row.Id);

    private IQueryable<OrganisationRow> Chosen(OrganisationFilter filter)
    {
        var rows = organisations.Rows;
        if (filter.Words is { } typed)
        {
            // From the beginning of a word on; words without a letter are a code or nothing.
            var folded = SearchText.Fold(typed);
            var start = $" {folded}";
            rows = rows.Where(row => row.Code == typed || (folded != "" && (" " + row.SearchText).Contains(start)));
        }

        return filter.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
    }
}
