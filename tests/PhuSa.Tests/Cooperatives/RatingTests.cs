using System.Globalization;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 20: the yearly rating by points, and who is not rated.</summary>
public sealed class RatingTests
{
    private static readonly RatingRule Rule = RatingRules.Of(2025)!;
    private static readonly Actor By = new("Cán bộ", "kiểm thử");
    private static readonly DateOnly Today = new(2026, 6, 30);
    private static DateTime _now = new(2026, 6, 30, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("100", "Good")]
    [InlineData("80", "Good")]
    [InlineData("79.9", "Fair")]
    [InlineData("65", "Fair")]
    [InlineData("64.9", "Average")]
    [InlineData("50", "Average")]
    [InlineData("49.9", "Weak")]
    [InlineData("0", "Weak")]
    public void Point_20_the_bounds_are_80_65_and_50_and_a_tenth_below_is_the_class_below(string points, string rating) =>
        Assert.Equal(rating, RatingVerdict.Of(Rule, new RatingGround(Reason: null, []), decimal.Parse(points, CultureInfo.InvariantCulture)).Class.ToString());

    [Fact]
    public void Point_20_a_criterion_without_points_gives_not_enough_data_and_never_a_class()
    {
        var verdict = RatingVerdict.Of(Rule, new RatingGround(Reason: null, []), points: null);

        Assert.Equal((RatingClass.NotEnoughData, RatingGap.Points), (verdict.Class, verdict.Gaps.Single()));
    }

    [Fact]
    public void Point_20_the_rule_has_fifteen_criteria_and_asks_others_for_the_ninth_and_the_fifteenth()
    {
        Assert.Equal(Enumerable.Range(1, 15), Rule.Criteria.Select(criterion => criterion.Number));
        Assert.Equal([9, 15], Rule.Criteria.Where(criterion => criterion.Topic is not null).Select(criterion => criterion.Number));
        Assert.Equal("01/2020/TT-BKHĐT", Rule.Code);
        Assert.Null(RatingRules.Of(2019));
        Assert.NotNull(RatingRules.Of(2020));
    }

    [Fact]
    public void Point_20_the_due_days_are_15_18_and_21_December_and_15_January()
    {
        var due = Rule.Due;

        Assert.Equal(
            [new DateOnly(2025, 12, 15), new DateOnly(2025, 12, 18), new DateOnly(2025, 12, 21), new DateOnly(2026, 1, 15)],
            new[] { due.SelfScore, due.Province, due.Ministry, due.Figures }.Select(day => day.Of(2025)));
    }

    [Theory]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-01", null)]
    [InlineData("2025-01-02", "TooYoung")]
    [InlineData("2025-12-31", "TooYoung")]
    public void Point_20_whoever_has_not_worked_for_twelve_months_at_the_end_of_the_year_is_not_rated(string founded, string? reason)
    {
        var day = DateOnly.Parse(founded, CultureInfo.InvariantCulture);
        var ground = Ground(RecordTime.Day(day), (CooperativeAction.Activate, day));

        Assert.Equal(reason, ground.Reason?.ToString());
        Assert.Equal(reason is null ? RatingClass.Good : RatingClass.NotRated, RatingVerdict.Of(Rule, ground, 90).Class);
    }

    [Fact]
    public void Point_20_a_founding_that_is_not_known_well_enough_is_a_gap_and_not_a_class()
    {
        Assert.Equal([RatingGap.Founding], Ground(RecordTime.Unknown, (CooperativeAction.Activate, new DateOnly(2024, 1, 1))).Gaps);
        Assert.Equal([RatingGap.Founding], Ground(RecordTime.Year(2025), (CooperativeAction.Activate, new DateOnly(2025, 1, 1))).Gaps);
        Assert.Empty(Ground(RecordTime.Year(2024), (CooperativeAction.Activate, new DateOnly(2024, 1, 1))).Gaps);
        Assert.Equal(RatingClass.NotEnoughData, RatingVerdict.Of(Rule, Ground(RecordTime.Unknown, (CooperativeAction.Activate, new DateOnly(2024, 1, 1))), 90).Class);
    }

    [Theory]
    [InlineData("2025-03-01", "2025-06-01", null)]
    [InlineData("2025-03-01", "2025-06-02", "Stopped")]
    [InlineData("2024-10-01", "2025-04-01", null)]
    [InlineData("2024-10-01", "2025-04-02", "Stopped")]
    [InlineData("2025-10-01", "2026-02-01", null)]
    [InlineData("2025-09-30", "2026-02-01", "Stopped")]
    public void Point_20_whoever_stopped_for_more_than_three_months_within_the_year_is_not_rated(string from, string until, string? reason)
    {
        var ground = Ground(
            RecordTime.Year(2015),
            (CooperativeAction.Activate, new DateOnly(2015, 1, 1)),
            (CooperativeAction.Pause, DateOnly.Parse(from, CultureInfo.InvariantCulture)),
            (CooperativeAction.Reopen, DateOnly.Parse(until, CultureInfo.InvariantCulture)));

        Assert.Equal(reason, ground.Reason?.ToString());
        Assert.Empty(ground.Gaps);
    }

    [Theory]
    [InlineData("2025-02-01", "2025-03-15", "2025-06-01", "2025-07-18", null)]
    [InlineData("2025-02-01", "2025-03-15", "2025-06-01", "2025-07-19", "Stopped")]
    [InlineData("2024-11-15", "2025-02-15", "2025-11-15", "2026-03-01", "Stopped")]
    [InlineData("2024-11-15", "2025-02-15", "2025-11-17", "2026-03-01", null)]
    public void Point_20_several_stops_within_the_year_are_added_up(string from, string until, string again, string untilAgain, string? reason)
    {
        var ground = Ground(
            RecordTime.Year(2015),
            (CooperativeAction.Activate, new DateOnly(2015, 1, 1)),
            (CooperativeAction.Pause, DateOnly.Parse(from, CultureInfo.InvariantCulture)),
            (CooperativeAction.Reopen, DateOnly.Parse(until, CultureInfo.InvariantCulture)),
            (CooperativeAction.Pause, DateOnly.Parse(again, CultureInfo.InvariantCulture)),
            (CooperativeAction.Reopen, DateOnly.Parse(untilAgain, CultureInfo.InvariantCulture)));

        Assert.Equal(reason, ground.Reason?.ToString());
        Assert.Empty(ground.Gaps);
    }

    [Fact]
    public void Point_20_a_year_whose_status_the_papers_leave_open_is_a_gap()
    {
        Assert.Equal([RatingGap.Status], Ground(RecordTime.Year(2015)).Gaps);
        Assert.Equal([RatingGap.Status], Ground(RecordTime.Year(2015), (CooperativeAction.Activate, new DateOnly(2025, 4, 2))).Gaps);
        Assert.Empty(Ground(RecordTime.Year(2015), (CooperativeAction.Activate, new DateOnly(2025, 4, 1))).Gaps);

        // Being dissolved says nothing of whether it still works.
        Assert.Equal([RatingGap.Status], Ground(RecordTime.Year(2015), (CooperativeAction.Activate, new DateOnly(2015, 1, 1)), (CooperativeAction.StartDissolving, new DateOnly(2025, 6, 1))).Gaps);
    }

    [Fact]
    public void Point_20_a_move_without_its_day_is_known_from_when_it_was_recorded()
    {
        Assert.Equal([RatingGap.Status], Ground(RecordTime.Year(2015), (CooperativeAction.Activate, null)).Gaps);

        var cooperative = Cooperative(RecordTime.Year(2015), []);
        cooperative.Change(CooperativeAction.Activate, News(null), new DateOnly(2024, 5, 1), By, new DateTime(2024, 5, 1, 1, 0, 0, DateTimeKind.Utc));
        Assert.Equal((null, 0), (RatingGround.Of(Rule, 2025, cooperative).Reason, RatingGround.Of(Rule, 2025, cooperative).Gaps.Count));
    }

    [Fact]
    public void Point_20_one_that_ended_in_the_year_is_not_rated_and_one_that_ended_after_it_is()
    {
        Assert.Equal(NotRatedReason.Ended, Ground(RecordTime.Year(2015), (CooperativeAction.Activate, new DateOnly(2015, 1, 1)), (CooperativeAction.Dissolve, new DateOnly(2025, 12, 31))).Reason);
        Assert.Null(Ground(RecordTime.Year(2015), (CooperativeAction.Activate, new DateOnly(2015, 1, 1)), (CooperativeAction.Dissolve, new DateOnly(2026, 1, 1))).Reason);
    }

    [Fact]
    public void What_was_recorded_by_mistake_stops_nobody() =>
        Assert.Equal([RatingGap.Status], Ground(RecordTime.Year(2015), (CooperativeAction.Pause, new DateOnly(2015, 1, 1)), (CooperativeAction.Correct, null)).Gaps);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("7,5", "7.5")]
    [InlineData("100", "100")]
    [InlineData("100,1", null)]
    [InlineData("7.5", null)]
    [InlineData("7,55", null)]
    [InlineData("-1", null)]
    [InlineData("1e2", null)]
    [InlineData("７", null)]
    public void Points_have_a_comma_and_one_digit_after_it(string typed, string? read) =>
        Assert.Equal(read, PointsReading.Read(typed)?.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void The_flow_of_a_report_is_exactly_this() => Assert.Equal(
        """
        Draft --SendReport--> Sent
        Returned --SendReport--> Sent
        Sent --Return--> Returned
        Sent --TakeIn--> Accepted
        Accepted --ScoreAgain--> Accepted
        Accepted --Return--> Returned
        Accepted --Rate--> Rated
        Rated --Reopen--> Accepted
        """,
        ReportFlow.Table.ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void What_the_body_says_stands_beside_what_the_cooperative_said()
    {
        var report = new YearReport(Guid.CreateVersion7(), Guid.CreateVersion7(), 2025, Rule, By, _now);
        report.Say(Rule, Rule.Criteria.ToDictionary(criterion => criterion.Number, _ => new ScoreSaid(5, "tự chấm")), _now);
        report.Send(Rule, new RatingGround(Reason: null, []), new DateOnly(2025, 12, 10), source: null, By, _now);
        report.TakeIn(Rule, new Dictionary<int, ScoreSaid> { [1] = new(3.5m, "thiếu giấy tờ"), [2] = new(5, "như nhau"), [3] = new(5, null) }, By, _now);

        Assert.Equal((5m, 3.5m, "thiếu giấy tờ"), (report.Find(1)!.Own, report.Find(1)!.Body, report.Find(1)!.BodyNote));
        Assert.Equal((null, "như nhau"), (report.Find(2)!.Body, report.Find(2)!.BodyNote));
        Assert.Equal((null, null), (report.Find(3)!.Body, report.Find(3)!.BodyNote));
        Assert.Equal(73.5m, report.Total(Rule));
        Assert.Equal(RatingClass.Fair, report.Rate(Rule, new RatingGround(Reason: null, []), By, _now).Class);
        report.Reopen("chấm nhầm", By, _now);
        Assert.Equal((null, null, ReportStatus.Accepted), (report.Class, report.Points, report.Status));
    }

    private static RatingGround Ground(RecordTime founded, params (CooperativeAction Action, DateOnly? On)[] moves) => RatingGround.Of(Rule, 2025, Cooperative(founded, moves));

    private static Cooperative Cooperative(RecordTime founded, (CooperativeAction Action, DateOnly? On)[] moves)
    {
        var cooperative = new Cooperative(Guid.CreateVersion7(), "a");
        cooperative.Register(new Registration(null, null, [], founded, null, null, null, null));
        foreach (var (action, on) in moves)
        {
            cooperative.Change(action, News(on), Today, By, _now = _now.AddSeconds(1));
        }

        return cooperative;
    }

    private static StatusNews News(DateOnly? on) => new(on, "Giấy thử", "Kiểm thử", []);
}
