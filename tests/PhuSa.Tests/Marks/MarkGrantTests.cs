using PhuSa.Marks.Grants;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Marks;

public class MarkGrantTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = new("Cán bộ sở hữu trí tuệ");

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Granted --Suspend--> Suspended
        Suspended --Resume--> Granted
        Granted --Revoke--> Revoked
        Suspended --Revoke--> Revoked
        """.ReplaceLineEndings("\n"),
        GrantFlow.Table.ToString());

    [Fact]
    public void Given_and_suspended_rights_count_and_revoked_ones_do_not() =>
        Assert.Equal([GrantStatus.Granted, GrantStatus.Suspended], GrantFlow.Table.Counting);

    [Fact]
    public void A_right_can_be_suspended_resumed_and_revoked_and_keeps_every_step()
    {
        var grant = Grant();
        var paper = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        grant.Suspend(Officer, Now, "Chưa nộp kết quả kiểm nghiệm", paper);
        grant.Resume(Officer, Now.AddDays(10), "Đã nộp", null);
        grant.Revoke(Officer, Now.AddDays(20), "Cho đơn vị khác mượn nhãn hiệu", paper);

        Assert.Equal(GrantStatus.Revoked, grant.Status);
        Assert.Equal(["Record", "Suspend", "Resume", "Revoke"], grant.Steps.Select(s => s.Action));
        var last = grant.Steps[^1];
        Assert.Equal(("Granted", "Revoked", "Cán bộ sở hữu trí tuệ", "Cho đơn vị khác mượn nhãn hiệu", paper), (last.From, last.To, last.By, last.Why, last.PaperId));
    }

    [Fact]
    public void A_revoked_right_is_final()
    {
        var grant = Grant(GrantStatus.Revoked);

        Assert.Throws<RefusedException>(() => grant.Revoke(Officer, Now, "Lý do", null));
        Assert.Throws<RefusedException>(() => grant.Suspend(Officer, Now, "Lý do", null));
        Assert.Throws<RefusedException>(() => grant.Resume(Officer, Now, null, null));
        Assert.Single(grant.Steps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Suspending_and_revoking_need_a_reason(string reason)
    {
        var grant = Grant();

        Assert.Throws<RefusedException>(() => grant.Suspend(Officer, Now, reason, null));
        Assert.Throws<RefusedException>(() => grant.Revoke(Officer, Now, reason, null));
        Assert.Equal(GrantStatus.Granted, grant.Status);
    }

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
    public void Point_11_how_a_right_stands_follows_from_its_dates_and_decisions(object status, string? expiresOn, string word, string tone, Truth inForce)
    {
        DateOnly? last = expiresOn is null ? null : DateOnly.ParseExact(expiresOn, "yyyy-MM-dd");

        var standing = GrantStanding.On(new DateOnly(2026, 7, 1), (GrantStatus)status, last);

        Assert.Equal((word, tone, inForce), (standing.Word, standing.Tone, standing.InForce));
    }

    private static MarkGrant Grant(GrantStatus status = GrantStatus.Granted, RecordTime? givenOn = null, DateOnly? expiresOn = null)
    {
        var (mark, holder, id) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        return new MarkGrant(id, "quyen-mau", mark, holder, new GrantTerms("Gạo an toàn", givenOn ?? RecordTime.Unknown, expiresOn, null, null, null), status, Officer, Now);
    }
}
