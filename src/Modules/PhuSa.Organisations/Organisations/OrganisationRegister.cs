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

    public async Task LoadAsync(OrganisationKind kind, CancellationToken cancellationToken)
    {
        _ofOtherKinds.UnionWith(await db.Set<Organisation>().Where(o => o.Kind != kind).Select(o => o.Code).ToListAsync(cancellationToken));
        foreach (var organisation in await db.Set<Organisation>().Where(o => o.Kind == kind).ToListAsync(cancellationToken))
        {
            _known[organisation.Code] = organisation;
        }
    }

    public Guid Put(string code, OrganisationKind kind, string name, string? shortName, ImportScope scope)
    {
        if (_known.TryGetValue(code, out var known))
        {
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
        db.Add(new Organisation(id, code, kind, name, shortName));
        return code;
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
        var taken = (await db.Set<Organisation>().Where(o => o.Code.StartsWith(slug)).Select(o => o.Code).ToListAsync(cancellationToken)).Concat(reserved).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }
}
