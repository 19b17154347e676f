using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Office;

/// <summary>What a cooperative that is about to be registered, or one on record, says of itself.</summary>
/// <param name="Names">By which it goes or went.</param>
/// <param name="Numbers">That it has or had.</param>
/// <param name="Phones">Its own and those of its board.</param>
internal sealed record Sought(IReadOnlyList<string> Names, string? Place, Guid? PlaceId, IReadOnlyList<string> Numbers, IReadOnlyList<string> Phones)
{
    public static Sought Typed(IEnumerable<string?> names, string? place, string? number, string? phone) =>
        new([.. names.OfType<string>()], place, PlaceId: null, number is null ? [] : [number], phone is null ? [] : [phone]);

    /// <param name="former">Names that the file's organisation had before.</param>
    public static Sought Of(CooperativeFile file, IEnumerable<string> former) => new(
        [file.Organisation.Name, file.Organisation.ShortName, .. former],
        file.Cooperative.PlaceText,
        file.Cooperative.PlaceId,
        [.. file.Cooperative.FormerNumbers.Prepend(file.Cooperative.RegistrationNumber).OfType<string>().Where(number => SameNumbers.Digits(number) is not null).Distinct(StringComparer.Ordinal)],
        [.. file.Board.Select(member => member.Phone).Prepend(file.Contact?.Phone).OfType<string>().Distinct(StringComparer.Ordinal)]);
}

/// <summary>One that may be the same.</summary>
/// <param name="Why">Vietnamese sentences, keys of the module's English table; the strongest first.</param>
internal sealed record Candidate(PlacedLine Placed, IReadOnlyList<string> Why)
{
    public string Code => Placed.Line.Code;
}

/// <summary>Looks for cooperatives on record that may be the one in hand: by numbers, telephones, and the core of its names with the place.</summary>
internal sealed class Duplicates(AppDbContext db, IOrganisations organisations, IPlaces places, RegistryBook book, TimeProvider clock)
{
    private const int Most = 20;

    public const string SameNumber = "Cùng số đăng ký hoặc mã số thuế";
    public const string SamePhone = "Cùng số điện thoại";
    public const string SamePlace = "Cùng tên và cùng nơi";
    public const string UnknownPlace = "Cùng tên, một bên chưa rõ nơi";
    public const string OtherPlace = "Cùng tên, khác nơi";

    /// <summary>The strongest first: where there are too many to show, the last of these go.</summary>
    private static readonly string[] Reasons = [SameNumber, SamePhone, SamePlace, UnknownPlace, OtherPlace];

    /// <returns>How strong a reason is; the strongest is 0.</returns>
    public static int RankOf(string reason) => Array.IndexOf(Reasons, reason);

    public static string Ranked(int rank) => Reasons[rank];

    public async Task<IReadOnlyList<Candidate>> OfAsync(Sought sought, CancellationToken cancellationToken)
    {
        var why = new Dictionary<Guid, List<string>>();
        foreach (var number in sought.Numbers)
        {
            foreach (var id in await NumberedAsync(number, cancellationToken))
            {
                Add(why, id, SameNumber);
            }
        }

        foreach (var id in await ReachedByAsync(sought.Phones, cancellationToken))
        {
            Add(why, id, SamePhone);
        }

        foreach (var (id, reason) in await NamedAsync(sought, cancellationToken))
        {
            Add(why, id, reason);
        }

        var lines = await book.OfAsync([.. why.Keys], cancellationToken);
        return [.. lines.Select(line => new Candidate(line, why[line.Line.Id]))
            .OrderBy(candidate => candidate.Why.Min(RankOf)).ThenByDescending(candidate => candidate.Why.Count).ThenBy(candidate => candidate.Placed.Line.NameOrder, StringComparer.Ordinal).ThenBy(candidate => candidate.Placed.Line.Id).Take(Most)];
    }

    /// <returns>
    /// Organisations that have a name of the same core and no file: of the register's kinds the file is made for one of them, not beside it; one of another
    /// kind may be no cooperative at all.
    /// </returns>
    public async Task<IReadOnlyList<OrganisationRow>> WithoutFileAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var filed = db.Set<Cooperative>().Select(c => c.Id);
        return await organisations.AlikeAsync(names, rows => rows.Where(row => !filed.Contains(row.Id)), Most, cancellationToken);
    }

    /// <summary>The folded name without what only tells the kind; the whole of it where nothing else is left.</summary>
    internal static string Core(string name) => NameCore.Of(name);

    private static void Add(Dictionary<Guid, List<string>> why, Guid id, string reason)
    {
        if (!why.TryGetValue(id, out var reasons))
        {
            why[id] = reasons = [];
        }

        if (!reasons.Contains(reason))
        {
            reasons.Add(reason);
        }
    }

    private async Task<IReadOnlyList<Guid>> NumberedAsync(string number, CancellationToken cancellationToken) =>
        await db.Set<Cooperative>().WithNumber(number, formerToo: true).OrderBy(c => c.Id).Select(c => c.Id).Take(Most).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Guid>> ReachedByAsync(IReadOnlyList<string> phones, CancellationToken cancellationToken)
    {
        if (phones.Count == 0)
        {
            return [];
        }

        var wanted = phones.ToArray();
        var own = await db.Set<CooperativeContact>().Where(c => c.Phone != null && EF.Parameter(wanted).Contains(c.Phone)).OrderBy(c => c.Id).Select(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        var ofBoards = await db.Set<BoardMember>().Where(m => m.Phone != null && EF.Parameter(wanted).Contains(m.Phone)).OrderBy(m => m.Id).Select(m => m.CooperativeId).Take(Most).ToListAsync(cancellationToken);
        return [.. own.Union(ofBoards)];
    }

    private async Task<IReadOnlyList<(Guid Id, string Why)>> NamedAsync(Sought sought, CancellationToken cancellationToken)
    {
        var filed = db.Set<Cooperative>().Where(c => c.MergedIntoId == null).Select(c => c.Id);
        var same = (await organisations.AlikeAsync(sought.Names, rows => rows.Where(row => filed.Contains(row.Id)), Most * 10, cancellationToken)).Select(row => row.Id).ToArray();
        if (same.Length == 0)
        {
            return [];
        }

        var lines = await RegistryLines.Of(db, organisations, VietnamTime.Today(clock)).Where(line => EF.Parameter(same).Contains(line.Id)).ToListAsync(cancellationToken);
        var within = await WithinAsync(sought, cancellationToken);
        return [.. lines.Select(line => (line.Id, Compare(sought, line, within)))];
    }

    private async Task<HashSet<Guid>> WithinAsync(Sought sought, CancellationToken cancellationToken)
    {
        if (sought.PlaceId is not { } id)
        {
            return sought.Place is { } words ? (await places.WithinAsync(words, cancellationToken)).ToHashSet() : [];
        }

        var (later, earlier) = (await places.LaterAsync([id], cancellationToken), await places.EarlierAsync([id], cancellationToken));
        return later[id].Concat(earlier[id]).Select(unit => unit.Id).Append(id).ToHashSet();
    }

    private static string Compare(Sought sought, RegistryLine line, HashSet<Guid> within) =>
        sought is { Place: null, PlaceId: null } || line.NoPlace ? UnknownPlace
        : (line.PlaceId is { } id && within.Contains(id)) || AreSameWords(Words(sought.Place), Words(line.PlaceText)) ? SamePlace
        : OtherPlace;

    /// <summary>A place in words, its parts with their kinds in full, a line to a part.</summary>
    internal static string Words(string? place) => string.Join('\n', TypedPlace.Parts(place ?? ""));

    /// <summary>One of the two may say more than the other: the district behind the commune, or what kind of unit each of them is.</summary>
    internal static bool AreSameWords(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return false;
        }

        var (ones, others) = (one.Split('\n'), other.Split('\n'));
        return AreInOneAnother(one.Replace('\n', ' '), other.Replace('\n', ' '))
            || (ones.Length <= others.Length ? ones.All(part => others.Any(said => AreInOneAnother(part, said))) : others.All(part => ones.Any(said => AreInOneAnother(part, said))));
    }

    private static bool AreInOneAnother(string one, string other) =>
        $" {one} ".Contains($" {other} ", StringComparison.Ordinal) || $" {other} ".Contains($" {one} ", StringComparison.Ordinal);
}
