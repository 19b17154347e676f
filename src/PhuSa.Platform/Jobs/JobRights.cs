using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Jobs;

/// <summary>Who looks after the jobs.</summary>
public static class JobRights
{
    public static Right Manage { get; } = new("jobs.manage", "Xem công việc nền và cho chạy lại", Role.Administrator);
}
