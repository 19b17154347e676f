using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rules;
using PhuSa.Support.Applications;
using PhuSa.Support.Schemes;
using PhuSa.Support.Verdicts;

namespace PhuSa.Tests.Support;

public sealed class SchemeVersionTests(App app)
{
    private static readonly Actor By = new("Người thử");
    private static readonly DateTime Now = App.Start.UtcDateTime;
    private static readonly Guid Scheme = Guid.CreateVersion7(App.Start);
    private static readonly DateOnly First = new(2020, 1, 3);
    private static readonly DateOnly Last = new(2021, 12, 31);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Received --Reply--> Replied
        Replied --Resubmit--> Received
        """,
        ApplicationFlow.Table.ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_reply_leaves_a_step_with_its_paper_and_stays_on_record_when_the_dossier_comes_again()
    {
        var paper = Guid.CreateVersion7(App.Start);
        var application = Application(RecordTime.Unknown);

        application.Reply(new ReplyDetails(paper, RecordTime.Unknown), By, Now);
        Assert.Equal(paper, application.Steps[^1].PaperId);
        Assert.Throws<RefusedException>(() => application.Reply(new ReplyDetails(paper, RecordTime.Unknown), By, Now));

        application.Resubmit(By, Now);
        Assert.Equal((ApplicationStatus.Received, (Guid?)paper), (application.Status, application.ReplyId));
    }

    [Fact]
    public void Point_06_a_dossier_stays_bound_to_the_version_in_force_on_its_day()
    {
        var (old, present) = (Version(First, Last), Version(new DateOnly(2022, 1, 1), null));
        var application = Application(RecordTime.Day(new DateOnly(2021, 5, 4)));

        Assert.Throws<RefusedException>(() => application.Bind(present));
        application.Bind(old);
        application.Bind(old);

        Assert.Equal(old.Id, application.SchemeVersionId);
        Assert.Throws<RefusedException>(() => application.Bind(present));
    }

    [Fact]
    public void Point_06_rules_of_another_scheme_are_refused()
    {
        var other = new SchemeVersion(Guid.CreateVersion7(App.Start), "khac", Guid.CreateVersion7(App.Start), Terms(First, null));

        Assert.Throws<RefusedException>(() => Application(RecordTime.Unknown).Bind(other));
    }

    [Theory]
    [InlineData("2020-01-02", Truth.No)]
    [InlineData("2020-01-03", Truth.Yes)]
    [InlineData("2021-12-31", Truth.Yes)]
    [InlineData("2022-01-01", Truth.No)]
    public void Point_06_both_end_days_of_a_version_are_in_force(string day, Truth inForce) =>
        Assert.Equal(inForce, Version(First, Last).InForce(RecordTime.Day(DateOnly.Parse(day))));

    [Fact]
    public void Point_06_a_time_that_is_not_known_or_crosses_an_edge_is_unknown()
    {
        Assert.Equal(Truth.Unknown, Version(First, Last).InForce(RecordTime.Unknown));
        Assert.Equal(Truth.Unknown, Version(First, Last).InForce(RecordTime.Year(2020)));
        Assert.Equal(Truth.Unknown, Version(null, null).InForce(RecordTime.Year(2020)));
    }

    [Fact]
    public void A_version_ends_after_it_begins_and_its_rate_is_a_percentage()
    {
        Assert.Throws<RefusedException>(() => Version(Last, First));
        Assert.Throws<RefusedException>(() => new SchemeVersion(Scheme, "a", Scheme, Terms(First, Last) with { RatePercent = 101 }));
    }

    [Fact]
    public async Task Point_06_the_sample_version_has_no_invented_figure_and_is_not_verified() => await app.InDbAsync(async db =>
    {
        var version = await db.Set<SchemeVersion>().SingleAsync();

        Assert.Equal((First, null), (version.EffectiveFrom, version.EffectiveTo));
        Assert.Equal((null, null, null), (version.RatePercent, version.Ceiling, version.AnswerWithin));
        Assert.False(version.Verified);
        Assert.Equal(SupportLevelGap.Rate, version.LevelFor(1_000_000).Gap);
    });

    [Theory]
    [InlineData(VerdictValue.NotMet)]
    [InlineData(VerdictValue.NotEnoughInformation)]
    [InlineData(VerdictValue.ToBeCompleted)]
    internal void Point_05_a_verdict_that_is_not_met_says_what_is_missing(VerdictValue value) =>
        Assert.Throws<RefusedException>(() => new Verdict(Scheme, Scheme, VerdictGroup.Criteria, value, " ", "Quyết định"));

    [Fact]
    public void Point_05_there_are_five_groups_and_four_verdicts()
    {
        Assert.Equal(["Đối tượng", "Lĩnh vực", "Điều kiện", "Tiêu chí", "Mức hỗ trợ"], Enum.GetValues<VerdictGroup>().Select(VerdictWords.Name));
        Assert.Equal(["Đáp ứng", "Chưa đáp ứng", "Chưa đủ thông tin", "Cần hoàn chỉnh"], Enum.GetValues<VerdictValue>().Select(VerdictWords.Name));
    }

    private static SchemeVersion Version(DateOnly? from, DateOnly? to) => new(Guid.CreateVersion7(App.Start), "ban", Scheme, Terms(from, to));

    private static SchemeTerms Terms(DateOnly? from, DateOnly? to) => new(null, from, to, null, null, null, null, null, null, null, Verified: false, null, null);

    private static SupportApplication Application(RecordTime received) => new(
        Guid.CreateVersion7(App.Start),
        "ho-so",
        Scheme,
        new ApplicationDetails(Scheme, "Dự án", received, null, Published: true, null, null),
        ApplicationStatus.Received,
        By,
        Now);
}
