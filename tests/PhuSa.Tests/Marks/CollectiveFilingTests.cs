using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Moves;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 15: a filing step by step, and the days that follow from the law of its day.</summary>
public class CollectiveFilingTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Point_15_the_flow_is_exactly_this() => Assert.Equal(
        """
        Unknown --Prepare--> Preparing
        Unknown --FileApplication--> Filed
        Unknown --AcceptForm--> FormAccepted
        Unknown --PublishApplication--> Published
        Unknown --BeginExamination--> Examining
        Unknown --Oppose--> Opposed
        Unknown --AnnounceGrant--> GrantIntended
        Unknown --PayRegistrationFee--> FeePaid
        Unknown --RegisterMark--> Registered
        Unknown --RefuseRegistration--> Refused
        Unknown --WithdrawApplication--> Withdrawn
        Unknown --Lapse--> Lapsed
        Preparing --FileApplication--> Filed
        Preparing --WithdrawApplication--> Withdrawn
        Filed --AcceptForm--> FormAccepted
        Filed --RefuseRegistration--> Refused
        Filed --WithdrawApplication--> Withdrawn
        FormAccepted --PublishApplication--> Published
        FormAccepted --WithdrawApplication--> Withdrawn
        Published --BeginExamination--> Examining
        Published --Oppose--> Opposed
        Published --AnnounceGrant--> GrantIntended
        Published --RefuseRegistration--> Refused
        Published --WithdrawApplication--> Withdrawn
        Examining --Oppose--> Opposed
        Examining --AnnounceGrant--> GrantIntended
        Examining --RefuseRegistration--> Refused
        Examining --WithdrawApplication--> Withdrawn
        Opposed --AnswerOpposition--> Examining
        Opposed --RefuseRegistration--> Refused
        Opposed --WithdrawApplication--> Withdrawn
        GrantIntended --PayRegistrationFee--> FeePaid
        GrantIntended --RefuseRegistration--> Refused
        GrantIntended --WithdrawApplication--> Withdrawn
        FeePaid --RegisterMark--> Registered
        Registered --RenewRegistration--> Registered
        Registered --Lapse--> Lapsed
        """,
        FilingFlow.Table.ToString());

    [Theory]
    [InlineData("2027-01-01", "Văn bản")]
    [InlineData("2019-05-19", "Văn bản")]
    [InlineData("2019-06-01", "  ")]
    public void A_step_has_its_day_not_ahead_nor_before_the_last_and_says_what_it_rests_on(string on, string why)
    {
        var mark = Filed("2019-05-20");

        Assert.Throws<RefusedException>(() => mark.Take(FilingAction.AcceptForm, new MoveNews(Day(on), why, null), By, Now));
        Assert.Equal((FilingStage.Filed, 1), (mark.Status, mark.Acts.Count));
    }

    [Fact]
    public void A_paper_stands_for_the_reason_but_not_where_a_filing_is_opposed_or_ends()
    {
        var mark = Filed("2019-05-20");
        mark.Take(FilingAction.AcceptForm, new MoveNews(Day("2019-06-20"), null, Guid.CreateVersion7()), By, Now);

        Assert.Throws<RefusedException>(() => mark.Take(FilingAction.WithdrawApplication, new MoveNews(Day("2019-07-20"), null, Guid.CreateVersion7()), By, Now));
        Assert.Equal(FilingStage.FormAccepted, mark.Status);
    }

    [Fact]
    public void An_opposition_that_was_answered_lets_the_examination_go_on()
    {
        var mark = Filed("2019-05-20");
        foreach (var (action, on) in new[] { (FilingAction.AcceptForm, "2019-06-20"), (FilingAction.PublishApplication, "2019-08-20"), (FilingAction.Oppose, "2019-10-01"), (FilingAction.AnswerOpposition, "2019-11-01") })
        {
            mark.Take(action, News(on), By, Now);
        }

        Assert.Equal(FilingStage.Examining, mark.Status);
        Assert.Equal(Day("2020-05-20"), Law().DueOf(mark));
    }

    [Fact]
    public void Point_15_the_days_follow_from_the_law_in_force_on_the_day_of_the_filing_and_none_is_invented()
    {
        var law = Law();
        var old = Filed("2026-03-31");
        var today = Filed("2026-04-01");
        Assert.Equal((Day("2026-04-30"), null), (law.DueOf(old), law.DueOf(today)));

        old.Take(FilingAction.AcceptForm, News("2026-04-28"), By, Now);
        Assert.Equal(Day("2026-06-28"), law.DueOf(old));
        Assert.True(law.StandingOf(old, Day("2026-06-29")).IsLate);
        Assert.False(law.StandingOf(old, Day("2026-06-28")).IsLate);
        Assert.False(law.StandingOf(today, Day("2030-01-01")).IsLate);
    }

    [Fact]
    public void Point_12_a_registration_lasts_ten_years_from_the_filing_and_each_renewal_adds_ten()
    {
        var law = Law();
        var mark = Mark(FilingStage.Unknown);
        mark.TakeOver(FilingStage.Registered, Day("2016-08-15"), Day("2018-01-10"), By, Now);

        Assert.Equal(Day("2026-08-15"), law.EndOf(mark));
        Assert.Equal(FilingCalendar.Ending, law.StandingOf(mark, Day("2026-07-01")).Word);
        Assert.Equal(("Đã cấp văn bằng", "good"), Word(law.StandingOf(mark, Day("2026-05-16"))));
        Assert.Equal(FilingCalendar.Past, law.StandingOf(mark, Day("2026-08-16")).Word);

        mark.Take(FilingAction.RenewRegistration, News("2026-07-01"), By, Now);
        Assert.Equal((FilingStage.Registered, Day("2036-08-15")), (mark.Status, law.EndOf(mark)));
    }

    [Fact]
    public void A_registration_without_its_filing_day_or_a_known_term_never_reads_as_in_force()
    {
        var unknown = Mark(FilingStage.Registered);
        var underNewLaw = Filed("2026-04-02");
        underNewLaw.Redate(FilingAction.FileApplication, Day("2026-04-02"), Now);

        Assert.Equal((FilingCalendar.TermNotKnown, "unknown"), Word(Law().StandingOf(unknown, Day("2026-07-01"))));
        Assert.Null(Law().EndOf(underNewLaw));
    }

    [Fact]
    public void A_mark_without_a_stage_takes_the_last_thing_that_happened_and_the_days_before_come_after()
    {
        var mark = Mark(FilingStage.Unknown);
        mark.Take(FilingAction.PublishApplication, News("2019-08-20"), By, Now);
        Assert.Null(Law().DueOf(mark));

        mark.Redate(FilingAction.FileApplication, Day("2019-05-20"), Now);
        Assert.Equal(Day("2020-05-20"), Law().DueOf(mark));
        Assert.Equal([FilingAction.FileApplication, FilingAction.PublishApplication], mark.Acts.Select(act => act.Action).Order());
    }

    [Theory]
    [InlineData("2019-05-19", null)]
    [InlineData("2019-05-20", FilingStage.Filed)]
    [InlineData("2019-06-20", FilingStage.FormAccepted)]
    [InlineData("2019-08-19", FilingStage.FormAccepted)]
    [InlineData("2026-06-30", FilingStage.Published)]
    public void How_far_a_filing_had_come_on_a_day_follows_from_its_days(string on, object? stage)
    {
        var mark = Filed("2019-05-20");
        mark.Take(FilingAction.AcceptForm, News("2019-06-20"), By, Now);
        mark.Take(FilingAction.PublishApplication, News("2019-08-20"), By, Now);

        Assert.Equal((FilingStage?)stage, mark.On(Day(on)).Stage);
        Assert.Equal(stage is null ? Truth.No : Truth.Yes, mark.On(Day(on)).IsBegun);
    }

    [Fact]
    public void Between_two_days_with_a_step_without_a_day_in_between_nobody_can_tell_how_far_it_was()
    {
        var mark = Mark(FilingStage.Registered);
        mark.TakeOver(FilingStage.Registered, Day("2016-08-15"), Day("2018-01-10"), By, Now);

        Assert.Equal(new FilingOnDay(Truth.Yes, null), mark.On(Day("2017-01-01")));
        Assert.Equal(new FilingOnDay(Truth.Yes, FilingStage.Registered), mark.On(Day("2018-01-10")));
        Assert.Equal(new FilingOnDay(Truth.Unknown, null), Mark(FilingStage.Registered).On(Day("2018-01-10")));
        Assert.Equal(new FilingOnDay(Truth.Yes, FilingStage.Registered), Mark(FilingStage.Registered).On(Day("2026-07-01")));
    }

    [Fact]
    public void A_new_version_of_the_regulation_follows_the_one_before_and_the_same_day_puts_its_paper_right()
    {
        var mark = Mark(FilingStage.Unknown);
        var papers = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
        mark.Regulate(Guid.CreateVersion7(), Day("2019-01-01"), papers[0]);
        mark.Regulate(Guid.CreateVersion7(), Day("2021-01-01"), papers[1]);
        mark.Regulate(Guid.CreateVersion7(), Day("2021-01-01"), papers[2]);

        Assert.Equal([papers[0], papers[2]], mark.Regulations.OrderBy(version => version.From).Select(version => version.PaperId));
    }

    internal static MoveNews News(string on) => new(Day(on), "Theo thông báo của Cục", null);

    internal static CollectiveMark Mark(FilingStage stage)
    {
        var mark = new CollectiveMark(Guid.CreateVersion7(), $"nhtt-{Next()}", stage, By, Now);
        mark.Describe("HTX. RAU MẪU - XÃ MẪU", Guid.CreateVersion7(), null, null);
        return mark;
    }

    private static (string Word, string Tone) Word(FilingStanding standing) => (standing.Word, standing.Tone);

    private static CollectiveMark Filed(string on)
    {
        var mark = Mark(FilingStage.Preparing);
        mark.File("4-2019-12345", "31", "Rau", News(on), By, Now);
        return mark;
    }

    /// <summary>As the product is delivered: nothing is known of the law in force since April 2026.</summary>
    private static FilingCalendar Law()
    {
        var (old, amended) = (new FilingRegime(Guid.CreateVersion7()), new FilingRegime(Guid.CreateVersion7()));
        old.Describe("Luật trước", null, null);
        amended.Describe("Luật sau", Day("2026-04-01"), null);
        foreach (var (term, length, unit) in new[] { (FilingTerm.FormalExamination, 1, TermUnit.Month), (FilingTerm.Publication, 2, TermUnit.Month), (FilingTerm.SubstantiveExamination, 9, TermUnit.Month), (FilingTerm.Validity, 10, TermUnit.Year) })
        {
            old.Set(Guid.CreateVersion7(), term, length, unit, "Nguồn");
            amended.Set(Guid.CreateVersion7(), term, null, unit, null);
        }

        return new FilingCalendar([amended, old]);
    }
}
