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
        // A large table that is taken in looks for its changes itself, and later than this: what it has read may have changed too.
        var tracker = eventData.Context!.ChangeTracker;
        var looksLater = !tracker.AutoDetectChangesEnabled;
        var met = tracker.Entries<ISaidToReaders>().Where(entry => entry.State is EntityState.Added or EntityState.Modified || (looksLater && entry.State == EntityState.Unchanged)).ToList();
        if (met.Count > 0)
        {
            // Asked for when needed: it works on the context that this interceptor belongs to.
            await services.GetRequiredService<WordsHold>().HoldAsync(met, cancellationToken);
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
    /// <param name="met">What is saved; of what still counts as unchanged it is looked at whether it is.</param>
    public async Task HoldAsync(IReadOnlyList<EntityEntry<ISaidToReaders>> met, CancellationToken cancellationToken)
    {
        if (await freezing.HoldingAsync(cancellationToken) is null)
        {
            return;
        }

        foreach (var entry in met)
        {
            if (entry.State == EntityState.Unchanged)
            {
                entry.DetectChanges();
            }

            if (entry.State != EntityState.Unchanged && !await SaysNothingNewAsync(entry, cancellationToken))
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
