using PhuSa.Marks.Applications;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Applications;

public class MarkApplicationTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly ApplicationContent Content = new("Xoài cát", "Trái cây", null, "Ấp Long Hoà", 1200, "tấn", "Theo VietGAP", null);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Drafted --Submit--> Submitted
        Drafted --Withdraw--> Withdrawn
        Submitted --AskSupplement--> Supplementing
        Submitted --FindComplete--> Complete
        Submitted --Refuse--> Refused
        Submitted --Withdraw--> Withdrawn
        Supplementing --Supplement--> Submitted
        Supplementing --Refuse--> Refused
        Supplementing --Withdraw--> Withdrawn
        Complete --CheckField--> Checked
        Complete --Refuse--> Refused
        Complete --Withdraw--> Withdrawn
        Checked --CheckField--> Checked
        Checked --RecordSample--> Sampled
        Checked --Grant--> Granted
        Checked --Refuse--> Refused
        Checked --Withdraw--> Withdrawn
        Sampled --CheckField--> Checked
        Sampled --RecordSample--> Sampled
        Sampled --Grant--> Granted
        Sampled --Refuse--> Refused
        Sampled --Withdraw--> Withdrawn
        """.ReplaceLineEndings("\n"),
        MarkApplicationFlow.Table.ToString());

    public static TheoryData<object, object> EveryMove
    {
        get
        {
            var data = new TheoryData<object, object>();
            foreach (var status in Enum.GetValues<MarkApplicationStatus>())
            {
                foreach (var action in Enum.GetValues<ApplicationAction>())
                {
                    data.Add(status, action);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(EveryMove))]
    public void Each_move_is_taken_where_the_flow_has_it_and_refused_everywhere_else(object status, object action)
    {
        var application = At((MarkApplicationStatus)status);
        var (steps, acts) = (application.Steps.Count, application.Acts.Count);

        if (MarkApplicationFlow.Table.Next((MarkApplicationStatus)status, (ApplicationAction)action) is { } next)
        {
            Take(application, (ApplicationAction)action);
            Assert.Equal(next, application.Status);
            Assert.Equal((steps + 1, acts + 1), (application.Steps.Count, application.Acts.Count));
            Assert.Equal(application.Steps[^1].Id, application.Acts[^1].Id);
        }
        else
        {
            Assert.Throws<RefusedException>(() => Take(application, (ApplicationAction)action));
            Assert.Equal(((MarkApplicationStatus)status, steps, acts), (application.Status, application.Steps.Count, application.Acts.Count));
        }
    }

    [Fact]
    public void A_supplement_is_asked_once()
    {
        var application = At(MarkApplicationStatus.Supplementing);
        application.Supplement(On("2026-06-10"), By, Now);

        var refused = Assert.Throws<RefusedException>(() => application.AskSupplement(On("2026-06-11"), null, By, Now));

        Assert.Contains("một lần", refused.Text, StringComparison.Ordinal);
        Assert.Equal(MarkApplicationStatus.Submitted, application.Status);
    }

    [Fact]
    public void A_draft_that_lacks_something_is_not_submitted_and_says_what_it_lacks()
    {
        var application = new MarkApplication(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), ApplicationContent.Nothing with { Product = "Xoài cát", Output = 5 }, By, Now);

        Assert.Equal(["Nơi sản xuất", "Sản lượng một năm", "Cách sản xuất"], application.Missing);
        Assert.Throws<RefusedException>(() => application.Submit("NH-2026-001", null, On("2026-06-01"), By, Now));
        Assert.Null(application.Code);
    }

    [Fact]
    public void A_right_is_not_granted_on_a_bad_result_until_a_good_one_follows()
    {
        var application = At(MarkApplicationStatus.Complete);
        application.CheckField(On("2026-06-10"), "Tổ 1", passed: false, By, Now);
        Assert.Throws<RefusedException>(() => application.Grant(Guid.CreateVersion7(), On("2026-06-12"), By, Now));

        application.CheckField(On("2026-06-20"), "Tổ 1", passed: true, By, Now);
        application.Grant(Guid.CreateVersion7(), On("2026-06-21"), By, Now);

        Assert.Equal(MarkApplicationStatus.Granted, application.Status);
    }

    [Theory]
    [InlineData("2026-07-02", "không thể sau hôm nay")]
    [InlineData("2026-05-31", "không được sớm hơn việc đã ghi gần nhất")]
    public void The_day_of_a_step_is_neither_to_come_nor_before_the_step_before(string day, string sentence)
    {
        var application = At(MarkApplicationStatus.Submitted);

        Assert.Contains(sentence, Assert.Throws<RefusedException>(() => application.FindComplete(On(day), By, Now)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_was_withdrawn_is_not_written_on_any_more()
    {
        var application = At(MarkApplicationStatus.Drafted);
        application.Withdraw(On("2026-06-05"), By, Now);

        Assert.Throws<RefusedException>(() => application.Write(Content with { Product = "Xoài tượng" }));
    }

    [Fact]
    public void A_decided_application_is_not_written_on_any_more()
    {
        var application = At(MarkApplicationStatus.Refused);

        Assert.Throws<RefusedException>(() => application.Write(Content with { Product = "Xoài tượng" }));
        Assert.Equal("Xoài cát", application.Product);
    }

    // 2026-06-01 is a Monday.
    [Theory]
    [InlineData("2026-06-01", 10, "2026-06-15")]
    [InlineData("2026-06-06", 1, "2026-06-08")]
    [InlineData("2026-08-28", 3, "2026-09-04")]
    public void The_clock_counts_working_days_past_weekends_and_holidays(string submitted, int days, string due)
    {
        var application = new MarkApplication(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Content, By, Now.AddMonths(3));
        application.Submit("NH-2026-001", null, On(submitted), By, Now.AddMonths(3));

        Assert.Equal(Day(due), ApplicationClock.Of(application, Regulation(appraisal: days))!.On);
    }

    [Fact]
    public void The_clock_stands_while_the_applicant_supplements_and_goes_on_afterwards()
    {
        var application = At(MarkApplicationStatus.Submitted);
        var regulation = Regulation(appraisal: 10);
        application.AskSupplement(On("2026-06-03"), Day("2026-06-10"), By, Now);

        Assert.Equal(new ApplicationDue(Day("2026-06-10"), Stands: true), ApplicationClock.Of(application, regulation));
        application.Supplement(On("2026-06-09"), By, Now);

        // Four working days stood: 4, 5, 8 and 9 June.
        Assert.Equal(4, ApplicationClock.Stood(application));
        Assert.Equal(new ApplicationDue(Day("2026-06-19"), Stands: false), ApplicationClock.Of(application, regulation));
    }

    [Fact]
    public void After_a_good_result_the_days_to_issue_count_and_without_a_rule_no_day_is_made_up()
    {
        var application = At(MarkApplicationStatus.Checked);

        Assert.Equal(Day("2026-06-12"), ApplicationClock.Of(application, Regulation(issue: 5))!.On);
        Assert.Null(ApplicationClock.Of(application, Regulation())!.On);
        Assert.Null(ApplicationClock.Of(application, regulation: null)!.On);
        Assert.Null(ApplicationClock.Of(At(MarkApplicationStatus.Granted), Regulation(appraisal: 10, issue: 5)));
        Assert.Null(ApplicationClock.Of(At(MarkApplicationStatus.Drafted), Regulation(appraisal: 10)));
    }

    [Fact]
    public void The_last_day_of_a_right_follows_from_the_regulation()
    {
        Assert.Equal(Day("2029-06-14"), Regulation(valid: 36).LastDayFrom(Day("2026-06-15")));
        Assert.Equal(Day("2027-02-27"), Regulation(valid: 12).LastDayFrom(Day("2026-02-28")));
        Assert.Null(Regulation().LastDayFrom(Day("2026-06-15")));
    }

    [Fact]
    public void The_ban_after_a_revocation_lasts_the_months_of_the_regulation()
    {
        Assert.Equal(Day("2027-06-14"), Regulation(ban: 12).BannedUntil(Day("2026-06-15")));
        Assert.Null(Regulation().BannedUntil(Day("2026-06-15")));
    }

    private static MarkRegulation Regulation(int? appraisal = null, int? issue = null, int? valid = null, int? ban = null)
    {
        var regulation = new MarkRegulation(Guid.CreateVersion7(), Guid.CreateVersion7());
        regulation.Write(Day("2026-01-01"), null, new RegulationText(null, null, null, null, null, null), new RegulationRules(appraisal, null, issue, valid, ban));
        return regulation;
    }

    private static MoveNews On(string day) => new(Day(day), "Lý do của phép thử");

    private static MarkApplication At(MarkApplicationStatus status)
    {
        var application = new MarkApplication(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Content, By, Now);
        foreach (var action in Way(status))
        {
            Take(application, action);
        }

        Assert.Equal(status, application.Status);
        return application;
    }

    private static ApplicationAction[] Way(MarkApplicationStatus status) => status switch
    {
        MarkApplicationStatus.Drafted => [],
        MarkApplicationStatus.Submitted => [ApplicationAction.Submit],
        MarkApplicationStatus.Supplementing => [ApplicationAction.Submit, ApplicationAction.AskSupplement],
        MarkApplicationStatus.Complete => [ApplicationAction.Submit, ApplicationAction.FindComplete],
        MarkApplicationStatus.Checked => [ApplicationAction.Submit, ApplicationAction.FindComplete, ApplicationAction.CheckField],
        MarkApplicationStatus.Sampled => [ApplicationAction.Submit, ApplicationAction.FindComplete, ApplicationAction.CheckField, ApplicationAction.RecordSample],
        MarkApplicationStatus.Granted => [ApplicationAction.Submit, ApplicationAction.FindComplete, ApplicationAction.CheckField, ApplicationAction.Grant],
        MarkApplicationStatus.Refused => [ApplicationAction.Submit, ApplicationAction.Refuse],
        _ => [ApplicationAction.Submit, ApplicationAction.Withdraw],
    };

    private static void Take(MarkApplication application, ApplicationAction action)
    {
        var news = On(action == ApplicationAction.Submit ? "2026-06-01" : "2026-06-05");
        switch (action)
        {
            case ApplicationAction.Submit:
                application.Submit("NH-2026-001", null, news, By, Now);
                break;
            case ApplicationAction.AskSupplement:
                application.AskSupplement(news, Day("2026-06-12"), By, Now);
                break;
            case ApplicationAction.Supplement:
                application.Supplement(news, By, Now);
                break;
            case ApplicationAction.FindComplete:
                application.FindComplete(news, By, Now);
                break;
            case ApplicationAction.CheckField:
                application.CheckField(news, "Tổ 1", passed: true, By, Now);
                break;
            case ApplicationAction.RecordSample:
                application.RecordSample(news, "Trung tâm", passed: true, By, Now);
                break;
            case ApplicationAction.Grant:
                application.Grant(Guid.CreateVersion7(), news, By, Now);
                break;
            case ApplicationAction.Refuse:
                application.Refuse(news, By, Now);
                break;
            default:
                application.Withdraw(news, By, Now);
                break;
        }
    }
}
