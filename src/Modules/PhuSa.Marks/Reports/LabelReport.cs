using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;
using static PhuSa.Marks.Reports.LabelReportAction;
using static PhuSa.Marks.Reports.LabelReportStatus;

namespace PhuSa.Marks.Reports;

internal enum LabelReportStatus
{
    New,
    Handled,
    Dismissed,
}

internal enum LabelReportAction
{
    Handle,
    SetAside,
}

/// <summary>The moves of a report: an officer says what came of it, or that there is nothing in it.</summary>
internal static class LabelReportFlow
{
    public static Flow<LabelReportStatus, LabelReportAction> Table { get; } = new(
        new()
        {
            [New] = new(Counts: true, Final: false, WaitsOn: "Cán bộ phụ trách nhãn hiệu", "Chờ xem xét", "Chờ xem xét", "act"),
            [Handled] = new(Counts: true, Final: true, WaitsOn: null, "Đã xử lý", "Đã xử lý", "good"),
            [Dismissed] = new(Counts: false, Final: true, WaitsOn: null, "Đã bỏ qua", "Đã bỏ qua", "ended"),
        },
        new(New, Handle, Handled),
        new(New, SetAside, Dismissed));

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(LabelReportAction action) => action == Handle ? "Ghi kết quả xử lý" : "Bỏ qua tin báo";
}

/// <summary>What somebody in front of a label typed.</summary>
/// <param name="Code">The code on the label, as typed; null where it has none.</param>
/// <param name="Spot">Commune and market, in words.</param>
/// <param name="Contact">Null: nobody wants an answer.</param>
/// <param name="Commune">Commune or ward, as typed; null where it is not said.</param>
internal sealed record LabelReportWords(string? Code, string Seen, string? Spot, string? Contact, string? Commune = null);

/// <summary>A label that somebody found wrong. What says who reported is a personal value under the record's own key, so that it can be erased without the record.</summary>
internal sealed class LabelReport : Aggregate<LabelReportStatus, LabelReportAction>, IJournaled
{
    public const int SeenMaxLength = 2000;
    public const int ShortMaxLength = 200;
    public const int CodeMaxLength = 64;

    private static readonly string[] UnitWords = ["xa ", "phuong ", "dac khu ", "thi tran "];

    private LabelReport()
    {
    }

    /// <param name="grantId">The right that the code names; null where it names none.</param>
    public LabelReport(Guid id, Guid? grantId, LabelReportWords words, Actor by, DateTime now)
    {
        Id = id;
        GrantId = grantId;
        (Code, Seen, Spot, Contact) = (words.Code, words.Seen, words.Spot, words.Contact);
        (Commune, CommuneKey) = (words.Commune, KeyOf(words.Commune));
        CreatedAt = now;
        Begin(New, by, now);
    }

    public Guid? GrantId { get; private init; }

    public string? Code { get; private init; }

    public string Seen { get; private set; } = "";

    public string? Spot { get; private init; }

    public string? Commune { get; private init; }

    /// <summary>The commune without accents, capitals and the word before its name: two spellings of one are one.</summary>
    public string? CommuneKey { get; private init; }

    public string? Contact { get; private set; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>When the contact was forgotten.</summary>
    public DateTime? ErasedAt { get; private set; }

    public string JournalTitle => $"Tin báo nhãn {Code}".TrimEnd();

    protected override Flow<LabelReportStatus, LabelReportAction> Table => LabelReportFlow.Table;

    public static string? KeyOf(string? commune)
    {
        var folded = SearchText.Fold(commune ?? "");
        var name = Array.Find(UnitWords, word => folded.StartsWith(word, StringComparison.Ordinal)) is { } unit ? folded[unit.Length..] : folded;
        return name.Length == 0 ? null : name;
    }

    public void Take(LabelReportAction action, string why, Actor by, DateTime now) => Move(action, by, now, why);

    /// <summary>What was seen stays with what came of it; who reported it is known no longer.</summary>
    public void Erase(DateTime now) => (Contact, ErasedAt) = (null, now);
}

internal sealed class LabelReportConfiguration : IEntityTypeConfiguration<LabelReport>
{
    public const string Table = "marks_label_reports";

    public void Configure(EntityTypeBuilder<LabelReport> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<LabelReport, LabelReportStatus, LabelReportAction>("marks_label_report_steps");
        builder.Property(r => r.Code).HasMaxLength(LabelReport.CodeMaxLength);
        builder.Property(r => r.Seen).HasMaxLength(LabelReport.SeenMaxLength).IsPersonal();
        builder.Property(r => r.Spot).HasMaxLength(LabelReport.ShortMaxLength);
        builder.Property(r => r.Commune).HasMaxLength(LabelReport.ShortMaxLength);
        builder.Property(r => r.CommuneKey).HasMaxLength(LabelReport.ShortMaxLength * 2);
        builder.Property(r => r.Contact).HasMaxLength(LabelReport.ShortMaxLength).IsPersonal();
        builder.HasOne<MarkGrant>().WithMany().HasForeignKey(r => r.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Status, r.CreatedAt });
    }
}
