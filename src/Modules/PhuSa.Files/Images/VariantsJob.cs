using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PhuSa.Files.Keeping;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Jobs;

namespace PhuSa.Files.Images;

/// <summary>Makes the smaller sizes of pictures that have none yet. A picture that kills the job three times is left as it is.</summary>
internal sealed partial class VariantsJob(AppDbContext db, VariantMaking making, ILogger<VariantsJob> log) : IScheduledJob
{
    public const string JobCode = "files.variants";
    private const int AtOnce = 50;

    public string Code => JobCode;

    public string Name => "Tạo các cỡ ảnh";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromMinutes(1));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<KeptContent>().Where(c => c.Picture == PictureState.Waiting).OrderBy(c => c.TouchedAt).Select(c => c.Sha256).Take(AtOnce).ToListAsync(cancellationToken);
        var made = 0;
        foreach (var sha256 in waiting)
        {
            made += await MakeAsync(sha256, cancellationToken) ? 1 : 0;
        }

        return waiting.Count == 0 ? null : new JobOutcome("Đã tạo các cỡ của {0} ảnh trong {1} ảnh đang chờ.", made, waiting.Count);
    }

    private async Task<bool> MakeAsync(string sha256, CancellationToken cancellationToken)
    {
        var content = await db.Set<KeptContent>().Include(c => c.Variants).SingleOrDefaultAsync(c => c.Sha256 == sha256, cancellationToken);
        if (content is null)
        {
            return false;
        }

        // Counted before it begins: what kills the process is not tried for ever.
        content.Try();
        await db.SaveChangesAsync(cancellationToken);
        if (content.Picture == PictureState.Failed)
        {
            return false;
        }

        try
        {
            content.Made(await making.MakeAsync(content, cancellationToken));

            // A picture is no record, but pages that are kept show it.
            await ContentStamp.MoveAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotMade(e, sha256);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sizes of picture {Sha256} could not be made.")]
    private partial void NotMade(Exception exception, string sha256);
}
