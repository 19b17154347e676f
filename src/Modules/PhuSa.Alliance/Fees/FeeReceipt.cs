using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Fees;

internal enum ReceiptStatus
{
    Issued,
    Voided,
}

internal enum ReceiptAction
{
    Void,
}

internal enum PaymentMethod
{
    Cash,
    Transfer,
}

/// <summary>A receipt has a number and is never deleted: it is voided with a reason.</summary>
internal static class ReceiptFlow
{
    public static Flow<ReceiptStatus, ReceiptAction> Table { get; } = new(
        new()
        {
            [ReceiptStatus.Issued] = new(Counts: true, Final: false, WaitsOn: null, "Đã thu", "Đã nộp", "good"),
            [ReceiptStatus.Voided] = new(Counts: false, Final: true, WaitsOn: null, "Đã huỷ phiếu", "Đã huỷ phiếu", "ended"),
        },
        new FlowMove<ReceiptStatus, ReceiptAction>(ReceiptStatus.Issued, ReceiptAction.Void, ReceiptStatus.Voided));

    /// <summary>The way of paying in Vietnamese; the key of its English.</summary>
    public static string Of(PaymentMethod method) => method == PaymentMethod.Cash ? "Tiền mặt" : "Chuyển khoản";
}

/// <summary>What a receipt says.</summary>
/// <param name="FeeYear">The year for which it is paid.</param>
/// <param name="Amount">Whole đồng, more than none.</param>
internal sealed record ReceiptSheet(Guid OrganisationId, int FeeYear, long Amount, DateOnly PaidOn, string Payer, PaymentMethod Method);

/// <summary>Money that a member paid for a year.</summary>
internal sealed class FeeReceipt : Aggregate<ReceiptStatus, ReceiptAction>, IJournaled
{
    public const int PayerMaxLength = 200;
    public const long Most = 1_000_000_000_000;

    private FeeReceipt()
    {
    }

    /// <exception cref="RefusedException">The amount is none, or more than anybody pays.</exception>
    public FeeReceipt(Guid id, int number, ReceiptSheet sheet, Actor by, DateTime now)
    {
        if (sheet.Amount is <= 0 or > Most)
        {
            throw new RefusedException("Số tiền phải lớn hơn 0 và không quá {0:N0} đồng.", Most);
        }

        Id = id;
        Number = number;
        BookYear = sheet.PaidOn.Year;
        OrganisationId = sheet.OrganisationId;
        FeeYear = sheet.FeeYear;
        Amount = sheet.Amount;
        PaidOn = sheet.PaidOn;
        Payer = sheet.Payer;
        Method = sheet.Method;
        Begin(ReceiptStatus.Issued, by, now);
    }

    /// <summary>Counted anew each year in which money comes in.</summary>
    public int Number { get; private init; }

    public int BookYear { get; private init; }

    public Guid OrganisationId { get; private init; }

    public int FeeYear { get; private init; }

    /// <summary>Whole đồng.</summary>
    public long Amount { get; private init; }

    public DateOnly PaidOn { get; private init; }

    /// <summary>Who brought the money, as they say.</summary>
    public string Payer { get; private init; } = "";

    public PaymentMethod Method { get; private init; }

    public string Written => $"{Number:000}/{BookYear}";

    public string JournalTitle => Written;

    protected override Flow<ReceiptStatus, ReceiptAction> Table => ReceiptFlow.Table;

    public void Void(string why, Actor by, DateTime now) => Move(ReceiptAction.Void, by, now, why);
}

/// <summary>How far the receipts of a year have counted.</summary>
internal sealed class ReceiptSeries
{
    public int Year { get; init; }

    public int Last { get; set; }
}

internal sealed class FeeReceiptConfiguration : IEntityTypeConfiguration<FeeReceipt>
{
    public const string Table = "alliance_receipts";

    public void Configure(EntityTypeBuilder<FeeReceipt> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<FeeReceipt, ReceiptStatus, ReceiptAction>("alliance_receipt_steps");
        builder.Property(r => r.Payer).HasMaxLength(FeeReceipt.PayerMaxLength).IsPersonal();
        builder.Ignore(r => r.Written);
        builder.HasIndex(r => new { r.BookYear, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.OrganisationId, r.FeeYear });
    }
}

internal sealed class ReceiptSeriesConfiguration : IEntityTypeConfiguration<ReceiptSeries>
{
    public void Configure(EntityTypeBuilder<ReceiptSeries> builder)
    {
        builder.ToTable("alliance_receipt_series");
        builder.HasKey(s => s.Year);
        builder.Property(s => s.Year).ValueGeneratedNever();
    }
}
