using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>What the lists of fees show: the year and whether only those who still owe, as it stands in the address.</summary>
internal sealed record FeeFilter(int Year, bool OnlyOpen)
{
    public const string YearKey = "nam";
    public const string OpenKey = "con-no";
    public const int FirstYear = 1993;

    /// <param name="last">The last year that is asked for; this year where none, or none of these, is.</param>
    public static FeeFilter Of(IQueryCollection query, int thisYear, int last) => new(
        int.TryParse(query[YearKey].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= last ? year : thisYear,
        query[OpenKey] == "1");
}

/// <summary>What the members owe and paid for a year, the same on the page and in the table to take away.</summary>
internal sealed class FeeList(AllianceDesk desk, FeeBook book)
{
    public FeeFilter FilterOf(IQueryCollection query) => FeeFilter.Of(query, desk.Today.Year, desk.Today.Year + 1);

    /// <returns>The lines asked for, and how many of the year still owe.</returns>
    public async Task<(IReadOnlyList<FeeLineOfYear> Lines, int Owing)> OfAsync(FeeFilter filter, CancellationToken cancellationToken)
    {
        var all = await book.YearAsync(filter.Year, cancellationToken);
        var owing = all.Where(line => line.Open > 0).ToList();
        return (filter.OnlyOpen ? owing : all, owing.Count);
    }
}

/// <summary>The book of receipts of a year, the same on the page and in the table to take away.</summary>
internal sealed class ReceiptList(AllianceDesk desk)
{
    public FeeFilter FilterOf(IQueryCollection query) => FeeFilter.Of(query, desk.Today.Year, desk.Today.Year);

    public async Task<(IReadOnlyList<FeeReceipt> Receipts, IReadOnlyDictionary<Guid, OrganisationFact> Named)> OfAsync(int year, CancellationToken cancellationToken)
    {
        var receipts = await desk.Db.Set<FeeReceipt>().AsNoTracking().AsSplitQuery().Where(r => r.BookYear == year).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        return (receipts, await desk.Organisations.OfAsync(receipts.Select(r => r.OrganisationId), cancellationToken));
    }
}

/// <summary>What the members owe and paid for a year, to take away.</summary>
internal sealed class FeesSheet(FeeList list, Texts text) : ListSheet
{
    public override string FileName => "hoi-phi";

    public override string Title => "Hội phí";

    public override string Table => FeeScheduleConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Năm", "Mã", "Tổ chức", "Phải nộp (đồng)", "Đã nộp (đồng)", "Còn nợ (đồng)", "Nộp thừa (đồng)", "Vì sao chưa tính được"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var filter = list.FilterOf(query);
        return [.. (await list.OfAsync(filter, cancellationToken)).Lines.Select(line => (IReadOnlyList<SheetCell>)
        [
            filter.Year,
            line.Organisation.Code,
            line.Organisation.Name,
            SheetCell.Of((decimal?)line.Due.Amount),
            line.Paid,
            SheetCell.Of((decimal?)line.Arrears),
            SheetCell.Of((decimal?)line.Overpaid),
            line.Due.Why is { } why ? text[why] : null,
        ])];
    }
}

/// <summary>The book of receipts of a year, to take away.</summary>
internal sealed class ReceiptsSheet(ReceiptList list, Texts text) : ListSheet
{
    public override string FileName => "phieu-thu-hoi-phi";

    public override string Title => "Phiếu thu";

    public override string Table => FeeReceiptConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Số phiếu", "Ngày", "Mã", "Tổ chức", "Hội phí năm", "Số tiền (đồng)", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var (receipts, named) = await list.OfAsync(list.FilterOf(query).Year, cancellationToken);
        return [.. receipts.Select(receipt => (IReadOnlyList<SheetCell>)
        [
            receipt.Written,
            receipt.PaidOn,
            named.GetValueOrDefault(receipt.OrganisationId)?.Code,
            named.GetValueOrDefault(receipt.OrganisationId)?.Name,
            receipt.FeeYear,
            receipt.Amount,
            text[ReceiptFlow.Table[receipt.Status].PublicName],
        ])];
    }
}
