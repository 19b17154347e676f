using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Office;

/// <summary>What a cooperative that is about to be registered says of itself.</summary>
internal sealed record Sought(string Name, string? Place, string? Number, string? Phone);

/// <summary>One that may be the same.</summary>
/// <param name="Why">Vietnamese sentences, keys of the module's English table; the strongest first.</param>
internal sealed record Candidate(PlacedLine Placed, IReadOnlyList<string> Why)
{
    public string Code => Placed.Line.Code;
}

/// <summary>Looks for cooperatives on record that may be the one being registered: by tax code, telephone, and folded name with the place.</summary>
internal sealed class Duplicates(AppDbContext db, IOrganisations organisations, IPlaces places, RegistryBook book, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>What every name begins with, the longest first: it tells the kind, not the cooperative.</summary>
    private static readonly string[] Kinds =
        ["lien hiep hop tac xa", "lien hiep htx", "quy tin dung nhan dan", "hop tac xa", "to hop tac", "qtdnd", "htx", "tht", "san xuat", "nong nghiep", "dich vu", "kinh doanh", "thuong mai", "tong hop", "sxkd", "dvnn", "dv", "sx", "kd", "tm", "nn"];

    /// <summary>The strongest first: where there are too many to show, the last of these go.</summary>
    private static readonly string[] Reasons = [SameNumber, SamePhone, SamePlace, UnknownPlace, OtherPlace];

    public const string SameNumber = "Cùng số đăng ký hoặc mã số thuế";
    public const string SamePhone = "Cùng số điện thoại";
    public const string SamePlace = "Cùng tên và cùng nơi";
    public const string UnknownPlace = "Cùng tên, một bên chưa rõ nơi";
    public const string OtherPlace = "Cùng tên, khác nơi";

    public async Task<IReadOnlyList<Candidate>> OfAsync(Sought sought, CancellationToken cancellationToken)
    {
        var why = new Dictionary<Guid, List<string>>();
        foreach (var id in await NumberedAsync(sought.Number, cancellationToken))
        {
            Add(why, id, SameNumber);
        }

        foreach (var id in await ReachedByAsync(sought.Phone, cancellationToken))
        {
            Add(why, id, SamePhone);
        }

        foreach (var (id, reason) in await NamedAsync(sought, cancellationToken))
        {
            Add(why, id, reason);
        }

        var lines = await book.OfAsync([.. why.Keys], cancellationToken);
        return [.. lines.Select(line => new Candidate(line, why[line.Line.Id]))
            .OrderBy(candidate => candidate.Why.Min(reason => Array.IndexOf(Reasons, reason))).ThenByDescending(candidate => candidate.Why.Count).ThenBy(candidate => candidate.Placed.Line.NameOrder, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>The folded name without what only tells the kind; the whole of it where nothing else is left.</summary>
    internal static string Core(string name) => Core(name, Kinds);

    /// <param name="kinds">Words that tell the kind, folded, the longest first.</param>
    internal static string Core(string name, string[] kinds)
    {
        var core = SearchText.Fold(name);
        while (Array.Find(kinds, kind => core.StartsWith(kind + " ", StringComparison.Ordinal)) is { } kind)
        {
            core = core[(kind.Length + 1)..];
        }

        return core;
    }

    private static void Add(Dictionary<Guid, List<string>> why, Guid id, string reason)
    {
        if (!why.TryGetValue(id, out var reasons))
        {
            why[id] = reasons = [];
        }

        reasons.Add(reason);
    }

    private async Task<IReadOnlyList<Guid>> NumberedAsync(string? number, CancellationToken cancellationToken) => number is null
        ? []
        : await db.Set<Cooperative>().WithNumber(number, formerToo: true).OrderBy(c => c.Id).Select(c => c.Id).Take(Most).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Guid>> ReachedByAsync(string? phone, CancellationToken cancellationToken)
    {
        if (phone is null)
        {
            return [];
        }

        var own = await db.Set<CooperativeContact>().Where(c => c.Phone == phone).OrderBy(c => c.Id).Select(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        var ofBoards = await db.Set<BoardMember>().Where(m => m.Phone == phone).OrderBy(m => m.Id).Select(m => m.CooperativeId).Take(Most).ToListAsync(cancellationToken);
        return [.. own.Union(ofBoards)];
    }

    private async Task<IReadOnlyList<(Guid Id, string Why)>> NamedAsync(Sought sought, CancellationToken cancellationToken)
    {
        var core = Core(sought.Name);
        if (core.Length == 0)
        {
            return [];
        }

        var inside = $" {core} ";
        var alike = await RegistryLines.Of(db, organisations, VietnamTime.Today(clock)).Where(line => (" " + line.SearchText + " ").Contains(inside))
            .OrderBy(line => line.NameOrder).ThenBy(line => line.Id).Take(Most * 10).ToListAsync(cancellationToken);
        var former = await organisations.FormerNamesOfAsync(alike.Select(line => line.Id), cancellationToken);
        var same = alike.Where(line => former[line.Id].Prepend(line.Name).Any(name => Core(name) == core)).ToList();
        var within = sought.Place is { } place && same.Count > 0 ? (await places.WithinAsync(place, cancellationToken)).ToHashSet() : [];
        return [.. same.Select(line => (line.Id, Compare(sought.Place, line, within)))];
    }

    private static string Compare(string? place, RegistryLine line, HashSet<Guid> within)
    {
        if (place is null || line.NoPlace)
        {
            return UnknownPlace;
        }

        var folded = SearchText.Fold(place);
        var same = (line.PlaceId is { } id && within.Contains(id))
            || (line.PlaceSearchText.Length > 0 && ($" {line.PlaceSearchText} ".Contains($" {folded} ", StringComparison.Ordinal) || $" {folded} ".Contains($" {line.PlaceSearchText} ", StringComparison.Ordinal)));
        return same ? SamePlace : OtherPlace;
    }
}
