using PhuSa.Marks.Grants;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Marks;

public class MarkGrantTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = new("Cán bộ sở hữu trí tuệ");

    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Granted --Suspend--> Suspended
        Suspended --Resume--> Granted
        Granted --Revoke--> Revoked
        Suspended --Revoke--> Revoked
        Granted --HandBack--> GivenUp
        Suspended --HandBack--> GivenUp
        Granted --Renew--> Granted
        """.ReplaceLineEndings("\n"),
        GrantFlow.Table.ToString());

    public static TheoryData<object, object> EveryMove
    {
        get
        {
            var data = new TheoryData<object, object>();
            foreach (var status in Enum.GetValues<GrantStatus>())
            {
                foreach (var action in Enum.GetValues<GrantAction>())
                {
                    data.Add(status, action);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(EveryMove))]
    public void Point_11_each_move_is_taken_where_the_flow_has_it_and_refused_everywhere_else(object status, object action)
    {
        var grant = Grant((GrantStatus)status, expiresOn: new DateOnly(2026, 12, 31));
        var next = GrantFlow.Table.Next((GrantStatus)status, (GrantAction)action);

        if (next is null)
        {
            Assert.Throws<RefusedException>(() => Take(grant, (GrantAction)action));
            Assert.Equal((GrantStatus)status, grant.Status);
            Assert.Single(grant.Steps);
            Assert.Empty(grant.Acts);
        }
        else
        {
            Take(grant, (GrantAction)action);
            Assert.Equal(next, grant.Status);
            Assert.Equal(grant.Steps[^1].Id, Assert.Single(grant.Acts).Id);
        }
    }

    [Fact]
    public void Given_and_suspended_rights_count_and_those_taken_away_or_given_up_do_not() =>
        Assert.Equal([GrantStatus.Granted, GrantStatus.Suspended], GrantFlow.Table.Counting);

    [Fact]
    public void A_right_can_be_suspended_resumed_and_revoked_and_keeps_every_step()
    {
        var grant = Grant();
        var paper = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        grant.Suspend(new(Today, "Chưa nộp kết quả kiểm nghiệm", paper), new DateOnly(2026, 7, 31), Officer, Now);
        grant.Resume(new(Today.AddDays(10), "Đã nộp", null), Officer, Now.AddDays(10));
        grant.Revoke(new(Today.AddDays(20), "Cho đơn vị khác mượn nhãn hiệu", paper), new DateOnly(2027, 7, 20), Officer, Now.AddDays(20));

        Assert.Equal(GrantStatus.Revoked, grant.Status);
        Assert.Equal(["Record", "Suspend", "Resume", "Revoke"], grant.Steps.Select(s => s.Action));
        var last = grant.Steps[^1];
        Assert.Equal(("Granted", "Revoked", "Cán bộ sở hữu trí tuệ", "Cho đơn vị khác mượn nhãn hiệu", paper), (last.From, last.To, last.By, last.Why, last.PaperId));
        Assert.Equal([new DateOnly(2026, 7, 31), null, new DateOnly(2027, 7, 20)], grant.Acts.Select(act => act.Until));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Every_move_needs_a_reason(string reason)
    {
        var grant = Grant();

        Assert.Throws<RefusedException>(() => grant.Suspend(new(Today, reason, null), null, Officer, Now));
        Assert.Throws<RefusedException>(() => grant.Revoke(new(Today, reason, null), null, Officer, Now));
        Assert.Throws<RefusedException>(() => grant.HandBack(new(Today, reason, null), Officer, Now));
        Assert.Equal(GrantStatus.Granted, grant.Status);
    }

    [Fact]
    public void A_move_lies_neither_ahead_nor_before_the_one_recorded_last()
    {
        var grant = Grant();
        Assert.Throws<RefusedException>(() => grant.Suspend(new(Today.AddDays(1), "Lý do", null), null, Officer, Now));
        Assert.Throws<RefusedException>(() => grant.Suspend(new(Today, "Lý do", null), Today.AddDays(-1), Officer, Now));

        grant.Suspend(new(Today, "Lý do", null), null, Officer, Now);
        Assert.Throws<RefusedException>(() => grant.Resume(new(Today.AddDays(-1), "Lý do", null), Officer, Now));
    }

    [Fact]
    public void A_renewal_follows_without_a_gap_and_keeps_the_term_before()
    {
        var grant = Grant(givenOn: RecordTime.Day(new DateOnly(2023, 8, 1)), expiresOn: new DateOnly(2026, 7, 31));
        grant.Detail(new(null, null, null, "01/GCN", null));
        Assert.Throws<RefusedException>(() => grant.Renew(new(new DateOnly(2026, 8, 2), new DateOnly(2029, 7, 31), null), new(Today, "Gia hạn", null), Officer, Now));
        Assert.Throws<RefusedException>(() => grant.Renew(new(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31), null), new(Today, "Gia hạn", null), Officer, Now));

        grant.Renew(new(new DateOnly(2026, 8, 1), new DateOnly(2029, 7, 31), "02/GCN"), new(Today, "Gia hạn", null), Officer, Now);

        var act = Assert.Single(grant.Acts);
        Assert.Equal((new DateOnly(2023, 8, 1), new DateOnly(2026, 7, 31), "01/GCN"), (act.EndedFrom, act.EndedOn, act.EndedCertificate));
        Assert.Equal((new DateOnly(2026, 8, 1), new DateOnly(2029, 7, 31), "02/GCN"), (grant.RenewedFrom, grant.ExpiresOn, grant.CertificateNumber));
        Assert.Equal(GrantState.Expiring, grant.StandingOn(Today.AddDays(-1))!.State);
        Assert.Equal([GrantState.Valid, GrantState.Valid], new[] { Today, new DateOnly(2026, 7, 31) }.Select(day => grant.StandingOn(day)!.State));
        Assert.Equal(GrantState.Valid, grant.StandingOn(new DateOnly(2026, 8, 1))!.State);
        Assert.Equal(GrantState.NotYet, grant.StandingOn(new DateOnly(2023, 7, 31))!.State);
    }

    [Fact]
    public void How_a_right_stood_on_a_day_that_is_over_follows_from_its_moves()
    {
        var grant = Grant(givenOn: RecordTime.Day(new DateOnly(2025, 1, 1)), expiresOn: new DateOnly(2027, 12, 31));
        grant.Suspend(new(new DateOnly(2026, 2, 1), "Lý do", null), null, Officer, Now);
        grant.Resume(new(new DateOnly(2026, 3, 1), "Đã sửa", null), Officer, Now.AddMinutes(1));
        grant.Revoke(new(Today, "Lý do", null), null, Officer, Now.AddMinutes(2));

        Assert.Equal(
            [GrantState.Valid, GrantState.Suspended, GrantState.Suspended, GrantState.Valid, GrantState.Valid, GrantState.Revoked],
            new[] { "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01" }.Select(day => grant.StandingOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.State));
    }

    [Fact]
    public void Of_a_right_that_came_on_record_suspended_nobody_can_say_how_it_stood_before() =>
        Assert.Null(Grant(GrantStatus.Suspended, RecordTime.Day(new DateOnly(2025, 1, 1)), new DateOnly(2027, 12, 31)).StandingOn(new DateOnly(2026, 1, 1)));

    [Fact]
    public void A_term_does_not_end_before_it_begins()
    {
        var refused = Assert.Throws<RefusedException>(() => Grant(givenOn: RecordTime.Month(2020, 7), expiresOn: new DateOnly(2020, 6, 30)));

        Assert.Equal("Ngày hết hạn không được sớm hơn ngày trao quyền.", refused.Message);
    }

    [Theory]
    [InlineData(GrantStatus.Granted, null, "Đã trao quyền – thời hạn: chưa có dữ liệu", "going", Truth.Unknown)]
    [InlineData(GrantStatus.Granted, "2026-06-30", "Đã hết hạn", "ended", Truth.No)]
    [InlineData(GrantStatus.Granted, "2026-07-01", "Sắp hết hạn", "act", Truth.Yes)]
    [InlineData(GrantStatus.Granted, "2026-09-29", "Sắp hết hạn", "act", Truth.Yes)]
    [InlineData(GrantStatus.Granted, "2026-09-30", "Đang có hiệu lực", "good", Truth.Yes)]
    [InlineData(GrantStatus.Suspended, "2026-09-30", "Đang tạm dừng", "act", Truth.No)]
    [InlineData(GrantStatus.Suspended, null, "Đang tạm dừng", "act", Truth.No)]
    [InlineData(GrantStatus.Suspended, "2026-06-30", "Đã hết hạn", "ended", Truth.No)]
    [InlineData(GrantStatus.Revoked, "2026-09-30", "Đã thu hồi", "stop", Truth.No)]
    [InlineData(GrantStatus.Revoked, null, "Đã thu hồi", "stop", Truth.No)]
    [InlineData(GrantStatus.GivenUp, "2026-09-30", "Đã trả lại quyền", "ended", Truth.No)]
    [InlineData(GrantStatus.GivenUp, null, "Đã trả lại quyền", "ended", Truth.No)]
    public void Point_11_how_a_right_stands_follows_from_its_dates_and_decisions(object status, string? expiresOn, string word, string tone, Truth inForce)
    {
        DateOnly? last = expiresOn is null ? null : DateOnly.ParseExact(expiresOn, "yyyy-MM-dd");

        var standing = GrantStanding.On(new DateOnly(2026, 7, 1), (GrantStatus)status, last);

        Assert.Equal((word, tone, inForce), (standing.Word, standing.Tone, standing.InForce));
    }

    [Fact]
    public void Point_11_a_right_whose_first_day_is_to_come_is_not_in_force_yet() =>
        Assert.Equal(
            [GrantState.NotYet, GrantState.Valid],
            new[] { Today, Today.AddDays(1) }.Select(day => GrantStanding.On(day, GrantStatus.Granted, new DateOnly(2029, 6, 30), Today.AddDays(1)).State));

    [Theory]
    [InlineData("8934567890120", "08934567890120")]
    [InlineData("96385074", "00000096385074")]
    [InlineData("8934567890129", null)]
    [InlineData("12345", null)]
    [InlineData("89345678901ab", null)]
    [InlineData("", null)]
    public void A_bar_code_number_is_taken_with_its_check_digit_only(string typed, string? read) => Assert.Equal(read, Gtin.Read(typed));

    private static void Take(MarkGrant grant, GrantAction action)
    {
        var news = new GrantNews(Today, "Lý do", null);
        switch (action)
        {
            case GrantAction.Suspend:
                grant.Suspend(news, null, Officer, Now);
                break;
            case GrantAction.Resume:
                grant.Resume(news, Officer, Now);
                break;
            case GrantAction.Revoke:
                grant.Revoke(news, null, Officer, Now);
                break;
            case GrantAction.HandBack:
                grant.HandBack(news, Officer, Now);
                break;
            default:
                grant.Renew(new GrantTerm(new DateOnly(2027, 1, 1), new DateOnly(2029, 12, 31), null), news, Officer, Now);
                break;
        }
    }

    private static MarkGrant Grant(GrantStatus status = GrantStatus.Granted, RecordTime? givenOn = null, DateOnly? expiresOn = null)
    {
        var (mark, holder, id) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        return new MarkGrant(id, "quyen-mau", mark, holder, new GrantTerms("Gạo an toàn", givenOn ?? RecordTime.Unknown, expiresOn, null, null, null), status, Officer, Now);
    }
}
