using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Marks.Register;

/// <summary>An organisation as this module names it.</summary>
/// <param name="Url">The page of a cooperative; other organisations have none.</param>
internal sealed record Holder(Guid Id, string Name, string? Url, OrganisationKind Kind)
{
    /// <summary>It is in the register of cooperatives.</summary>
    public bool IsCooperative => Url is not null;
}

/// <summary>Names and addresses of the organisations behind rights and marks.</summary>
internal sealed class HolderNames(IOrganisations organisations, ICooperatives cooperatives)
{
    public async Task<IReadOnlyDictionary<Guid, Holder>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var facts = await organisations.OfAsync(wanted, cancellationToken);
        var coops = await cooperatives.OfAsync(wanted, cancellationToken);
        return facts.Values.ToDictionary(fact => fact.Id, fact => new Holder(fact.Id, fact.Name, coops.GetValueOrDefault(fact.Id)?.Url, fact.Kind));
    }
}
