using PhuSa.Platform.Search;

namespace PhuSa.Cooperatives.Contracts;

/// <summary>What a word names.</summary>
public enum KnownKind
{
    Mark,
    Product,
}

/// <summary>A public word by which an organisation is found beside its own name: its mark, its product.</summary>
/// <param name="OrganisationId">The organisation's id, which is the cooperative's.</param>
/// <param name="Words">As the mark or the product is named, letter for letter.</param>
public sealed record KnownAs(Guid OrganisationId, KnownKind Kind, string Words);

/// <summary>
/// A module whose public records name what a cooperative is known for. Only what anybody can read on a page of that module: finding a cooperative by
/// something that is not shown would give it away.
/// </summary>
public interface IKnownBy
{
    /// <summary>Changes of the module's records, each leading to the organisations whose words they are.</summary>
    IReadOnlyList<SearchFeed> Feeds { get; }

    /// <param name="organisations">Null for all.</param>
    Task<IReadOnlyList<KnownAs>> ReadAsync(IReadOnlyCollection<Guid>? organisations, CancellationToken cancellationToken);
}
