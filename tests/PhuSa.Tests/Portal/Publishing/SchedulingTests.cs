using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Revisions;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>What goes out by the clock, and what the clock takes away. The clock only moves forward, so each test has a house of its own.</summary>
public sealed class SchedulingTests : IAsyncLifetime
{
    private readonly Newsroom _room = new();

    public ValueTask InitializeAsync() => _room.InitializeAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_scheduled_text_goes_wentOutat_its_hour_of_Vietnam_and_not_before()
    {
        var id = await ScheduledAsync("Đăng lúc mười giờ", "10:00");
        Assert.Equal(new DateTime(2026, 7, 1, 3, 0, 0, DateTimeKind.Utc), (await _room.RevisionsAsync(id))[0].PublishAt);
        _room.App.Clock.Advance(TimeSpan.FromMinutes(50));
        await _room.RunJobAsync();
        Assert.Equal(404, (await _room.App.Visit().OpenAsync("/bai-viet/dang-luc-muoi-gio")).Status);

        _room.App.Clock.Advance(TimeSpan.FromMinutes(10));
        await _room.RunJobAsync();

        Assert.Equal(200, (await _room.App.Visit().OpenAsync("/bai-viet/dang-luc-muoi-gio")).Status);
        var revision = (await _room.RevisionsAsync(id))[0];
        Assert.Equal((RevisionStatus.Published, 1), (revision.Status, revision.PublishedVersion));
        Assert.Equal("Phù Sa", revision.Steps.Single(step => step.Action == "Publish").By);
    }

    [Fact]
    public async Task A_scheduled_text_whose_approval_was_withdrawn_does_not_go_out()
    {
        var publisher = await _room.SignedInAsync(Role.DepartmentLeader);
        var id = await ScheduledAsync("Hoãn đăng", "10:00");
        await _room.DoneAsync(publisher, id, "rut-duyet", ("Input.Why", "Chờ ý kiến Uỷ ban"));

        _room.App.Clock.Advance(TimeSpan.FromHours(3));
        await _room.RunJobAsync();

        Assert.Equal(404, (await _room.App.Visit().OpenAsync("/bai-viet/hoan-dang")).Status);
        Assert.Equal(RevisionStatus.AwaitingPublishing, (await _room.RevisionsAsync(id))[0].Status);
    }

    [Fact]
    public async Task An_approval_withdrawn_at_the_very_hour_either_stops_it_or_comes_too_late_never_both()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await ScheduledAsync($"Sát giờ {i}", $"10:0{i}"));
        }

        _room.App.Clock.Advance(TimeSpan.FromHours(1));
        var publisher = await _room.SignedInAsync(Role.DepartmentLeader);
        for (var i = 0; i < ids.Count; i++)
        {
            await publisher.OpenAsync($"/quan-tri/bai-viet/{ids[i]}/rut-duyet");
            if (publisher.Status == 404)
            {
                continue;
            }

            await Task.WhenAll(publisher.SubmitAsync("main form[method=post]", ("Input.Why", "Hoãn")), _room.RunJobAsync());

            var wentOut = (await _room.App.Visit().OpenAsync($"/bai-viet/sat-gio-{i}")).Status == 200;
            var revision = (await _room.RevisionsAsync(ids[i]))[0];
            Assert.Equal(wentOut ? RevisionStatus.Published : RevisionStatus.AwaitingPublishing, revision.Status);
            Assert.Equal(wentOut ? 409 : 302, publisher.Status);
            Assert.Single(revision.Steps, step => step.Action is "WithdrawApproval" or "Publish");
        }
    }

    [Fact]
    public async Task Of_the_job_and_a_withdrawal_that_read_the_same_revision_the_later_save_is_refused()
    {
        var id = await ScheduledAsync("Cùng đọc", "10:00");
        _room.App.Clock.Advance(TimeSpan.FromHours(1));
        await _room.App.InScopeAsync(async services =>
        {
            var by = new Actor("Người duyệt");
            services.GetRequiredService<Acting>().As(by);
            var db = services.GetRequiredService<AppDbContext>();
            var seen = await db.Set<Revision>().AsSplitQuery().SingleAsync(r => r.ArticleId == id);
            await _room.RunJobAsync();
            seen.WithdrawApproval("Quá muộn", by, _room.App.Clock.GetUtcNow().UtcDateTime);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            return true;
        });

        Assert.Equal(RevisionStatus.Published, (await _room.RevisionsAsync(id))[0].Status);
    }

    [Theory]
    [InlineData("2026-07-01", "08:00", "Giờ đăng phải sau lúc này")]
    [InlineData("2030-07-01", "08:00", "Giờ đăng phải sau lúc này và trong vòng một năm")]
    [InlineData("0001-01-01", "00:00", "Giờ đăng phải sau lúc này")]
    [InlineData("", "08:00", "Nhập ngày đăng")]
    [InlineData("2026-07-02", "", "Nhập giờ đăng")]
    [InlineData("2026-07-02", "25:61", "25:61")]
    public async Task An_hour_that_cannot_be_is_refused_beside_its_field(string day, string hour, string message)
    {
        var (writer, reviewer) = (await _room.SignedInAsync(Role.DepartmentOfficer), await _room.SignedInAsync(Role.DepartmentOfficer));
        var publisher = await _room.SignedInAsync(Role.DepartmentLeader);
        var id = await _room.AwaitingAsync(writer, reviewer, "Giờ sai");

        await _room.MoveAsync(publisher, id, "duyet-dang", ("Input.Later", "true"), ("Input.Day", day), ("Input.Hour", hour));

        Assert.Equal(422, publisher.Status);
        Assert.Contains(message, publisher.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RevisionStatus.AwaitingPublishing, (await _room.RevisionsAsync(id))[0].Status);
    }

    [Theory]
    [InlineData("2026-07-02", "08:00")]
    [InlineData("2026-07-02", "")]
    [InlineData("", "08:00")]
    public async Task An_hour_beside_now_is_asked_about_and_not_dropped(string day, string hour)
    {
        var publisher = await _room.SignedInAsync(Role.DepartmentLeader);
        var id = await _room.AwaitingAsync(await _room.SignedInAsync(Role.DepartmentOfficer), await _room.SignedInAsync(Role.DepartmentOfficer), "Quên chọn hẹn giờ");

        await _room.MoveAsync(publisher, id, "duyet-dang", ("Input.Day", day), ("Input.Hour", hour));

        Assert.Equal(422, publisher.Status);
        Assert.Contains("Bạn đã ghi giờ đăng", publisher.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RevisionStatus.AwaitingPublishing, (await _room.RevisionsAsync(id))[0].Status);
        await publisher.SubmitAsync("main form[method=post]", ("Input.Day", ""), ("Input.Hour", ""));
        Assert.Equal(302, publisher.Status);
        Assert.Equal(200, (await _room.App.Visit().OpenAsync("/bai-viet/quen-chon-hen-gio")).Status);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task The_hour_that_the_other_body_has_proposed_stands_in_the_form_and_is_not_asked_about(string later)
    {
        var (writer, reviewer) = (await _room.SignedInAsync(Role.DepartmentOfficer), await _room.SignedInAsync(Role.DepartmentOfficer));
        var id = await _room.DraftAsync(writer, "Giờ của cơ quan kia", other: Newsroom.Alliance);
        await SentAsync(writer, reviewer, id);
        await _room.DoneAsync(await _room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang", ("Input.Later", "true"), ("Input.Day", "2026-07-01"), ("Input.Hour", "10:00"));

        await _room.DoneAsync(await _room.SignedInAsync(Role.AllianceLeader), id, "duyet-dang", ("Input.Later", later));

        var revision = (await _room.RevisionsAsync(id))[0];
        Assert.Equal((RevisionStatus.Scheduled, new DateTime(2026, 7, 1, 3, 0, 0, DateTimeKind.Utc)), (revision.Status, revision.PublishAt!.Value));
    }

    [Theory]
    [InlineData("khong-duyet")]
    [InlineData("sua")]
    public async Task After_a_refusal_or_a_change_of_the_text_the_next_approval_begins_without_an_hour(string step)
    {
        var (writer, reviewer) = (await _room.SignedInAsync(Role.DepartmentOfficer), await _room.SignedInAsync(Role.DepartmentOfficer));
        var alliance = await _room.SignedInAsync(Role.AllianceLeader);
        var id = await _room.DraftAsync(writer, "Giờ của lần trước", other: Newsroom.Alliance);
        await SentAsync(writer, reviewer, id);
        await _room.DoneAsync(await _room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang", ("Input.Later", "true"), ("Input.Day", "2026-07-01"), ("Input.Hour", "10:00"));
        await alliance.OpenAsync($"/quan-tri/bai-viet/{id}/duyet-dang");
        Assert.Equal("2026-07-01", alliance.Page.QuerySelector("[name='Input.Day']")!.GetAttribute("value"));

        await _room.DoneAsync(step == "sua" ? writer : alliance, id, step, step == "sua" ? ("Input.Body", "Chữ khác.") : ("Input.Why", "Chưa phù hợp"));
        await SentAsync(writer, reviewer, id);

        await alliance.OpenAsync($"/quan-tri/bai-viet/{id}/duyet-dang");
        Assert.Equal("", alliance.Page.QuerySelector("[name='Input.Day']")!.GetAttribute("value") ?? "");
        Assert.Equal("", alliance.Page.QuerySelector("[name='Input.Hour']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task What_expired_falls_wentOutof_lists_and_kept_pages()
    {
        var id = await LastingUntilAsync("2026-07-01", "Mời nộp hồ sơ");
        await _room.DoneAsync(await _room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        var reader = _room.App.Visit();
        Assert.Equal(200, (await reader.OpenAsync("/bai-viet/moi-nop-ho-so")).Status);
        Assert.Equal(200, (await reader.OpenAsync("/bai-viet/moi-nop-ho-so")).Status);

        _room.App.Clock.Advance(VietnamTime.Begin(new DateOnly(2026, 7, 2)) - _room.App.Clock.GetUtcNow().UtcDateTime);
        await _room.RunJobAsync();

        Assert.Equal(410, (await reader.OpenAsync("/bai-viet/moi-nop-ho-so")).Status);
        Assert.DoesNotContain("Mời nộp hồ sơ", (await reader.OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe")).Text, StringComparison.Ordinal);
        var again = await _room.SignedInAsync(Role.DepartmentOfficer);
        Assert.Contains("Mời nộp hồ sơ", (await again.OpenAsync("/quan-tri/bai-viet?trang-thai=het-han")).Text, StringComparison.Ordinal);
        Assert.NotNull((await _room.ArticleAsync(id)).FellOutAt);
    }

    [Theory]
    [InlineData("2026-07-03", "00:30", 422)]
    [InlineData("2026-07-02", "23:30", 302)]
    public async Task A_text_is_scheduled_up_to_the_end_of_its_last_day_in_Vietnam_and_not_past_it(string day, string hour, int status)
    {
        var publisher = await _room.SignedInAsync(Role.DepartmentLeader);
        var id = await LastingUntilAsync("2026-07-02", "Hẹn sau ngày cuối");

        await _room.MoveAsync(publisher, id, "duyet-dang", ("Input.Later", "true"), ("Input.Day", day), ("Input.Hour", hour));

        Assert.Equal(status, publisher.Status);
        Assert.Equal(status == 302 ? RevisionStatus.Scheduled : RevisionStatus.AwaitingPublishing, (await _room.RevisionsAsync(id))[0].Status);
    }

    [Fact]
    public async Task A_text_whose_last_day_is_over_does_not_go_out_and_its_publisher_reads_what_to_do()
    {
        var id = await LastingUntilAsync("2026-07-01", "Đã qua ngày cuối");
        _room.App.Clock.Advance(VietnamTime.Begin(new DateOnly(2026, 7, 2)) - _room.App.Clock.GetUtcNow().UtcDateTime);
        var publisher = await _room.SignedInAsync(Role.DepartmentLeader);

        await _room.MoveAsync(publisher, id, "duyet-dang");

        Assert.Equal(422, publisher.Status);
        Assert.Contains("đổi hoặc xoá “Hiện đến hết ngày”", publisher.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RevisionStatus.AwaitingPublishing, (await _room.RevisionsAsync(id))[0].Status);
        await _room.DoneAsync(publisher, id, "khong-duyet", ("Input.Why", "Đã qua ngày cuối"));
    }

    [Fact]
    public async Task A_text_whose_hour_passed_unused_until_after_its_last_day_goes_back_to_a_person()
    {
        var id = await LastingUntilAsync("2026-07-01", "Hẹn giờ lỡ ngày");
        await _room.DoneAsync(await _room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang", ("Input.Later", "true"), ("Input.Day", "2026-07-01"), ("Input.Hour", "23:30"));
        _room.App.Clock.Advance(VietnamTime.Begin(new DateOnly(2026, 7, 2)).AddHours(1) - _room.App.Clock.GetUtcNow().UtcDateTime);

        await _room.RunJobAsync();

        var revision = (await _room.RevisionsAsync(id))[0];
        Assert.Equal((RevisionStatus.AwaitingPublishing, null), (revision.Status, revision.PublishAt));
        Assert.Contains("vừa lên đã hết hạn", revision.Steps[^1].Why, StringComparison.Ordinal);
        Assert.Equal(404, (await _room.App.Visit().OpenAsync("/bai-viet/hen-gio-lo-ngay")).Status);
    }

    private async Task<Guid> LastingUntilAsync(string last, string title)
    {
        var (writer, reviewer) = (await _room.SignedInAsync(Role.DepartmentOfficer), await _room.SignedInAsync(Role.DepartmentOfficer));
        var id = await _room.DraftAsync(writer, title);
        await _room.DoneAsync(writer, id, "sua", ("Input.ExpiresOn", last));
        await SentAsync(writer, reviewer, id);
        return id;
    }

    private async Task SentAsync(Visitor writer, Visitor reviewer, Guid id)
    {
        await _room.DoneAsync(writer, id, "gui-bien-tap");
        await _room.DoneAsync(reviewer, id, "bien-tap-xong");
        await _room.DoneAsync(writer, id, "trinh-duyet");
    }

    private async Task<Guid> ScheduledAsync(string title, string hour)
    {
        var id = await _room.AwaitingAsync(await _room.SignedInAsync(Role.DepartmentOfficer), await _room.SignedInAsync(Role.DepartmentOfficer), title);
        await _room.DoneAsync(await _room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang", ("Input.Later", "true"), ("Input.Day", "2026-07-01"), ("Input.Hour", hour));
        return id;
    }
}
