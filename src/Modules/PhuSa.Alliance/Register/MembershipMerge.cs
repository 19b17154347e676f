using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
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

        await RefuseTwoRequestsAsync(gone, kept, cancellationToken);
        return [];
    }

    /// <exception cref="RefusedException">It is a request beside an open one.</exception>
    public Task BringAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> record, CancellationToken cancellationToken)
    {
        var requests = db.Model.FindEntityType(typeof(MembershipRequest))!.GetTableName();
        return record.Any(reference => reference.Table == requests) ? RefuseTwoRequestsAsync(gone, kept, cancellationToken) : Task.CompletedTask;
    }

    /// <exception cref="RefusedException">What was recorded of the one that stays ended or suspended a membership that goes back: it would be in force again by the undoing alone.</exception>
    public async Task TakeBackAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken)
    {
        var acts = await NamingAsync(kept, cancellationToken);
        if (acts.Count == 0)
        {
            return;
        }

        var back = brought.Select(reference => reference.RecordId).ToHashSet();
        var admissions = await db.Set<Admission>().AsNoTracking().Where(a => (a.OrganisationId == kept || a.OrganisationId == gone) && a.OffAt == null).Select(a => a.Id).ToListAsync(cancellationToken);
        if (admissions.Exists(back.Contains) && admissions.TrueForAll(back.Contains))
        {
            throw new RefusedException("Sau khi gộp, Liên minh đã ghi việc tạm dừng, thôi hoặc khai trừ cho tư cách thành viên sẽ trở về hồ sơ kia. Hãy huỷ việc ghi ấy, tách hồ sơ, rồi ghi lại ở hồ sơ kia.");
        }
    }

    /// <returns>What was recorded of its membership and counts.</returns>
    public async Task<IReadOnlyList<MergedReference>> NamingAsync(Guid organisation, CancellationToken cancellationToken)
    {
        var acts = await db.Set<Membership>().AsNoTracking().Where(m => m.Id == organisation).SelectMany(m => m.Acts).Where(act => act.RevokedBy == null).OrderBy(act => act.Id).Select(act => new { act.Id, act.Source }).ToListAsync(cancellationToken);
        return acts.ConvertAll(act => new MergedReference(MembershipConfiguration.ActTable, act.Id, nameof(Membership), act.Source));
    }

    private async Task RefuseTwoRequestsAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        if (await db.Set<MembershipRequest>().CountAsync(r => r.OpenFor == gone || r.OpenFor == kept, cancellationToken) > 1)
        {
            throw new RefusedException("Cả hai hồ sơ đều có đề nghị gia nhập Liên minh chưa xong. Hãy rút một đề nghị rồi gộp.");
        }
    }
}
