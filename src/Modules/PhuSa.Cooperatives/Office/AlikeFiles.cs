using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Office;

/// <summary>Two files that may be one cooperative.</summary>
/// <param name="Why">One of the reasons of <see cref="Duplicates"/>, a key of the English table.</param>
internal sealed record AlikePair(PlacedLine One, PlacedLine Other, string Why)
{
    /// <summary>Where the two stand side by side and may be merged.</summary>
    public string MergeAddress => $"{RegistryRights.Address}/{One.Line.Code}/gop?voi={Uri.EscapeDataString(Other.Line.Code)}";
}

/// <summary>
/// All pairs of the register that may be one, whether somebody suspects them or not: of one kind, and with one number, one telephone, or names of one core
/// where no two numbers tell them apart. Compared in memory, in one pass over what is compared.
/// </summary>
internal sealed class AlikeFiles(AppDbContext db, IOrganisations organisations, IPlaces places, RegistryBook book)
{
    /// <summary>The last part of the page of the list.</summary>
    public const string Word = "co-the-trung";

    /// <summary>What more files than this share (one official's telephone, “Tân Tiến”) says little of any two: each is then shown beside the first only.</summary>
    private const int MostAlike = 30;

    /// <returns>A window on the pairs, the strongest reason first, and how many there are.</returns>
    public async Task<(int Count, IReadOnlyList<AlikePair> Pairs)> PageAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        var shown = all.Skip(skip).Take(take).ToList();
        var lines = (await book.OfAsync([.. shown.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct()], cancellationToken)).ToDictionary(line => line.Line.Id);

        // One that was merged since the pairs were read is no pair any more.
        return (all.Count, [.. shown.Where(pair => lines.ContainsKey(pair.One) && lines.ContainsKey(pair.Other)).Select(pair => new AlikePair(lines[pair.One], lines[pair.Other], Duplicates.Ranked(pair.Why)))]);
    }

    internal async Task<IReadOnlyList<(Guid One, Guid Other, int Why)>> AllAsync(CancellationToken cancellationToken)
    {
        var files = await ReadAsync(cancellationToken);
        var related = await RelatedAsync(files, cancellationToken);
        var pairs = new Dictionary<(int, int), int>();
        Pair(pairs, files, file => file.Numbers, (_, _) => 0);
        Pair(pairs, files, file => file.Phones, (_, _) => 1);
        Pair(pairs, files, file => file.Cores, (one, other) => one.Number is not null && other.Number is not null ? null : OfPlaces(one, other, related));
        return [.. pairs.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key.Item1).ThenBy(pair => pair.Key.Item2).Select(pair => (files[pair.Key.Item1].Id, files[pair.Key.Item2].Id, pair.Value))];
    }

    /// <param name="keys">By which a file is like others.</param>
    /// <param name="why">Where the reason stands among all; null where the two are not the same after all.</param>
    private static void Pair(Dictionary<(int, int), int> pairs, List<Compared> files, Func<Compared, IEnumerable<string>> keys, Func<Compared, Compared, int?> why)
    {
        foreach (var alike in files.SelectMany(file => keys(file).Distinct(StringComparer.Ordinal), (file, key) => (file, key)).GroupBy(one => (one.file.Kind, one.key), one => one.file.At))
        {
            var at = alike.ToList();
            for (var one = 0; one < (at.Count > MostAlike ? 1 : at.Count); one++)
            {
                for (var other = one + 1; other < at.Count; other++)
                {
                    if (why(files[at[one]], files[at[other]]) is { } reason)
                    {
                        pairs[(at[one], at[other])] = Math.Min(reason, pairs.GetValueOrDefault((at[one], at[other]), int.MaxValue));
                    }
                }
            }
        }
    }

    private static int OfPlaces(Compared one, Compared other, HashSet<(Guid, Guid)> related)
    {
        var reason = !one.HasPlace || !other.HasPlace ? Duplicates.UnknownPlace
            : (one.PlaceId is { } here && other.PlaceId is { } there && (here == there || related.Contains((here, there)) || related.Contains((there, here)))) || Duplicates.AreSameWords(one.Place, other.Place) ? Duplicates.SamePlace
            : Duplicates.OtherPlace;
        return Duplicates.RankOf(reason);
    }

    /// <returns>In Vietnamese order of their names.</returns>
    private async Task<List<Compared>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Cooperative>().AsNoTracking().Where(c => c.MergedIntoId == null)
            .Join(organisations.Rows, c => c.Id, o => o.Id, (c, o) => new { c.Id, o.Kind, o.Name, o.ShortName, o.NameOrder, c.RegistrationNumber, c.FormerNumbers, c.PlaceId, c.PlaceText })
            .OrderBy(row => row.NameOrder).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var former = await organisations.FormerNamesOfAsync(rows.Select(row => row.Id), cancellationToken);
        var own = await db.Set<CooperativeContact>().Where(c => c.Phone != null).Select(c => new { c.Id, Phone = c.Phone! }).ToListAsync(cancellationToken);
        var ofBoards = await db.Set<BoardMember>().Where(m => m.Phone != null).Select(m => new { Id = m.CooperativeId, Phone = m.Phone! }).ToListAsync(cancellationToken);
        var phones = own.Concat(ofBoards).ToLookup(one => one.Id, one => one.Phone);
        return [.. rows.Select((row, at) => new Compared(
            at,
            row.Id,
            row.Kind,
            [.. former[row.Id].Prepend(row.ShortName).Prepend(row.Name).Select(NameCore.Of).Where(core => core.Length > 0)],
            SameNumbers.Digits(row.RegistrationNumber),
            [.. row.FormerNumbers.Prepend(row.RegistrationNumber).Select(SameNumbers.Digits).OfType<string>()],
            [.. phones[row.Id]],
            row.PlaceId,
            Duplicates.Words(row.PlaceText)))];
    }

    private async Task<HashSet<(Guid, Guid)>> RelatedAsync(List<Compared> files, CancellationToken cancellationToken) =>
        (await places.LaterAsync(files.Select(file => file.PlaceId).OfType<Guid>(), cancellationToken)).SelectMany(unit => unit.Value, (unit, later) => (unit.Key, later.Id)).ToHashSet();

    /// <summary>What two files are compared by.</summary>
    private sealed record Compared(int At, Guid Id, OrganisationKind Kind, IReadOnlyList<string> Cores, string? Number, IReadOnlyList<string> Numbers, IReadOnlyList<string> Phones, Guid? PlaceId, string Place)
    {
        public bool HasPlace => PlaceId is not null || Place.Length > 0;
    }
}
