using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Watching.Freezes;

internal enum FreezeStatus
{
    Frozen,
    Lifted,
}

internal enum FreezeAction
{
    Lift,
}

/// <summary>Nothing goes out while it holds; a bad text may always be taken away.</summary>
internal static class FreezeFlow
{
    public static Flow<FreezeStatus, FreezeAction> Table { get; } = new(
        new Dictionary<FreezeStatus, StatusFacts>
        {
            [FreezeStatus.Frozen] = new(Counts: false, Final: false, WaitsOn: "Quản trị hệ thống", "Đang tạm dừng đăng bài", "Đang tạm dừng đăng bài", "stop"),
            [FreezeStatus.Lifted] = new(Counts: false, Final: true, WaitsOn: null, "Đã bỏ tạm dừng", "Đã bỏ tạm dừng", "ended"),
        },
        new FlowMove<FreezeStatus, FreezeAction>(FreezeStatus.Frozen, FreezeAction.Lift, FreezeStatus.Lifted));
}

/// <summary>A time in which nothing is published: because of an alarm, or because an administrator said so. At most one holds.</summary>
internal sealed class PublishingFreeze : Aggregate<FreezeStatus, FreezeAction>, IJournaled
{
    private PublishingFreeze()
    {
    }

    public PublishingFreeze(Guid id, string why, Actor by, DateTime now)
    {
        Id = id;
        Why = why;
        SinceAt = now;
        Begin(FreezeStatus.Frozen, by, now, why);
    }

    public string Why { get; private init; } = "";

    public DateTime SinceAt { get; private init; }

    public string JournalTitle => VietnamTime.Written(SinceAt);

    protected override Flow<FreezeStatus, FreezeAction> Table => FreezeFlow.Table;

    public void Lift(string why, Actor by, DateTime now) => Move(FreezeAction.Lift, by, now, why);
}

internal sealed class PublishingFreezeConfiguration : IEntityTypeConfiguration<PublishingFreeze>
{
    public void Configure(EntityTypeBuilder<PublishingFreeze> builder)
    {
        builder.ToTable("portal_publishing_freezes");
        builder.IsMoving<PublishingFreeze, FreezeStatus, FreezeAction>("portal_publishing_freeze_steps");
        builder.Property(f => f.Why).HasMaxLength(Step.WhyMaxLength);

        // Two alarms at the same moment freeze once.
        builder.HasIndex(f => f.Status).IsUnique().HasFilter("status = 'Frozen'");
    }
}

/// <summary>Whether publishing is frozen.</summary>
internal sealed class Freezing(AppDbContext db) : IPublishingHold
{
    public Task<PublishingFreeze?> HoldingAsync(CancellationToken cancellationToken) =>
        db.Set<PublishingFreeze>().AsSplitQuery().SingleOrDefaultAsync(f => f.Status == FreezeStatus.Frozen, cancellationToken);

    /// <exception cref="RefusedException">It is.</exception>
    public async Task RefuseAsync(CancellationToken cancellationToken)
    {
        if (await HoldingAsync(cancellationToken) is { } freeze)
        {
            throw new RefusedException("Việc đăng bài đang tạm dừng từ {0}: {1} Chưa duyệt đăng hay nhập bài được; vẫn gỡ bài được.", VietnamTime.Written(freeze.SinceAt), freeze.Why);
        }
    }

    /// <summary>For the words and links around the pages.</summary>
    /// <exception cref="RefusedException">It is.</exception>
    public async Task RefuseAroundAsync(CancellationToken cancellationToken)
    {
        if (await HoldingAsync(cancellationToken) is { } freeze)
        {
            throw new RefusedException("Việc đăng bài đang tạm dừng từ {0}: {1} Chưa thêm hay sửa được chữ và liên kết của trang; vẫn gỡ hay ẩn được.", VietnamTime.Written(freeze.SinceAt), freeze.Why);
        }
    }
}
