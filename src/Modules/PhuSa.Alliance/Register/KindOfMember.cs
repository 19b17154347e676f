using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Register;

/// <summary>A class of members takes organisations of some kinds only: nobody stays in one, or waits for one, that does not take the new kind.</summary>
internal sealed class KindOfMember(AppDbContext db, Texts text) : IKindBound
{
    public async Task<IReadOnlyList<string>> BoundAsync(Guid organisation, OrganisationKind kind, CancellationToken cancellationToken)
    {
        var admitted = await db.Set<Admission>().Where(a => a.OrganisationId == organisation && a.OffAt == null).Select(a => a.Class).ToListAsync(cancellationToken);
        var asked = await db.Set<MembershipRequest>().Where(r => r.OpenFor == organisation).Select(r => r.ClassCode).ToListAsync(cancellationToken);
        var closed = (await db.Set<MemberClass>().AsNoTracking().ToListAsync(cancellationToken)).Where(one => one.Kinds.Count > 0 && !one.Kinds.Contains(kind)).ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal);
        return
        [
            .. admitted.Where(closed.ContainsKey).Distinct(StringComparer.Ordinal).Select(code => text["kết nạp vào loại thành viên “{0}”, loại không dành cho loại hình mới", closed[code]]),
            .. asked.Where(closed.ContainsKey).Distinct(StringComparer.Ordinal).Select(code => text["đơn xin vào loại thành viên “{0}”, loại không dành cho loại hình mới", closed[code]]),
        ];
    }
}
