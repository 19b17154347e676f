using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Grants;

/// <summary>At start, before the first reader: rights from before check codes were given get theirs.</summary>
internal sealed class MissingCheckCodes(IServiceScopeFactory scopes) : IWarmUp
{
    private static readonly Actor Us = new("Phù Sa", "cấp mã kiểm tra");

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var without = await db.Set<MarkGrant>().AsSplitQuery().Where(g => g.CheckCode == null).ToListAsync(cancellationToken);
        if (without.Count == 0)
        {
            return;
        }

        scope.ServiceProvider.GetRequiredService<Acting>().As(Us);
        without.ForEach(grant => grant.TakeCheckCode());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another instance that starts at the same moment has given them.
        }
    }
}
