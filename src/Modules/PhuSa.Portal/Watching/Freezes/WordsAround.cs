using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Watching.Freezes;

/// <summary>Looks at every save of what stands around the pages of a site, whoever saves it: a form, a table. So no way to the public can forget it.</summary>
internal sealed class WordsAroundInterceptor(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var changed = eventData.Context!.ChangeTracker.Entries<IStandsAround>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count > 0)
        {
            // Asked for when needed: it works on the context that this interceptor belongs to.
            await services.GetRequiredService<WordsAround>().HoldAsync(changed, cancellationToken);
        }

        return result;
    }
}

/// <summary>
/// While publishing is frozen, a save around the pages may only take away: what readers see after it is part of what they saw before. So a bad link can be
/// taken out or hidden, and none comes in. Other orders and other colours say nothing new.
/// </summary>
internal sealed class WordsAround(Freezing freezing)
{
    public async Task HoldAsync(IReadOnlyList<EntityEntry<IStandsAround>> changed, CancellationToken cancellationToken)
    {
        if (await freezing.HoldingAsync(cancellationToken) is null)
        {
            return;
        }

        foreach (var entry in changed)
        {
            var before = entry.State == EntityState.Modified ? await entry.GetDatabaseValuesAsync(cancellationToken) : null;
            var said = ((before?.ToObject() as IStandsAround)?.Said() ?? []).ToHashSet();
            if (!entry.Entity.Said().All(said.Contains))
            {
                await freezing.RefuseAroundAsync(cancellationToken);
            }
        }
    }
}
