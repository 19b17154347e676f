using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Journal;

/// <summary>What may be done with the journal; the office's module declares them.</summary>
public static class JournalRights
{
    public static Right Read { get; } = new("journal.read", "Xem nhật ký", Role.Administrator, Role.Auditor, Role.DepartmentLeader, Role.AllianceLeader);

    /// <summary>Is told at once where the chain is broken.</summary>
    public static Right Alarm { get; } = new("journal.alarm", "Nhận báo động khi nhật ký bị sửa", Role.Administrator);
}
