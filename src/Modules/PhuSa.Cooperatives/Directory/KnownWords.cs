using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Directory;

/// <summary>Everything that cooperatives are known for, as long as no record changes.</summary>
internal sealed class KeptKnownWords(IContentWatch watch, TimeProvider clock)
{
    public KeptByContent<int, FoundByWords> Kept { get; } = new(watch, clock, most: 1);
}

/// <summary>All words with the beginnings they are found by.</summary>
internal sealed class FoundByWords
{
    private readonly (KnownAs Known, string Folded)[] _all;

    public FoundByWords(IEnumerable<KnownAs> all)
    {
        // A space ahead, so that a word is found from its beginning on, and one behind, so that a whole word is found at the end.
        _all = [.. all.Select(known => (known, $" {SearchText.Fold(known.Words)} "))];
        Of = _all.Select(one => one.Known).ToLookup(known => known.OrganisationId);
    }

    public ILookup<Guid, KnownAs> Of { get; }

    /// <param name="kind">Null for both.</param>
    public IEnumerable<Guid> Find(string folded, KnownKind? kind)
    {
        var start = " " + folded;
        return _all.Where(one => (kind is null || one.Known.Kind == kind) && one.Folded.Contains(start, StringComparison.Ordinal)).Select(one => one.Known.OrganisationId).Distinct();
    }
}

/// <summary>The marks and products by which cooperatives are found, from whichever module keeps them.</summary>
internal sealed class KnownWords(IEnumerable<IKnownBy> sources, KeptKnownWords kept)
{
    public IEnumerable<SearchFeed> Feeds => sources.SelectMany(source => source.Feeds);

    public ValueTask<FoundByWords> AllAsync(CancellationToken cancellationToken) =>
        kept.Kept.OfAsync(0, async () => new FoundByWords(await ReadAsync(organisations: null, cancellationToken)));

    /// <summary>Read anew: whoever follows changes one by one must not read what was kept before them.</summary>
    public async Task<ILookup<Guid, KnownAs>> OfAsync(IReadOnlyCollection<Guid> organisations, CancellationToken cancellationToken) =>
        (await ReadAsync(organisations, cancellationToken)).ToLookup(known => known.OrganisationId);

    private async Task<IReadOnlyList<KnownAs>> ReadAsync(IReadOnlyCollection<Guid>? organisations, CancellationToken cancellationToken)
    {
        var read = new List<KnownAs>();
        foreach (var source in sources)
        {
            read.AddRange(await source.ReadAsync(organisations, cancellationToken));
        }

        return read;
    }
}
