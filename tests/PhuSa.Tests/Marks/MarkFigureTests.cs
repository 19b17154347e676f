using PhuSa.Marks.Figures;
using PhuSa.Platform.Figures;

namespace PhuSa.Tests.Marks;

/// <summary>From the rows of the samples to each figure of marks.</summary>
public class MarkFigureTests(App app)
{
    [Fact]
    public async Task The_first_batch_is_eight_by_hand_with_its_source_and_unknown_names()
    {
        var reading = await app.AskAsync("marks.first-batch-holders", FigureAsking.Review);

        Assert.Equal((8, FigureOrigin.Manual), (reading.Value, reading.Origin));
        Assert.Equal(FirstBatchHolders.NamesUnknown, reading.Note);
        var batch = Assert.Single(reading.Evidence);
        Assert.Equal("08 đơn vị", batch.Fact("Số lượng theo nguồn"));
        Assert.Null(batch.Fact("Tên các đơn vị"));
        Assert.NotNull(batch.Fact("Nguồn"));
    }

    [Fact]
    public async Task Six_cooperatives_hold_a_right_grouped_by_three_products()
    {
        var reading = await app.AskAsync("marks.cooperatives-granted", FigureAsking.Review);

        Assert.Equal((6, FigureOrigin.Computed), (reading.Value, reading.Origin));
        Assert.Equal(
            [("Gạo an toàn", 3), ("Nước ép xoài", 1), ("Xoài các loại", 2)],
            reading.Evidence.GroupBy(e => e.Group).Select(g => (g.Key, g.Count())));
        Assert.All(reading.Evidence, e => Assert.Equal(("marks_grants", "/nhan-hieu/an-giang"), (e.Kind, e.Url)));
        Assert.All(reading.Evidence, e => Assert.Null(e.Fact("Ngày trao")));
        Assert.All(reading.Evidence, e => Assert.Equal("Đã trao quyền", e.Fact("Tình trạng")));
    }

    [Fact]
    public async Task Point_11_six_units_hold_a_right_and_nobody_can_say_how_many_rights_are_in_force()
    {
        var holders = await app.AskAsync("marks.holders", FigureAsking.Review);
        var valid = await app.AskAsync("marks.grants-valid", FigureAsking.Review);
        var expiring = await app.AskAsync("marks.expiring", FigureAsking.Review);
        var suspended = await app.AskAsync("marks.suspended", FigureAsking.Review);
        var given = await app.AskAsync("marks.granted-in-period", FigureAsking.Review);
        var withdrawn = await app.AskAsync("marks.withdrawn", FigureAsking.Review);

        Assert.Equal((6, null, null, 0, 6, 0), (holders.Value, valid.Value, expiring.Value, suspended.Value, given.Value, withdrawn.Value));
        Assert.Equal(GrantsOnDay.NotClear, valid.Missing);
        Assert.Equal(6, valid.Evidence.Count);
        Assert.All(valid.Evidence, e => Assert.Equal("Hợp tác xã", e.Fact("Loại đơn vị")));
    }

    [Fact]
    public async Task Three_recorded_cooperatives_hold_none_and_may_be_among_the_first_eight()
    {
        var reading = await app.AskAsync("marks.without-grant", FigureAsking.Review);

        Assert.Equal((3, FigureOrigin.Computed), (reading.Value, reading.Origin));
        Assert.Equal(3, reading.Evidence.Count);
        Assert.Contains("Hợp tác xã Nông sản An toàn Kiến An - Chợ Mới", reading.Titles());
        Assert.Contains("Hợp tác xã Sản xuất GAP Bình Phước Xuân", reading.Titles());
        Assert.Contains("HTX sản xuất rau an toàn Bình Thạnh", reading.Titles());
        Assert.Equal(CooperativesWithoutGrant.MayBeInABatch, reading.Note);
    }

    [Fact]
    public async Task Point_16_one_filing_was_supported_with_the_sum_of_the_source()
    {
        var filings = await app.AskAsync("collective-marks.filings-supported", FigureAsking.Review);
        var paid = await app.AskAsync("collective-marks.filing-support-paid", FigureAsking.Review);

        Assert.Equal((1, 2_500_000), (filings.Value, paid.Value));
        var contract = Assert.Single(paid.Evidence);
        Assert.Equal("Hợp tác xã Nông sản An toàn Kiến An - Chợ Mới", contract.Title);
        Assert.Equal("HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI", contract.Fact("Nhãn hiệu tập thể"));
        Assert.Equal("2.500.000 đồng", contract.Fact("Số tiền đã chi"));
        Assert.Null(contract.Fact("Ngày chi"));
    }

    [Fact]
    public async Task Point_16_one_contract_was_liquidated_with_the_sum_of_the_source()
    {
        var contracts = await app.AskAsync("collective-marks.contracts-liquidated", FigureAsking.Review);
        var amount = await app.AskAsync("collective-marks.amount-liquidated", FigureAsking.Review);

        Assert.Equal((1, 2_500_000), (contracts.Value, amount.Value));
        var contract = Assert.Single(amount.Evidence);
        Assert.Equal("Hợp tác xã Sản xuất GAP Bình Phước Xuân", contract.Title);
        Assert.Equal("HTX TRÁI CÂY GAP CÙ LAO GIÊNG", contract.Fact("Nhãn hiệu tập thể"));
        Assert.Equal("2.500.000 đồng", contract.Fact("Số tiền thanh lý"));
    }

    [Fact]
    public async Task The_definition_of_the_support_paid_says_what_it_rests_on()
    {
        var definition = await app.InScopeAsync(async services =>
            (await ((FigureBook)services.GetService(typeof(FigureBook))!).FindAsync("collective-marks.filing-support-paid", CancellationToken.None))!.Definition);

        Assert.Contains("số tiền Sở đã hỗ trợ theo nguồn; ngày chi: chưa có dữ liệu", definition.Definition, StringComparison.Ordinal);
        Assert.True(definition.IsMoney);
    }

    [Theory]
    [InlineData("marks.first-batch-holders", 8L)]
    [InlineData("marks.cooperatives-granted", 6L)]
    [InlineData("marks.without-grant", 3L)]
    [InlineData("collective-marks.filings-supported", 1L)]
    [InlineData("collective-marks.filing-support-paid", 2_500_000L)]
    [InlineData("collective-marks.contracts-liquidated", 1L)]
    [InlineData("collective-marks.amount-liquidated", 2_500_000L)]
    public async Task Undated_records_count_for_their_programme_and_in_everything_and_are_unknown_in_another_period(string code, long value)
    {
        Assert.Equal(value, (await app.AskAsync(code, FigureAsking.Review)).Value);
        Assert.Equal(value, (await app.AskAsync(code, FigureRequest.Everything)).Value);

        var otherPeriod = await app.AskAsync(code, FigureAsking.Year(2021));
        Assert.True(otherPeriod.Unknown);
        Assert.Equal(Counting.UndatedRecords, otherPeriod.Missing);
        Assert.True((await app.AskAsync(code, FigureAsking.Review with { Programmes = ["chuong-trinh-khac"] })).Unknown);
    }

    [Fact]
    public async Task A_figure_may_be_asked_for_one_organisation()
    {
        var granted = await app.AskAsync("marks.cooperatives-granted", FigureRequest.Everything);
        var holder = await HolderAsync("htx-long-binh");

        var one = await app.AskAsync("marks.cooperatives-granted", FigureRequest.Everything with { OrganisationId = holder });
        var without = await app.AskAsync("marks.without-grant", FigureRequest.Everything with { OrganisationId = holder });
        var batch = await app.AskAsync("marks.first-batch-holders", FigureRequest.Everything with { OrganisationId = holder });

        Assert.Equal((6, 1, 0), (granted.Value, one.Value, without.Value));
        Assert.True(batch.Unknown);
        Assert.Equal(FirstBatchHolders.WhichUnknown, batch.Missing);
    }

    private Task<Guid> HolderAsync(string slug) => app.InScopeAsync(async services =>
    {
        var organisations = (PhuSa.Organisations.Contracts.IOrganisations)services.GetService(typeof(PhuSa.Organisations.Contracts.IOrganisations))!;
        return (await organisations.FindAsync(slug, CancellationToken.None))!.Id;
    });
}
