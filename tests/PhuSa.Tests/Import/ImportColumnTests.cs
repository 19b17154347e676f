using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Import;

public sealed class ImportColumnTests
{
    private static readonly ImportKeys None = new();

    [Theory]
    [InlineData("2020-07-09", 2020, 7, 9)]
    [InlineData("09/07/2020", 2020, 7, 9)]
    [InlineData("9/7/2020", 2020, 7, 9)]
    public void Days_are_read_in_both_spellings(string cell, int year, int month, int day)
    {
        var column = ImportColumns.Date("on", "ngày", "2020-07-09");

        Assert.True(column.Reader(cell, None, out var value, out _));
        Assert.Equal(new DateOnly(year, month, day), value);
    }

    [Theory]
    [InlineData("31/02/2020")]
    [InlineData("2020-13-01")]
    [InlineData("2020/07/09")]
    [InlineData("09-07-2020")]
    [InlineData("0001-01-01")]
    [InlineData("hôm qua")]
    public void An_impossible_or_foreign_date_is_refused(string cell) =>
        Assert.False(ImportColumns.Date("on", "ngày", "2020-07-09").Reader(cell, None, out _, out _));

    [Theory]
    [InlineData("2500000", 2_500_000)]
    [InlineData("2.500.000", 2_500_000)]
    [InlineData("0", 0)]
    public void Money_is_read_with_and_without_dots(string cell, long amount)
    {
        Assert.True(ImportColumns.Money("amount", "tiền", "1").Reader(cell, None, out var value, out _));
        Assert.Equal(amount, value);
    }

    [Theory]
    [InlineData("-2500000")]
    [InlineData("2,500,000")]
    [InlineData("2.500.00")]
    [InlineData("2500000.5")]
    [InlineData("2,5 triệu")]
    [InlineData("99999999999999999999")]
    public void Negative_broken_or_worded_money_is_refused(string cell) =>
        Assert.False(ImportColumns.Money("amount", "tiền", "1").Reader(cell, None, out _, out _));

    [Theory]
    [InlineData("2020-07-09", Precision.Day, "09/07/2020")]
    [InlineData("07/2020", Precision.Month, "07/2020")]
    [InlineData("2020-07", Precision.Month, "07/2020")]
    [InlineData("2019", Precision.Year, "2019")]
    [InlineData("2019-2020", Precision.Stage, "2019–2020")]
    [InlineData("2019-01-01..2020-07-09", Precision.Stage, "01/01/2019–09/07/2020")]
    public void A_time_is_read_as_exactly_as_it_is_written(string cell, Precision precision, string written)
    {
        Assert.True(ImportColumns.Time("held", "lúc", "2019").Reader(cell, None, out var time, out _));
        Assert.Equal((precision, written), (time.Precision, time.ToString()));
    }

    [Theory]
    [InlineData("2020-2019")]
    [InlineData("2020-07-09..2019-01-01")]
    [InlineData("13/2020")]
    [InlineData("quý 2")]
    public void A_time_that_cannot_be_is_refused(string cell) =>
        Assert.False(ImportColumns.Time("held", "lúc", "2019").Reader(cell, None, out _, out _));

    [Fact]
    public void An_unknown_reference_is_refused()
    {
        var keys = new ImportKeys();
        keys.Set("papers", "qd-71-2019", Guid.CreateVersion7());
        var column = ImportColumns.Reference("paper", "văn bản", "qd-71-2019", "papers");

        Assert.True(column.Reader("qd-71-2019", keys, out _, out _));
        Assert.False(column.Reader("qd-72-2019", keys, out _, out _));
    }
}
