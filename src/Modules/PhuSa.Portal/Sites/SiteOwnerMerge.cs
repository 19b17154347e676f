using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Sites;

/// <summary>Whoever owns a site never goes into another organisation: an officer is told to keep it instead.</summary>
internal sealed class SiteOwnerMerge(AppDbContext db) : IOrganisationMerge
{
    public async Task<IReadOnlyList<MergedReference>> FollowAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        if (await db.Set<Site>().AnyAsync(site => site.OwnerId == gone, cancellationToken))
        {
            throw new RefusedException("Tổ chức sẽ mất đi là chủ của một trang trên hệ thống. Hãy chọn tổ chức đó là tổ chức ở lại.");
        }

        return [];
    }

    public Task TakeBackAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<MergedReference>> NamingAsync(Guid organisation, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MergedReference>>([]);
}
