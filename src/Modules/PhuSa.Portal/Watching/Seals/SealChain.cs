using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>Gives committed seals their number and their link to the one before.</summary>
internal sealed class SealChain(AppDbContext db)
{
    public static readonly string Nothing = new('0', PublicationSeal.DigestLength);
    private const int AtOnce = 1000;

    /// <returns>How many were linked.</returns>
    public async Task<int> LinkAsync(CancellationToken cancellationToken)
    {
        var linked = 0;
        while (true)
        {
            var waiting = await db.Set<PublicationSeal>().Where(s => s.Number == null).OrderBy(s => s.At).ThenBy(s => s.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (waiting.Count == 0)
            {
                return linked;
            }

            var (number, link) = await HeadAsync(cancellationToken);
            foreach (var seal in waiting)
            {
                seal.LinkAfter(link, ++number);
                link = seal.Link!;
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            linked += waiting.Count;
        }
    }

    public async Task<(long Number, string Link)> HeadAsync(CancellationToken cancellationToken) =>
        await db.Set<PublicationSeal>().AsNoTracking().Where(s => s.Number != null).OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Link }).FirstOrDefaultAsync(cancellationToken) is { } head
            ? (head.Number!.Value, head.Link!)
            : (0, Nothing);
}

/// <summary>Links new seals.</summary>
internal sealed class SealJob(SealChain chain) : IScheduledJob
{
    public const string JobCode = "portal.seals";

    public string Code => JobCode;

    public string Name => "Nối dấu của bài đã đăng";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromSeconds(10));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken) =>
        await chain.LinkAsync(cancellationToken) is > 0 and var linked ? new JobOutcome("Đã nối {0} dấu.", linked) : null;
}

/// <summary>Seals what was published before the product sealed what it publishes, before the first reader after an upgrade.</summary>
internal sealed class FirstSeals(IServiceScopeFactory scopes) : IWarmUp
{
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().As(new Actor("Phù Sa", "khi mở hệ thống"));
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        // An empty house begins with its first publication.
        if (await db.Set<Article>().AnyAsync(a => a.Status == ArticleStatus.Published, cancellationToken)
            && await scope.ServiceProvider.GetRequiredService<PublicationSealing>().BeginAsync(cancellationToken) is not null)
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
