using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Platform.Data;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Register;

/// <summary>
/// What two memberships cannot do is become one by themselves: what was recorded of one stands on the record of its organisation, and an organisation
/// has one open request. An officer is told what to do first; nothing is brought over here.
/// </summary>
internal sealed class MembershipMerge(AppDbContext db) : IOrganisationMerge
{
    public async Task<IReadOnlyList<MergedReference>> FollowAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        if (await db.Set<Membership>().AnyAsync(m => m.Id == gone && m.Acts.Any(act => act.RevokedBy == null), cancellationToken))
        {
            throw new RefusedException("Hồ sơ sẽ mất đi đã có việc tạm dừng, thôi hoặc khai trừ ghi ở Liên minh. Hãy chọn hồ sơ đó là hồ sơ ở lại.");
        }

        if (await db.Set<MembershipRequest>().CountAsync(r => r.OpenFor == gone || r.OpenFor == kept, cancellationToken) > 1)
        {
            throw new RefusedException("Cả hai hồ sơ đều có đề nghị gia nhập Liên minh chưa xong. Hãy rút một đề nghị rồi gộp.");
        }

        return [];
    }

    public Task TakeBackAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<MergedReference>> NamingAsync(Guid organisation, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MergedReference>>([]);
}
