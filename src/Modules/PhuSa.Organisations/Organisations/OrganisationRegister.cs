using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Organisations;

internal sealed class OrganisationRegister(AppDbContext db, TimeProvider clock) : IOrganisationRegister
{
    private const int NumberLength = 6;

    private readonly Dictionary<string, Organisation> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofOtherKinds = new(StringComparer.Ordinal);
    private HashSet<string>? _codes;

    public async Task LoadAsync(OrganisationKind kind, CancellationToken cancellationToken)
    {
        _ofOtherKinds.UnionWith(await db.Set<Organisation>().Where(o => o.Kind != kind).Select(o => o.Code).ToListAsync(cancellationToken));
        foreach (var organisation in await db.Set<Organisation>().Where(o => o.Kind == kind).ToListAsync(cancellationToken))
        {
            _known[organisation.Code] = organisation;
        }
    }

    public OrganisationKind? KindOf(string code) => _known.GetValueOrDefault(code)?.Kind;

    public (string? Name, string? ShortName) NamesOf(string code) => _known.TryGetValue(code, out var known) ? (known.Name, known.ShortName) : default;

    public Guid Put(string code, OrganisationKind kind, string name, string? shortName, ImportScope scope)
    {
        if (_known.TryGetValue(code, out var known))
        {
            if (known.MergedIntoId is not null)
            {
                throw new RefusedException("hồ sơ mã {0} đã được gộp vào một hồ sơ khác; hãy dùng mã của hồ sơ đó.", code);
            }

            if (known.Kind != kind)
            {
                throw new RefusedException("mã {0} là mã của một tổ chức loại khác; loại hình không đổi được bằng nhập dữ liệu.", code);
            }

            known.Rename(name, shortName, scope.Now);
            return known.Id;
        }

        if (_ofOtherKinds.Contains(code) || scope.Keys.Find("organisations", code) is not null)
        {
            throw new RefusedException("mã {0} đã là mã của một tổ chức khác; hãy chọn mã khác.", code);
        }

        var organisation = new Organisation(scope.NewId(), code, kind, name, shortName);
        db.Add(organisation);
        _known[code] = organisation;
        return organisation.Id;
    }

    public async Task<string> OpenAsync(Guid id, OrganisationKind kind, string name, string? shortName, IReadOnlyCollection<string> reserved, CancellationToken cancellationToken)
    {
        var code = await FreeCodeAsync(name, reserved, cancellationToken);
        _codes?.Add(code);
        db.Add(new Organisation(id, code, kind, name, shortName));
        return code;
    }

    public async Task ReadCodesAsync(CancellationToken cancellationToken) =>
        _codes ??= (await db.Set<Organisation>().Select(o => o.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    public void Forget() => _codes = null;

    public async Task MergeAsync(Guid gone, Guid kept, string name, string? shortName, CancellationToken cancellationToken)
    {
        var going = await db.Set<Organisation>().SingleAsync(o => o.Id == gone, cancellationToken);
        var staying = await db.Set<Organisation>().SingleAsync(o => o.Id == kept, cancellationToken);
        var before = name == staying.Name ? null : SearchText.Fold(staying.Name);
        staying.Take(name, shortName, string.Join(" / ", new[] { staying.AlsoFoundBy, before, going.SearchText }.OfType<string>()));
        going.MergeInto(kept);
        foreach (var earlier in await db.Set<Organisation>().Where(o => o.MergedIntoId == gone).ToListAsync(cancellationToken))
        {
            earlier.MergeInto(kept);
        }
    }

    public async Task SeparateAsync(Guid gone, Guid kept, string name, string? shortName, IReadOnlyCollection<Guid> withGone, CancellationToken cancellationToken)
    {
        var staying = await db.Set<Organisation>().SingleAsync(o => o.Id == kept, cancellationToken);

        // Somebody else has taken them apart since the caller looked.
        var going = await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == gone && o.MergedIntoId == kept, cancellationToken) ?? throw new DbUpdateConcurrencyException();
        var merged = await db.Set<Organisation>().Where(o => o.MergedIntoId == kept).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        foreach (var coming in merged.Where(o => withGone.Contains(o.Id)))
        {
            coming.MergeInto(gone);
        }

        going.Separate();
        staying.Take(name, shortName, Without(Without(staying.AlsoFoundBy, going.SearchText), SearchText.Fold(name)));
    }

    public async Task RenameAsync(Guid id, string name, string? shortName, DateOnly? on, string? source, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == id, cancellationToken);
        organisation.Rename(name, shortName, clock.GetUtcNow().UtcDateTime, on, source);
    }

    /// <summary>The name's slug, or the first number behind it that nobody has. Two who take the same at once meet at the unique index.</summary>
    private async Task<string> FreeCodeAsync(string name, IReadOnlyCollection<string> reserved, CancellationToken cancellationToken)
    {
        var slug = Slug.From(name, Organisation.CodeMaxLength - NumberLength);
        if (_codes is { } known)
        {
            return Free(slug, known.Count, code => known.Contains(code) || reserved.Contains(code));
        }

        var taken = (await db.Set<Organisation>().Where(o => o.Code.StartsWith(slug)).Select(o => o.Code).ToListAsync(cancellationToken)).Concat(reserved).ToHashSet(StringComparer.Ordinal);
        return Free(slug, taken.Count, taken.Contains);
    }

    /// <summary>What the last merge put behind is taken off again; what earlier merges put there stays.</summary>
    private static string? Without(string? found, string last) =>
        found == last ? null : found?.EndsWith(" / " + last, StringComparison.Ordinal) is true ? found[..^(last.Length + 3)] : found;

    private static string Free(string slug, int most, Func<string, bool> isTaken) =>
        Enumerable.Range(1, most + 2).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !isTaken(code));
}
