using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;

namespace PhuSa.Programmes.Reviews;

/// <summary>While publishing is frozen no published review comes in or says something else, whoever saves it. One may be taken off, and its figures may be closed.</summary>
internal sealed class ReviewHold(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries().Any(IsShownAnew))
        {
            // Asked for when needed: it works on the context that this interceptor belongs to.
            await services.GetRequiredService<IPublishingHold>().RefuseAsync(cancellationToken);
        }

        return result;
    }

    private static bool IsShownAnew(EntityEntry entry) => entry.Entity switch
    {
        Review { Details.PublishedOn: not null } => entry.State == EntityState.Added
            || (entry.State == EntityState.Modified && (entry.ComplexProperty(nameof(Review.Details)).IsModified || entry.Property(nameof(Review.ProgrammeId)).IsModified)),
        ReviewPart { Review.Details.PublishedOn: not null } => entry.State is EntityState.Added or EntityState.Modified,
        _ => false,
    };
}
