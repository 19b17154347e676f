using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static PhuSa.Marks.Scans.UnusualScanAction;
using static PhuSa.Marks.Scans.UnusualScanStatus;

namespace PhuSa.Marks.Scans;

internal enum UnusualScanStatus
{
    New,
    FieldCheck,
    Harmless,
}

internal enum UnusualScanAction
{
    SendToField,
    FindHarmless,
}

/// <summary>The moves of an unusual finding: an officer sends somebody to look, or says why there is nothing in it.</summary>
internal static class UnusualScanFlow
{
    public static Flow<UnusualScanStatus, UnusualScanAction> Table { get; } = new(
        new()
        {
            [New] = new(Counts: true, Final: false, WaitsOn: "Cán bộ phụ trách nhãn hiệu", "Chờ xem xét", "Chờ xem xét", "act"),
            [FieldCheck] = new(Counts: true, Final: true, WaitsOn: null, "Đã đưa đi kiểm tra thực tế", "Đã đưa đi kiểm tra thực tế", "good"),
            [Harmless] = new(Counts: false, Final: true, WaitsOn: null, "Không có vấn đề", "Không có vấn đề", "ended"),
        },
        new(New, SendToField, FieldCheck),
        new(New, FindHarmless, Harmless));

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(UnusualScanAction action) => action == SendToField ? "Đưa đi kiểm tra thực tế" : "Ghi là không có vấn đề";
}

/// <summary>What was counted of a code.</summary>
/// <param name="Day">Of the checks; the last day looked at where only reports are unusual.</param>
/// <param name="Labels">How many labels bear the code; null where nobody knows.</param>
internal sealed record ScanCount(DateOnly Day, long? Labels, long Views, long ViewsLimit, int Neighbourhoods, long NeighbourhoodsLimit, int Communes, int CommunesLimit)
{
    public bool IsOften => Views > ViewsLimit;

    public bool IsWide => Neighbourhoods > NeighbourhoodsLimit;

    public bool IsReportedWidely => Communes > CommunesLimit;

    public bool IsUnusual => IsOften || IsWide || IsReportedWidely;
}

/// <summary>A code that was checked more often, or from farther apart, than the labels that bear it allow. Numbers only: nothing of who checked.</summary>
internal sealed class UnusualScan : Aggregate<UnusualScanStatus, UnusualScanAction>, IJournaled
{
    private UnusualScan()
    {
    }

    /// <param name="batchId">The issue of the labels whose own code it is; null where it is the right's.</param>
    public UnusualScan(Guid id, Guid grantId, Guid? batchId, string checkCode, ScanCount count, Actor by, DateTime now)
    {
        Id = id;
        (GrantId, BatchId, CheckCode) = (grantId, batchId, checkCode);
        CreatedAt = now;
        See(count);
        Begin(New, by, now);
    }

    public Guid GrantId { get; private init; }

    public Guid? BatchId { get; private init; }

    public string CheckCode { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>The day of the numbers below.</summary>
    public DateOnly Day { get; private set; }

    public long? Labels { get; private set; }

    public long Views { get; private set; }

    public long ViewsLimit { get; private set; }

    public int Neighbourhoods { get; private set; }

    public long NeighbourhoodsLimit { get; private set; }

    public int Communes { get; private set; }

    public int CommunesLimit { get; private set; }

    public ScanCount Count => new(Day, Labels, Views, ViewsLimit, Neighbourhoods, NeighbourhoodsLimit, Communes, CommunesLimit);

    public string JournalTitle => $"Bất thường {Grants.CheckCode.Written(CheckCode)}";

    protected override Flow<UnusualScanStatus, UnusualScanAction> Table => UnusualScanFlow.Table;

    /// <summary>While it waits it tells of the latest unusual day; a quiet day with more reports adds only these.</summary>
    public void See(ScanCount count)
    {
        if ((Count.IsOften || Count.IsWide) && !(count.IsOften || count.IsWide))
        {
            (Communes, CommunesLimit) = (count.Communes, count.CommunesLimit);
            return;
        }

        (Day, Labels, Views, ViewsLimit, Neighbourhoods, NeighbourhoodsLimit, Communes, CommunesLimit)
            = (count.Day, count.Labels, count.Views, count.ViewsLimit, count.Neighbourhoods, count.NeighbourhoodsLimit, count.Communes, count.CommunesLimit);
    }

    public void Take(UnusualScanAction action, string why, Actor by, DateTime now) => Move(action, by, now, why);
}

internal sealed class UnusualScanConfiguration : IEntityTypeConfiguration<UnusualScan>
{
    public void Configure(EntityTypeBuilder<UnusualScan> builder)
    {
        builder.ToTable("marks_unusual_scans");
        builder.IsMoving<UnusualScan, UnusualScanStatus, UnusualScanAction>("marks_unusual_scan_steps");
        builder.Property(s => s.CheckCode).HasMaxLength(Grants.CheckCode.Length);
        builder.HasOne<MarkGrant>().WithMany().HasForeignKey(s => s.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LabelEntry>().WithMany().HasForeignKey(s => s.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Status, s.CreatedAt });

        // One waits for each code.
        builder.HasIndex(s => s.CheckCode).IsUnique().HasFilter("status = 'New'");
    }
}
