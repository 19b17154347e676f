using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Organisations.Organisations;

internal sealed class OrganisationRegister(AppDbContext db) : IOrganisationRegister
{
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
}
