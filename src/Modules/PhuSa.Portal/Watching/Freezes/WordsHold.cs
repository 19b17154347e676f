using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Watching.Freezes;

/// <summary>
/// Looks at every save of what readers meet, of whichever module and whoever saves it: a form, a table. So no way to the public can forget it.
/// </summary>
internal sealed class WordsHoldInterceptor(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var changed = eventData.Context!.ChangeTracker.Entries<ISaidToReaders>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count > 0)
        {
            // Asked for when needed: it works on the context that this interceptor belongs to.
            await services.GetRequiredService<WordsHold>().HoldAsync(changed, cancellationToken);
        }

        return result;
    }
}

/// <summary>
/// While publishing is frozen, a save may only take away from readers: what they see after it is part of what they saw before. So a bad link can be taken
/// out or hidden, and none comes in. Other orders and other colours say nothing new.
/// </summary>
internal sealed class WordsHold(Freezing freezing, IEnumerable<IKeptFromReaders> kept)
{
    public async Task HoldAsync(IReadOnlyList<EntityEntry<ISaidToReaders>> changed, CancellationToken cancellationToken)
    {
        if (await freezing.HoldingAsync(cancellationToken) is null)
        {
            return;
        }

        foreach (var entry in changed)
        {
            if (!await SaysNothingNewAsync(entry, cancellationToken))
            {
                await (entry.Entity is IStandsAround ? freezing.RefuseAroundAsync(cancellationToken) : freezing.RefuseAsync(cancellationToken));
            }
        }
    }

    private async Task<bool> SaysNothingNewAsync(EntityEntry<ISaidToReaders> entry, CancellationToken cancellationToken)
    {
        // A picture of a record is read along with it, so what was read is what readers saw.
        var before = entry.State != EntityState.Modified ? null
            : entry.Metadata.IsOwned() ? entry.OriginalValues
            : await entry.GetDatabaseValuesAsync(cancellationToken);
        var said = ((before?.ToObject() as ISaidToReaders)?.Said() ?? []).ToHashSet();
        foreach (var piece in entry.Entity.Said().Where(piece => !said.Contains(piece)))
        {
            if (!await IsKeptAsync(entry.Entity, piece.Of, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsKeptAsync(ISaidToReaders record, string of, CancellationToken cancellationToken)
    {
        foreach (var one in kept)
        {
            if (await one.IsKeptAsync(record, of, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
