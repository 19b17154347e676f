using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Programmes;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Tests.Programmes;

public sealed class ProgrammeRulesTests
{
    private static readonly Actor Officer = new("Cán bộ thử");
    private static readonly DateTime Now = new(2020, 7, 9, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_flow_of_a_plan_item_is_exactly_this() => Assert.Equal("""
        Planned --Start--> InProgress
        Planned --Miss--> Missed
        Planned --CarryOver--> CarriedOver
        InProgress --Finish--> Done
        InProgress --Miss--> Missed
        InProgress --CarryOver--> CarriedOver
        """, Moves(PlanItemFlow.Table));

    [Fact]
    public void The_flow_of_a_review_is_exactly_this() => Assert.Equal("Open --Freeze--> Frozen", Moves(ReviewFlow.Table));

    [Fact]
    public void An_item_goes_from_start_to_finish()
    {
        var item = Item();
        item.Start(Officer, Now);
        item.Finish(Officer, Now);

        Assert.Equal(PlanItemStatus.Done, item.Status);
        Assert.Equal(["Record", "Start", "Finish"], item.Steps.Select(s => s.Action));
        Assert.Throws<RefusedException>(() => item.Start(Officer, Now));
    }

    [Fact]
    public void An_item_is_missed_or_carried_over_with_a_reason_only()
    {
        Assert.Throws<RefusedException>(() => Item().Miss(" ", Officer, Now));
        Assert.Throws<RefusedException>(() => Item().CarryOver("", Officer, Now));
        Assert.Throws<RefusedException>(() => PlanItem.Record(Guid.CreateVersion7(), "x", APlan(2019), PlanItemStatus.Missed, null, Officer, Now));

        var missed = Item();
        missed.Miss("Thiếu kinh phí", Officer, Now);

        Assert.Equal((PlanItemStatus.Missed, "Thiếu kinh phí"), (missed.Status, missed.Reason));
        Assert.Equal("Thiếu kinh phí", missed.Steps[^1].Why);
    }

    [Fact]
    public void Point_04_an_item_goes_on_only_with_one_that_was_carried_over()
    {
        var (earlier, later) = (Item(2019), Item(2020));

        Assert.Throws<RefusedException>(() => later.ContinueFrom(earlier));

        earlier.CarryOver("Chưa chọn được nơi làm", Officer, Now);
        later.ContinueFrom(earlier);

        Assert.Equal(earlier.Id, later.CarriedFromId);
        Assert.Equal("Chưa chọn được nơi làm", earlier.Steps[^1].Why);
    }

    [Fact]
    public void A_target_says_of_what()
    {
        var item = Item();

        Assert.Throws<RefusedException>(() => item.Promise(4, unit: null, figure: null));
        Assert.Null(item.FigureCode);

        item.Promise(4, "buổi", figure: null);

        Assert.Equal("plan.2020.viec", item.FigureCode);
    }

    [Fact]
    public async Task Point_03_results_of_a_stage_are_not_results_of_the_plan_year()
    {
        var undated = new Countable(ProgrammesApp.Record("x", "Buổi"), RecordTime.Unknown, "thu-nghiem");
        var done = new TestFigure("t", "Buổi", "buổi", request => Counting.Count([undated], request));
        var figure = new PlanItemFigure(Promise(4), done);

        var reading = await figure.ReadAsync(new FigureRequest(new Period(new DateOnly(2019, 1, 1), new DateOnly(2020, 7, 9)), ["thu-nghiem"]), CancellationToken.None);

        Assert.Null(reading.Value);
        Assert.Equal((4L, FigureOrigin.Manual), (reading.Target!.Value, reading.Origin));
        Assert.Equal("Mở hội thảo", Assert.Single(reading.Evidence).Title);
        Assert.Equal("buổi", figure.Definition.Unit);
    }

    [Fact]
    public async Task Point_03_a_plan_line_shows_done_of_target_with_the_records_of_its_year()
    {
        Countable[] records = [Held(2020, 3), Held(2020, 5), Held(2019, 12)];
        var figure = new PlanItemFigure(Promise(4), new TestFigure("t", "Buổi", "buổi", request => Counting.Count(records, request)));

        var reading = await figure.ReadAsync(FigureRequest.Everything, CancellationToken.None);

        Assert.Equal((2L, 4L, FigureOrigin.Computed), (reading.Value!.Value, reading.Target!.Value, reading.Origin));
        Assert.Equal(2, reading.Evidence.Count);
    }

    [Fact]
    public async Task A_target_whose_result_nothing_counts_is_unknown_not_zero()
    {
        var reading = await new PlanItemFigure(Promise(4) with { Unit = "hồ sơ" }, done: null).ReadAsync(FigureRequest.Everything, CancellationToken.None);

        Assert.True(reading.Unknown);
        Assert.Equal("Chưa có cách đếm kết quả của việc này.", reading.Missing);
    }

    [Theory]
    [InlineData(nameof(ReviewWindow.AdministrativeHalfYear), "2019-12-15", "2020-06-14")]
    [InlineData(nameof(ReviewWindow.StatisticalHalfYear), "2020-01-01", "2020-06-30")]
    public void Point_01_each_half_year_has_its_own_days(string name, string from, string to)
    {
        var window = Enum.Parse<ReviewWindow>(name);
        var (first, last) = (Day(from), Day(to));

        Assert.Equal(new Period(first, last), ReviewWindows.Preset(window, 2020));
        Assert.Equal(window, AReview(Details(first, last) with { Window = window }).Details.Window);
        Assert.Throws<RefusedException>(() => AReview(Details(first, last.AddDays(1)) with { Window = window }));
    }

    [Fact]
    public void Point_01_a_stage_keeps_its_own_days_and_words()
    {
        var review = AReview(Details(Day("2019-01-01"), Day("2020-07-09")) with { PeriodWords = null });

        Assert.Null(ReviewWindows.Preset(ReviewWindow.Stage, 2020));
        Assert.Equal("01/01/2019–09/07/2020", review.PeriodPrinted);
        Assert.Throws<RefusedException>(() => AReview(Details(Day("2020-07-09"), Day("2019-01-01"))));
    }

    [Fact]
    public void A_frozen_review_keeps_every_word()
    {
        var review = AReview(Details(Day("2019-01-01"), Day("2020-07-09")));
        var part = new ReviewPart(Guid.CreateVersion7(), review, 1);
        part.Say(ReviewPartKind.Text, null, "Lời cũ", null, null);
        review.Freeze(new string('a', 64), Officer, Now);

        part.Say(ReviewPartKind.Text, null, "Lời cũ", null, null);
        review.Describe(review.ProgrammeId, review.Details with { });

        Assert.Throws<RefusedException>(() => part.Say(ReviewPartKind.Text, null, "Lời mới", null, null));
        Assert.Throws<RefusedException>(() => review.Describe(review.ProgrammeId, review.Details with { Title = "Tên mới" }));
        Assert.Throws<RefusedException>(() => review.Freeze(new string('b', 64), Officer, Now));
        Assert.Equal("Lời cũ", part.Text);
    }

    [Fact]
    public void A_programme_ends_after_it_begins() =>
        Assert.Throws<RefusedException>(() => new Programme(Guid.CreateVersion7(), "p").Describe("P", "A", Day("2020-01-02"), Day("2020-01-01")));

    private static string Moves<TStatus, TAction>(Flow<TStatus, TAction> table)
        where TStatus : struct, Enum
        where TAction : struct, Enum => string.Join('\n',
            from status in Enum.GetValues<TStatus>()
            from action in Enum.GetValues<TAction>()
            let to = table.Next(status, action)
            where to is not null
            select $"{status} --{action}--> {to}");

    private static Countable Held(int year, int month) => new(ProgrammesApp.Record("x", $"Buổi {month}/{year}"), RecordTime.Month(year, month), null);

    private static PlanPromise Promise(long target) => new(Guid.CreateVersion7(), "hoi-thao", 2020, "ke-hoach", "Kế hoạch", "Mở hội thảo", null, target, null, "t", "Nguồn");

    private static Plan APlan(int year)
    {
        var plan = new Plan(Guid.CreateVersion7(), $"ke-hoach-{year}");
        plan.Describe(Guid.CreateVersion7(), year, "Kế hoạch", $"ke-hoach-{year}", null);
        return plan;
    }

    private static PlanItem Item(int year = 2020) => PlanItem.Record(Guid.CreateVersion7(), "viec", APlan(year), PlanItemStatus.Planned, null, Officer, Now);

    private static Review AReview(ReviewDetails details) => new(Guid.CreateVersion7(), "so-ket", Guid.CreateVersion7(), details, Officer, Now);

    private static ReviewDetails Details(DateOnly first, DateOnly last) => new()
    {
        Title = "Sơ kết",
        FirstDay = first,
        LastDay = last,
        Site = "khcn",
        IssuingBodies = "Sở Thử",
        Place = "Nơi Thử",
        Symbol = "BC",
        Subject = "Sơ kết",
        PeriodWords = "giai đoạn",
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
