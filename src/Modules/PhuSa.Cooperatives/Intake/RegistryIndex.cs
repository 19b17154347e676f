using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>A file on record as rows are compared with it.</summary>
internal sealed record KnownFile(Guid Id, string Code, OrganisationKind Kind, string Name, string? Number, string Place);

/// <summary>A file that a row may be about, or an earlier line of the same table, and why. The reason is a key of the module's English table.</summary>
/// <param name="File">Null for an earlier line.</param>
internal sealed record IntakeCandidate(KnownFile? File, int? Line, string Why);

/// <summary>What a row turned out to be about.</summary>
/// <param name="Tentative">Only if nothing would change: the one file of this name.</param>
internal sealed record IntakeMatch(KnownFile? File, IReadOnlyList<IntakeCandidate> Asked, RowProblem? Problem, KnownFile? Tentative = null);

/// <summary>Every file on record by all that tells one from another: read once for a whole table.</summary>
internal sealed class RegistryIndex
{
    private readonly Dictionary<string, KnownFile> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownFile>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownFile>> _formerNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownFile>> _cores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownFile>> _phones = new(StringComparer.Ordinal);

    private RegistryIndex()
    {
    }

    public static async Task<RegistryIndex> ReadAsync(AppDbContext db, IOrganisations organisations, CancellationToken cancellationToken)
    {
        var index = new RegistryIndex();
        var files = await db.Set<Cooperative>().AsNoTracking()
            .Join(organisations.Rows, c => c.Id, o => o.Id, (c, o) => new { c.Id, c.Code, o.Kind, o.Name, c.RegistrationNumber, c.FormerNumbers, c.PlaceSearchText })
            .ToListAsync(cancellationToken);
        var known = new Dictionary<Guid, KnownFile>(files.Count);
        foreach (var row in files)
        {
            var file = new KnownFile(row.Id, row.Code, row.Kind, row.Name, row.RegistrationNumber is { } number ? Digits(number) : null, row.PlaceSearchText);
            known[file.Id] = index._codes[file.Code] = file;
            Add(index._cores, Duplicates.Core(file.Name), file);
            Add(index._numbers, file.Number, file);
            foreach (var former in row.FormerNumbers)
            {
                Add(index._formerNumbers, Digits(former), file);
            }
        }

        await ReadMergedAsync(db, organisations, index, known, cancellationToken);
        foreach (var former in await organisations.FormerNamesOfAsync(known.Keys, cancellationToken))
        {
            foreach (var core in former.Select(Duplicates.Core).Distinct(StringComparer.Ordinal))
            {
                Add(index._cores, core, known[former.Key]);
            }
        }

        var contacts = await db.Set<CooperativeContact>().Where(c => c.Phone != null).Select(c => new { c.Id, c.Phone }).ToListAsync(cancellationToken);
        var leaders = await db.Set<BoardMember>().Where(m => m.Phone != null).Select(m => new { Id = m.CooperativeId, m.Phone }).ToListAsync(cancellationToken);
        foreach (var reached in contacts.Concat(leaders).Where(reached => known.ContainsKey(reached.Id)).Distinct())
        {
            Add(index._phones, reached.Phone, known[reached.Id]);
        }

        return index;
    }

    /// <summary>What a merged file was known by leads to the one that stayed: nobody is to register it a second time.</summary>
    private static async Task ReadMergedAsync(AppDbContext db, IOrganisations organisations, RegistryIndex index, Dictionary<Guid, KnownFile> known, CancellationToken cancellationToken)
    {
        var merged = await db.Set<Cooperative>().AsNoTracking().Where(c => c.MergedIntoId != null).Select(c => new { c.Id, c.Code, KeptId = c.MergedIntoId!.Value }).ToListAsync(cancellationToken);
        var names = await organisations.OfAsync(merged.Select(gone => gone.Id), cancellationToken);
        foreach (var gone in merged.Where(gone => known.ContainsKey(gone.KeptId)))
        {
            known[gone.Id] = index._codes[gone.Code] = known[gone.KeptId];
            Add(index._cores, names.TryGetValue(gone.Id, out var named) ? Duplicates.Core(named.Name) : null, known[gone.Id]);
        }
    }

    /// <summary>The number without the ways in which it is written.</summary>
    public static string Digits(string number) => SameNumbers.Digits(number) ?? "";

    public KnownFile? WithCode(string code) => _codes.GetValueOrDefault(code);

    /// <param name="answered">A person has looked at the candidates.</param>
    /// <param name="answer">The code they chose; null for another cooperative.</param>
    public IntakeMatch Match(RowValues row, IntakeLayout layout, bool answered, string? answer)
    {
        var number = row.Text(IntakeTarget.Number) is { } typed ? Digits(typed) : null;
        var numbered = number is null ? [] : _numbers.GetValueOrDefault(number) ?? [];
        if (row.Text(IntakeTarget.Code) is { } code)
        {
            return WithCode(code) is not { } named ? Refused(row, "Không có hồ sơ nào mang mã này; để trống ô mã để ghi hợp tác xã mới.")
                : numbered.Find(file => file.Id != named.Id) is { } holder ? Refused(row, "Số này đang ghi ở hồ sơ {0}.", holder.Code)
                : new(named, [], null);
        }

        if (numbered is [var one])
        {
            return new(one, [], null);
        }

        if (answered)
        {
            return answer is null ? new(null, [], null) : WithCode(answer) is { } chosen ? new(chosen, [], null) : Refused(row, "Hồ sơ đã chọn không còn trong sổ.");
        }

        var asked = numbered.ConvertAll(file => new IntakeCandidate(file, null, Duplicates.SameNumber));
        asked.AddRange((number is null ? [] : _formerNumbers.GetValueOrDefault(number) ?? []).Select(file => new IntakeCandidate(file, null, "Số này là số đăng ký cũ của hồ sơ")));
        asked.AddRange(Reached(row).Select(file => new IntakeCandidate(file, null, Duplicates.SamePhone)));
        var namesakes = Named(row, number).ToList();
        if (layout.SameByNameAndPlace && asked.Count == 0 && namesakes.FindAll(candidate => candidate.Why == Duplicates.SamePlace) is [{ File: { } same }])
        {
            return new(same, [], null);
        }

        asked.AddRange(namesakes);
        var distinct = asked.DistinctBy(candidate => candidate.File!.Id).ToList();
        return new(null, distinct, null, distinct is [{ File: { } only }] && SearchText.Fold(only.Name) == SearchText.Fold(row.Name ?? "") ? only : null);
    }

    /// <returns>Why two of one name may be one, by their places.</returns>
    public static string Compare(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return Duplicates.UnknownPlace;
        }

        return $" {one} ".Contains($" {other} ", StringComparison.Ordinal) || $" {other} ".Contains($" {one} ", StringComparison.Ordinal) ? Duplicates.SamePlace : Duplicates.OtherPlace;
    }

    private static IntakeMatch Refused(RowValues row, string sentence, params string[] args) => new(null, [], new RowProblem(row.Line, null, sentence, args));

    private static void Add(Dictionary<string, List<KnownFile>> files, string? key, KnownFile file)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        if (!files.TryGetValue(key, out var same))
        {
            files[key] = same = [];
        }

        if (!same.Contains(file))
        {
            same.Add(file);
        }
    }

    private IEnumerable<KnownFile> Reached(RowValues row) => new[] { row.Text(IntakeTarget.Phone), row.Text(IntakeTarget.DirectorPhone) }
        .OfType<string>().SelectMany(phone => _phones.GetValueOrDefault(phone) ?? []);

    /// <summary>Two that both have a number, and not the same one, are two.</summary>
    private IEnumerable<IntakeCandidate> Named(RowValues row, string? number)
    {
        if (row.Name is not { } name)
        {
            return [];
        }

        var place = SearchText.Fold(row.Text(IntakeTarget.Place) ?? "");
        return (_cores.GetValueOrDefault(Duplicates.Core(name)) ?? [])
            .Where(file => number is null || file.Number is null || file.Number == number)
            .Select(file => new IntakeCandidate(file, null, Compare(place, file.Place)));
    }
}
