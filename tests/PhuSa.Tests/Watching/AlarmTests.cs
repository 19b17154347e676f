using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Alarms;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Portal.Watching.Seals;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Watching;

/// <summary>The job's looks, the alarms that come of them, and the freeze. Each test has a house of its own.</summary>
public sealed class AlarmTests : WatchedHouse
{
    private const string Slug = "hoi-nghi-so-ket-6-thang-2020";
    private string _freezeOn = "";

    protected override void Configure(App app) => app.Settings["Watch:FreezeOnAlarm"] = _freezeOn;

    [Fact]
    public async Task A_body_changed_behind_the_products_back_is_found_told_once_and_closed_when_it_is_right_again()
    {
        var admin = await App.PersonAsync(Role.Administrator);
        await WatchAsync();
        Assert.Empty(await AlarmsAsync());
        var body = await BodyAsync();
        await ChangeBodyAsync(body + "<p>thêm vào</p>");

        await WatchAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await WatchAsync();

        var alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal((FindingKind.ContentChanged, Slug, null), (alarm.Kind, alarm.Detail, alarm.ClosedAt));
        Assert.Contains("thêm vào", alarm.Found, StringComparison.Ordinal);
        Assert.Equal(1, await NoticesAsync(admin));
        var page = await (await App.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/giam-sat");
        Assert.Contains("Có 1 báo động đang mở", page.Text, StringComparison.Ordinal);
        Assert.Contains("khác với bản đã đăng", page.Text, StringComparison.Ordinal);

        await ChangeBodyAsync(body);
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await WatchAsync();

        alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal(App.Clock.GetUtcNow().UtcDateTime, alarm.ClosedAt);
        Assert.Equal(1, await NoticesAsync(admin));
    }

    [Fact]
    public async Task An_article_put_there_or_taken_away_behind_the_products_back_is_found()
    {
        var other = await PublishedAsync("Bài thứ hai");
        await WatchAsync();
        await App.InDbAsync(async db =>
        {
            await db.Set<Article>().Where(a => a.Slug == Slug).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ArticleStatus.Withdrawn));
            await db.Set<PublicationSeal>().Where(s => s.ArticleId == other).ExecuteDeleteAsync();
        });

        await WatchAsync();

        var alarms = await AlarmsAsync();
        Assert.Equal(2, alarms.Count(alarm => alarm.Kind == FindingKind.ContentChanged && alarm.Address.StartsWith("/quan-tri/bai-viet/", StringComparison.Ordinal)));
        Assert.Contains(alarms, alarm => alarm.Kind == FindingKind.ListBroken);
    }

    [Fact]
    public async Task A_seal_that_is_forged_is_found()
    {
        await App.InDbAsync(db => db.Set<PublicationSeal>().Where(s => s.Slug == Slug).ExecuteUpdateAsync(set => set.SetProperty(s => s.Content, new string('a', 64))));

        await WatchAsync();

        Assert.Contains(await AlarmsAsync(), alarm => alarm is { Kind: FindingKind.SealFalse, Detail: Slug });
    }

    [Fact]
    public async Task A_page_changed_by_a_proxy_is_an_alarm_until_the_proxy_passes_it_again()
    {
        Proxy.Tamper = (request, passing) => request.Path == $"/bai-viet/{Slug}" ? passing.Replacing("</main>", "<a href=\"https://nha-cai.example/\">nhà cái</a></main>") : passing;
        await WatchAsync();
        Assert.Equal([FindingKind.BettingWords, FindingKind.ForeignLink, FindingKind.PageDiffers], (await AlarmsAsync()).Select(alarm => alarm.Kind).OrderBy(kind => kind.ToString(), StringComparer.Ordinal));

        Proxy.Tamper = (request, passing) => request.Path == $"/bai-viet/{Slug}" ? passing with { Status = 503 } : passing;
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await WatchAsync();
        Assert.All(await AlarmsAsync(), alarm => Assert.Null(alarm.ClosedAt));

        Proxy.Tamper = null;
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await WatchAsync();
        Assert.All(await AlarmsAsync(), alarm => Assert.NotNull(alarm.ClosedAt));
        var page = await (await App.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/giam-sat");
        Assert.Contains("Người đọc nhận đúng những gì đã đăng", page.Text, StringComparison.Ordinal);
        Assert.Contains("-----BEGIN PUBLIC KEY-----", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_publishing_is_frozen_nothing_goes_out_and_a_bad_text_can_be_taken_away()
    {
        var (writer, reviewer, leader, admin) = (await Room.SignedInAsync(Role.DepartmentOfficer), await Room.SignedInAsync(Role.DepartmentOfficer), await Room.SignedInAsync(Role.DepartmentLeader), await Room.SignedInAsync(Role.Administrator));
        var published = await PublishedAsync("Bài sẽ gỡ");
        var waiting = await Room.AwaitingAsync(writer, reviewer, "Bài chờ duyệt");
        var scheduled = await Room.AwaitingAsync(writer, reviewer, "Bài hẹn giờ");
        await Room.DoneAsync(leader, scheduled, "duyet-dang", ("Input.Later", "true"), ("Input.Day", "2026-07-01"), ("Input.Hour", "10:00"));
        await admin.OpenAsync("/quan-tri/giam-sat/tam-dung");
        Assert.Equal(422, (await admin.SubmitAsync("main form[method=post]")).Status);
        Assert.Equal("/quan-tri/giam-sat", (await admin.SubmitAsync("main form[method=post]", ("Input.Why", "Nghi có người lạ"))).Redirect!.OriginalString);
        App.Clock.Advance(TimeSpan.FromHours(2));
        (writer, leader, admin) = (await Room.SignedInAsync(Role.DepartmentOfficer), await Room.SignedInAsync(Role.DepartmentLeader), await Room.SignedInAsync(Role.Administrator));

        await Room.MoveAsync(leader, waiting, "duyet-dang");
        Assert.Equal(409, leader.Status);
        Assert.Contains("Nghi có người lạ", leader.Text, StringComparison.Ordinal);
        await Room.RunJobAsync();
        Assert.Equal(404, (await App.Visit().OpenAsync("/bai-viet/bai-hen-gio")).Status);
        await Room.DoneAsync(leader, published, "go-bai", ("Input.Why", "Sai"));
        Assert.Contains("Việc đăng bài đang tạm dừng", (await writer.OpenAsync("/quan-tri/bai-viet")).Text, StringComparison.Ordinal);
        Assert.Contains("Việc đăng bài đang tạm dừng", (await writer.OpenAsync($"/quan-tri/bai-viet/{waiting}")).Text, StringComparison.Ordinal);

        await admin.OpenAsync("/quan-tri/giam-sat/bo-tam-dung");
        Assert.Equal(422, (await admin.SubmitAsync("main form[method=post]")).Status);
        Assert.Equal(302, (await admin.SubmitAsync("main form[method=post]", ("Input.Why", "Đã kiểm tra"))).Status);
        await Room.RunJobAsync();

        Assert.Equal(200, (await App.Visit().OpenAsync("/bai-viet/bai-hen-gio")).Status);
        await Room.DoneAsync(leader, waiting, "duyet-dang");
        var freeze = await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<PublishingFreeze>().AsNoTracking().AsSplitQuery().SingleAsync());
        Assert.Equal(("Lift", "Đã kiểm tra"), (freeze.Steps.OrderBy(step => step.At).Last().Action, freeze.Steps.OrderBy(step => step.At).Last().Why));
        Assert.Equal(404, (await admin.OpenAsync("/quan-tri/giam-sat/bo-tam-dung")).Status);
    }

    [Fact]
    public async Task A_freeze_that_was_lifted_meanwhile_is_not_lifted_again_and_none_is_doubled()
    {
        var (one, other) = (await Room.SignedInAsync(Role.Administrator), await Room.SignedInAsync(Role.Administrator));
        await one.OpenAsync("/quan-tri/giam-sat/tam-dung");
        await other.OpenAsync("/quan-tri/giam-sat/tam-dung");
        await one.SubmitAsync("main form[method=post]", ("Input.Why", "Một"));
        Assert.Equal(409, (await other.SubmitAsync("main form[method=post]", ("Input.Why", "Hai"))).Status);
        await one.OpenAsync("/quan-tri/giam-sat/bo-tam-dung");
        await other.OpenAsync("/quan-tri/giam-sat/bo-tam-dung");
        await one.SubmitAsync("main form[method=post]", ("Input.Why", "Xong"));
        Assert.Equal(409, (await other.SubmitAsync("main form[method=post]", ("Input.Why", "Xong"))).Status);
    }

    [Fact]
    public async Task An_alarm_of_a_chosen_kind_freezes_publishing_by_itself()
    {
        _freezeOn = nameof(FindingKind.ContentChanged);
        await DisposeAsync();
        await InitializeAsync();
        await ChangeBodyAsync("<p>khác</p>");

        await WatchAsync();
        await WatchAsync();

        var freeze = await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<PublishingFreeze>().AsNoTracking().AsSplitQuery().SingleAsync());
        Assert.Equal(("Phù Sa", FreezeStatus.Frozen), (freeze.Steps[0].By, freeze.Status));
        Assert.Contains("khác với bản đã đăng", freeze.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_public_addresses_the_page_says_that_they_are_not_watched()
    {
        await using var app = await App.StartAsync(empty: true, prepare: app =>
        {
            app.Settings["Watch:Addresses"] = "trang-cua-so ftp://x";
            app.Settings["Watch:FreezeOnAlarm"] = "Everything";
            app.Settings["Watch:PerSecond"] = "nhanh";
        });

        var page = await (await app.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/giam-sat");

        Assert.Contains("Giám sát qua địa chỉ công khai đang tắt", page.Text, StringComparison.Ordinal);
        Assert.Contains("trang-cua-so, ftp://x, Everything, nhanh", page.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await (await app.SignedInAsync(Role.DepartmentLeader)).OpenAsync("/quan-tri/giam-sat")).Status);
    }

    private Task<List<WatchAlarm>> AlarmsAsync() => App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<WatchAlarm>().AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    private Task<string> BodyAsync() => App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().Where(a => a.Slug == Slug).Select(a => a.Body).SingleAsync());

    private Task ChangeBodyAsync(string body) => App.InDbAsync(db => db.Set<Article>().Where(a => a.Slug == Slug).ExecuteUpdateAsync(set => set.SetProperty(a => a.Body, body)));

    private async Task<int> NoticesAsync(TestPerson person) => await App.InScopeAsync(services => services.GetRequiredService<Platform.Notices.IUnreadNotices>().CountAsync(person.Id, CancellationToken.None));
}
