using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Figures;

/// <summary>Architecture, rule 4: when a record counts in a period.</summary>
public sealed class CountingTests
{
    private const string Programme = "phoi-hop";
    private static readonly Period Review = new(new DateOnly(2019, 1, 1), new DateOnly(2020, 7, 9));
    private static readonly FigureRequest UnderReview = new(Review, [Programme]);

    [Fact]
    public void A_record_whose_span_lies_inside_counts() =>
        Assert.Equal(Truth.Yes, UnderReview.Covers(RecordTime.Year(2019), programme: null));

    [Fact]
    public void A_record_whose_span_lies_outside_does_not() =>
        Assert.Equal(Truth.No, UnderReview.Covers(RecordTime.Day(new DateOnly(2020, 7, 10)), Programme));

    [Fact]
    public void A_span_wider_than_the_period_is_unknown() =>
        Assert.Equal(Truth.Unknown, UnderReview.Covers(RecordTime.Year(2020), Programme));

    [Fact]
    public void A_record_without_a_date_counts_for_its_own_programme() =>
        Assert.Equal(Truth.Yes, UnderReview.Covers(RecordTime.Unknown, Programme));

    [Fact]
    public void A_record_without_a_date_is_unknown_in_any_other_period()
    {
        var other = new FigureRequest(new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), []);

        Assert.Equal(Truth.Unknown, other.Covers(RecordTime.Unknown, Programme));
        Assert.Equal(Truth.Unknown, UnderReview.Covers(RecordTime.Unknown, programme: "another"));
        Assert.Equal(Truth.Unknown, UnderReview.Covers(RecordTime.Unknown, programme: null));
    }

    [Fact]
    public void Everything_means_everything_recorded() =>
        Assert.Equal(Truth.Yes, FigureRequest.Everything.Covers(RecordTime.Unknown, programme: null));

    [Fact]
    public void One_undated_record_makes_the_count_unknown_and_never_zero()
    {
        var reading = Counting.Count([Record(RecordTime.Year(2019)), Record(RecordTime.Unknown)], new FigureRequest(Review, []));

        Assert.True(reading.Unknown);
        Assert.Equal(Counting.UndatedRecords, reading.Missing);
        Assert.Equal(2, reading.Evidence.Count);
    }

    [Fact]
    public void Records_of_one_subject_count_once()
    {
        var subject = Guid.CreateVersion7();

        Assert.Equal(1, Counting.Count([Record(RecordTime.Year(2019), subject: subject), Record(RecordTime.Year(2019), subject: subject)], UnderReview).Value);
    }

    [Fact]
    public void A_subject_that_surely_counts_is_counted_whatever_its_other_records_leave_open()
    {
        var (subject, open) = (Guid.CreateVersion7(), new FigureRequest(Review, []));
        var sure = Record(RecordTime.Year(2019), subject: subject);

        var reading = Counting.Count([Record(RecordTime.Unknown, subject: subject), sure], open);

        Assert.Equal(1, reading.Value);
        Assert.Equal([sure.Evidence], reading.Evidence);
        Assert.True(Counting.Count([sure, Record(RecordTime.Unknown, subject: Guid.CreateVersion7())], open).Unknown);
    }

    [Fact]
    public void A_sum_with_a_missing_amount_is_unknown()
    {
        Assert.Equal(5_000_000, Counting.Sum([Record(RecordTime.Year(2019), 2_500_000), Record(RecordTime.Year(2019), 2_500_000)], UnderReview).Value);
        Assert.Null(Counting.Sum([Record(RecordTime.Year(2019), 2_500_000), Record(RecordTime.Year(2019), null)], UnderReview).Value);
    }

    [Fact]
    public void A_sum_is_checked_arithmetic() =>
        Assert.Throws<OverflowException>(() => Counting.Sum([Record(RecordTime.Year(2019), long.MaxValue), Record(RecordTime.Year(2019), 1)], UnderReview));

    [Fact]
    public void Up_to_a_day_counts_the_undated_and_leaves_out_the_future()
    {
        var request = FigureRequest.UpTo(new DateOnly(2020, 7, 9));

        Assert.Equal(Truth.Yes, request.Covers(RecordTime.Unknown, programme: null));
        Assert.Equal(Truth.Yes, request.Covers(RecordTime.Day(new DateOnly(2020, 7, 9)), programme: null));
        Assert.Equal(Truth.No, request.Covers(RecordTime.Day(new DateOnly(2030, 1, 1)), programme: null));
    }

    [Fact]
    public void Nothing_recorded_is_zero_only_where_the_rule_counts_records() =>
        Assert.Equal(0, Counting.Count([], UnderReview).Value);

    private static Countable Record(RecordTime time, long? amount = 1, Guid? subject = null) =>
        new(new Evidence("t", Guid.CreateVersion7(), "r", null, null, []), time, Programme: null, amount, subject);
}
