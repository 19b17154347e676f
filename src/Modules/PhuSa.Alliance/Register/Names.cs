using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Register;

/// <summary>An organisation as this module names it.</summary>
/// <param name="Url">The page of a cooperative; other organisations have none.</param>
internal sealed record Named(Guid Id, string Name, string? Url);

/// <summary>Names and addresses of the organisations on lists and memoranda.</summary>
internal sealed class Names(IOrganisations organisations, ICooperatives cooperatives)
{
    public async Task<IReadOnlyDictionary<Guid, Named>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var facts = await organisations.OfAsync(wanted, cancellationToken);
        var coops = await cooperatives.OfAsync(wanted, cancellationToken);
        return facts.Values.ToDictionary(fact => fact.Id, fact => new Named(fact.Id, fact.Name, coops.GetValueOrDefault(fact.Id)?.Url));
    }
}
