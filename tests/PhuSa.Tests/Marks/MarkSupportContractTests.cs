using PhuSa.Marks.CollectiveMarks;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Marks;

public class MarkSupportContractTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = new("Kế toán");
    private static readonly RecordTime Unknown = RecordTime.Unknown;

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Signed --Pay--> Paid
        Paid --Pay--> Paid
        Paid --Accept--> Accepted
        Accepted --Liquidate--> Liquidated
        """.ReplaceLineEndings("\n"),
        ContractFlow.Table.ToString());

    [Fact]
    public void Point_16_a_contract_is_signed_paid_accepted_and_liquidated_with_a_step_each()
    {
        var contract = Contract(ContractStatus.Signed, value: 2_500_000);

        contract.Pay(2_500_000, RecordTime.Day(new DateOnly(2019, 12, 20)), Officer, Now);
        contract.Accept(Unknown, Officer, Now);
        contract.Liquidate(2_500_000, RecordTime.Month(2020, 5), Officer, Now);

        Assert.Equal(["Record", "Pay", "Accept", "Liquidate"], contract.Steps.Select(s => s.Action));
        Assert.Equal((2_500_000, 2_500_000), (contract.PaidAmount, contract.LiquidatedAmount));
        Assert.Equal("05/2020", contract.LiquidatedOn.ToString());
    }

    [Fact]
    public void Point_16_a_contract_is_not_liquidated_twice()
    {
        var contract = Contract(ContractStatus.Liquidated, liquidated: 2_500_000);

        var refused = Assert.Throws<RefusedException>(() => contract.Liquidate(2_500_000, Unknown, Officer, Now));

        Assert.Equal("Không thực hiện được bước này khi hồ sơ đang ở trạng thái “Đã thanh lý”.", refused.Message);
        Assert.Single(contract.Steps);
    }

    [Theory]
    [InlineData(ContractStatus.Signed)]
    [InlineData(ContractStatus.Paid)]
    public void A_contract_is_not_liquidated_before_it_is_accepted(object status) =>
        Assert.Throws<RefusedException>(() => Contract((ContractStatus)status).Liquidate(1, Unknown, Officer, Now));

    [Theory]
    [InlineData(2_000_000L, 2_500_000L, null, "Số tiền đã chi (2.500.000 đồng) lớn hơn giá trị hợp đồng (2.000.000 đồng).")]
    [InlineData(2_000_000L, null, 2_500_000L, "Số tiền thanh lý (2.500.000 đồng) lớn hơn giá trị hợp đồng (2.000.000 đồng).")]
    [InlineData(null, 1_500_000L, 2_500_000L, "Số tiền thanh lý (2.500.000 đồng) phải bằng tổng số tiền đã chi (1.500.000 đồng).")]
    public void Point_16_totals_that_are_known_must_balance(long? value, long? paid, long? liquidated, string sentence)
    {
        var refused = Assert.Throws<RefusedException>(() => Contract(ContractStatus.Liquidated, value, paid, liquidated));

        Assert.Equal(sentence, refused.Message);
    }

    [Theory]
    [InlineData(null, null, 2_500_000L)]
    [InlineData(2_500_000L, null, 2_500_000L)]
    [InlineData(3_000_000L, 2_500_000L, 2_500_000L)]
    [InlineData(null, null, null)]
    public void Point_16_what_is_missing_is_not_guessed(long? value, long? paid, long? liquidated)
    {
        var contract = Contract(ContractStatus.Liquidated, value, paid, liquidated);

        Assert.Equal((value, paid, liquidated), (contract.Value, contract.PaidAmount, contract.LiquidatedAmount));
    }

    [Fact]
    public void Sums_and_days_of_a_step_need_the_step()
    {
        Assert.Throws<RefusedException>(() => Contract(ContractStatus.Signed, paid: 1));
        Assert.Throws<RefusedException>(() => Contract(ContractStatus.Paid, liquidated: 1));
        var accepted = new ContractMoney(null, null, Unknown, RecordTime.Year(2020), null, Unknown);
        Assert.Throws<RefusedException>(() => accepted.MustFit(ContractStatus.Paid));
        accepted.MustFit(ContractStatus.Accepted);
    }

    [Theory]
    [InlineData(2_000_000L, 500_000L, true)]
    [InlineData(2_000_000L, 400_000L, false)]
    [InlineData(2_500_000L, 0L, true)]
    [InlineData(null, 2_500_001L, false)]
    public void Point_16_what_is_settled_and_what_went_back_are_together_what_was_paid(long? liquidated, long returned, bool balances)
    {
        var money = Money(3_000_000, 2_500_000, liquidated) with { Returned = returned };

        Assert.Equal(balances, Record.Exception(() => money.MustFit(ContractStatus.Liquidated)) is null);
    }

    [Fact]
    public void Liquidation_does_not_come_before_payment()
    {
        var money = new ContractMoney(null, null, RecordTime.Year(2020), Unknown, null, RecordTime.Year(2019));

        var refused = Assert.Throws<RefusedException>(() => money.MustFit(ContractStatus.Liquidated));

        Assert.Equal("Ngày thanh lý không được sớm hơn ngày chi và ngày nghiệm thu.", refused.Message);
    }

    [Fact]
    public void Paying_more_than_the_value_is_refused_and_changes_nothing()
    {
        var contract = Contract(ContractStatus.Signed, value: 1_000_000);

        Assert.Throws<RefusedException>(() => contract.Pay(1_000_001, Unknown, Officer, Now));

        Assert.Equal((ContractStatus.Signed, null), (contract.Status, contract.PaidAmount));
    }

    [Fact]
    public void A_table_that_tells_a_later_status_takes_the_contract_there_step_by_step_and_never_back()
    {
        var contract = Contract(ContractStatus.Paid, paid: 2_500_000);

        contract.TakeOver(ContractStatus.Liquidated, contract.Money with { Liquidated = 2_500_000 }, Officer, Now);

        Assert.Equal(["Record", "Accept", "Liquidate"], contract.Steps.Select(s => s.Action));
        var refused = Assert.Throws<RefusedException>(() => contract.TakeOver(ContractStatus.Paid, Money(null, 2_500_000, null), Officer, Now));
        Assert.Equal("Không chuyển được từ “Đã thanh lý” sang “Đã chi”.", refused.Message);
    }

    [Theory]
    [InlineData(ContractStatus.Signed, null, false)]
    [InlineData(ContractStatus.Paid, null, true)]
    [InlineData(ContractStatus.Accepted, null, true)]
    [InlineData(ContractStatus.Liquidated, null, false)]
    [InlineData(ContractStatus.Liquidated, 2_500_000L, true)]
    public void A_payment_counts_only_where_one_is_recorded(object status, long? paid, bool recorded) =>
        Assert.Equal(recorded, Contract((ContractStatus)status, paid: paid).PaymentRecorded);

    [Theory]
    [InlineData("4-2019-12345", true)]
    [InlineData("4-2019-1234", false)]
    [InlineData("2019-12345", false)]
    [InlineData("4-2019-12345 ", false)]
    public void Point_15_an_application_number_has_the_office_s_form(string number, bool accepted)
    {
        var mark = new CollectiveMark(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "nhan-hieu-mau", PhuSa.Marks.Filings.FilingStage.Unknown, Officer, Now);

        var refused = Record.Exception(() => mark.Describe("HTX. MẪU", Guid.CreateVersion7(DateTimeOffset.UnixEpoch), number, null));

        Assert.Equal(accepted, refused is null);
        Assert.Equal(accepted ? number : null, mark.ApplicationNumber);
    }

    private static MarkSupportContract Contract(ContractStatus status, long? value = null, long? paid = null, long? liquidated = null)
    {
        var (id, mark) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        return new MarkSupportContract(id, "hd-mau", mark, null, Money(value, paid, liquidated), status, Officer, Now);
    }

    private static ContractMoney Money(long? value, long? paid, long? liquidated) => new(value, paid, Unknown, Unknown, liquidated, Unknown);
}
