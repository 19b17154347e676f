using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Office;

/// <summary>The register keeps files of four kinds, and only cooperatives report by the year.</summary>
internal sealed class KindOfFile(AppDbContext db, Texts text) : IKindBound
{
    public async Task<IReadOnlyList<string>> BoundAsync(Guid organisation, OrganisationKind kind, CancellationToken cancellationToken)
    {
        var bound = new List<string>();
        if (!RegistryKinds.All.Contains(kind) && await db.Set<Cooperative>().AnyAsync(c => c.Id == organisation, cancellationToken))
        {
            bound.Add(text["hồ sơ ở sổ hợp tác xã (sổ chỉ giữ hợp tác xã, liên hiệp, tổ hợp tác và quỹ tín dụng nhân dân)"]);
        }

        if (kind != OrganisationKind.Cooperative && await db.Set<YearReport>().CountAsync(report => report.CooperativeId == organisation, cancellationToken) is > 0 and var reports)
        {
            bound.Add(text["{0} báo cáo năm của hợp tác xã", reports]);
        }

        return bound;
    }
}
