using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary><c>collective-mark-contracts.csv</c></summary>
internal sealed class SupportContractsTable : ImportTable<MarkSupportContract>
{
    private static readonly Dictionary<string, ContractStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["signed"] = ContractStatus.Signed,
        ["paid"] = ContractStatus.Paid,
        ["accepted"] = ContractStatus.Accepted,
        ["liquidated"] = ContractStatus.Liquidated,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã hợp đồng hỗ trợ", "hd-nhtt-mau");
    private static readonly Column<Guid?> Mark = ImportColumns.Reference("mark", "Nhãn hiệu tập thể", "nhtt-mau", "collective-marks", required: true);
    private static readonly Column<Guid?> Contract = ImportColumns.Reference("contract", "Văn bản hợp đồng", "hd-nhtt-mau", "papers");
    private static readonly Column<long?> Value = ImportColumns.Money("value", "Giá trị hợp đồng, đồng", "2500000");
    private static readonly Column<long?> PaidAmount = ImportColumns.Money("paid_amount", "Tổng số tiền đã chi, đồng", "2500000");
    private static readonly Column<RecordTime> PaidOn = ImportColumns.Time("paid_on", "Ngày chi", "2019-12-20");
    private static readonly Column<RecordTime> AcceptedOn = ImportColumns.Time("accepted_on", "Ngày nghiệm thu", "2020-03");
    private static readonly Column<long?> LiquidatedAmount = ImportColumns.Money("liquidated_amount", "Số tiền thanh lý, bằng tổng số tiền đã chi khi biết cả hai, đồng", "2500000");
    private static readonly Column<long?> ReturnedAmount = ImportColumns.Money("returned_amount", "Số tiền hoàn trả khi thanh lý; thanh lý cộng hoàn trả bằng đã chi, đồng", "0").ThatMayBeMissing();
    private static readonly Column<RecordTime> LiquidatedOn = ImportColumns.Time("liquidated_on", "Ngày thanh lý", "2020-05-15");
    private static readonly Column<ContractStatus?> Status = ImportColumns.Choice("status", "Bước đã đến", "liquidated", Statuses, required: true);

    public override string Name => "collective-mark-contracts";

    public override string Meaning => "Hợp đồng hỗ trợ chi phí đăng ký nhãn hiệu tập thể";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Code, Mark, Contract, Value, PaidAmount, PaidOn, AcceptedOn, LiquidatedAmount, ReturnedAmount, LiquidatedOn, Status,
        MarkColumns.Programme, MarkColumns.Source,
    ];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<MarkSupportContract> Records(AppDbContext db) => db.Set<MarkSupportContract>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<MarkSupportContract>().Select(c => new NaturalKey(c.Code, c.Id));

    protected override string KeyOf(MarkSupportContract record) => record.Code;

    protected override Guid IdOf(MarkSupportContract record) => record.Id;

    protected override MarkSupportContract Create(ImportRow row, ImportScope scope)
    {
        var contract = new MarkSupportContract(scope.NewId(), row.Must(Code), row.Must(Mark), row.Read(Contract), Money(row), row.Must(Status), row.By, row.Now);
        Describe(contract, row);
        return contract;
    }

    protected override void Update(MarkSupportContract record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Mark) != record.MarkId)
        {
            row.Refuse(Mark, "nhãn hiệu của một hợp đồng đã ghi không đổi được; hãy ghi hợp đồng khác với mã khác.");
            return;
        }

        // The same table imported again takes no payment and no liquidation of the office back.
        if (record.Acts.Count > 0)
        {
            if (row.Must(Status) is var said && said != record.Status && said.ToString() != record.Steps.FirstOrDefault(step => step.From is null)?.To)
            {
                row.Refuse(Status, "hợp đồng này đã có việc ghi trong văn phòng; hãy ghi việc mới ở đó.");
            }

            return;
        }

        record.TakeOver(row.Must(Status), Money(row, record), row.By, row.Now);
        Describe(record, row);
    }

    /// <summary>An empty cell takes nothing back: what an officer put right since stands.</summary>
    private static ContractMoney Money(ImportRow row, MarkSupportContract known)
    {
        var said = Money(row);
        return new(
            said.Value ?? known.Value, said.Paid ?? known.PaidAmount, Known(said.PaidOn, known.PaidOn), Known(said.AcceptedOn, known.AcceptedOn),
            said.Liquidated ?? known.LiquidatedAmount, Known(said.LiquidatedOn, known.LiquidatedOn), said.Returned ?? known.ReturnedAmount);
    }

    private static RecordTime Known(RecordTime said, RecordTime before) => said.IsKnown ? said : before;

    private static ContractMoney Money(ImportRow row) =>
        new(row.Read(Value), row.Read(PaidAmount), row.Time(PaidOn), row.Time(AcceptedOn), row.Read(LiquidatedAmount), row.Time(LiquidatedOn), row.Read(ReturnedAmount));

    private static void Describe(MarkSupportContract contract, ImportRow row) =>
        contract.Describe(row.Read(Contract) ?? contract.PaperId, row.Read(MarkColumns.Programme) ?? contract.Programme, row.Read(MarkColumns.Source) ?? contract.Source);
}
