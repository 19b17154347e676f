using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;

namespace PhuSa.Programmes.Reviews;

/// <summary>
/// While publishing is frozen no review comes in or says something else, whoever saves it; also none that no list names, whose address answers all the
/// same. One may be taken off, and its figures may be closed.
/// </summary>
internal sealed class ReviewHold(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tracker = eventData.Context!.ChangeTracker;
        if (tracker.Entries<Review>().Any(IsShownAnew) || tracker.Entries<ReviewPart>().Any(part => part.State is EntityState.Added or EntityState.Modified))
        {
            // Asked for when needed: it works on the context that this interceptor belongs to.
            await services.GetRequiredService<IPublishingHold>().RefuseAsync(cancellationToken);
        }

        return result;
    }

    private static bool IsShownAnew(EntityEntry<Review> entry) => entry.State == EntityState.Added
        || (entry.State == EntityState.Modified && (entry.Property(nameof(Review.ProgrammeId)).IsModified || entry.ComplexProperty(nameof(Review.Details)).Properties.Any(detail => detail.IsModified && !IsTakenOff(detail))));

    private static bool IsTakenOff(PropertyEntry detail) => detail.Metadata.Name == nameof(ReviewDetails.PublishedOn) && detail.CurrentValue is null;
}
