using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Watching.Alarms;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Watching;

/// <summary>An administrator says that an alarm is of no matter, and why; what is found otherwise is an alarm again.</summary>
public sealed class DismissalTests : WatchedHouse
{
    private const string Article = "/bai-viet/hoi-nghi-so-ket-6-thang-2020";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_dismissed_alarm_says_who_when_and_why_and_returns_when_something_else_is_found()
    {
        var admin = await App.PersonAsync(Role.Administrator);
        Append("<i>một</i>");
        await WatchAsync();
        var alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal(1, await NoticesAsync(admin));
        var visitor = await App.SignedInAsync(Role.Administrator);
        await visitor.OpenAsync($"/quan-tri/giam-sat/{alarm.Id}/bo-qua");
        Assert.Contains("một", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await visitor.SubmitAsync(Form)).Status);
        Assert.Equal("/quan-tri/giam-sat", (await visitor.SubmitAsync(Form, ("Input.Why", "Do máy chủ trung gian"))).Redirect!.OriginalString);

        await visitor.OpenAsync("/quan-tri/giam-sat");
        Assert.Contains("Không có báo động đang mở; có 1 báo động đã bỏ qua", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Do máy chủ trung gian", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("bỏ qua lúc", visitor.Text, StringComparison.Ordinal);
        var entry = await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AsNoTracking().SingleAsync(e => e.Action == "Dismiss"));
        Assert.Equal((alarm.Id, "Do máy chủ trung gian"), (entry.RecordId, entry.Why));

        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await WatchAsync();
        Assert.True(Assert.Single(await AlarmsAsync()).IsDismissed);
        Assert.Equal(1, await NoticesAsync(admin));

        Append("<i>hai</i>");
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await WatchAsync();
        var again = Assert.Single(await AlarmsAsync());
        Assert.Equal((false, null, null), (again.IsDismissed, again.DismissedBy, again.DismissedWhy));
        Assert.Equal(2, await NoticesAsync(admin));
        Assert.Contains("Có 1 báo động đang mở", (await (await App.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/giam-sat")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_dismissed_unread_twice_or_when_it_was_right_again_is_refused()
    {
        Append("<i>một</i>");
        await WatchAsync();
        var id = Assert.Single(await AlarmsAsync()).Id;
        var (one, other) = (await App.SignedInAsync(Role.Administrator), await App.SignedInAsync(Role.Administrator));
        await one.OpenAsync($"/quan-tri/giam-sat/{id}/bo-qua");
        Append("<i>hai</i>");
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await WatchAsync();

        await one.SubmitAsync(Form, ("Input.Why", "Chưa đọc"));
        Assert.Equal(409, one.Status);
        Assert.Contains("hai", one.Text, StringComparison.Ordinal);
        Assert.False(Assert.Single(await AlarmsAsync()).IsDismissed);

        await other.OpenAsync($"/quan-tri/giam-sat/{id}/bo-qua");
        Assert.Equal(302, (await one.SubmitAsync(Form, ("Input.Why", "Đã đọc"))).Status);
        Assert.Equal(409, (await other.SubmitAsync(Form, ("Input.Why", "Cũng vậy"))).Status);
        Assert.Equal(404, (await one.OpenAsync($"/quan-tri/giam-sat/{id}/bo-qua")).Status);

        Proxy.Tamper = null;
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await WatchAsync();
        Assert.NotNull(Assert.Single(await AlarmsAsync()).ClosedAt);
        Append("<i>hai</i>");
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await WatchAsync();
        Assert.Contains(await AlarmsAsync(), alarm => alarm is { ClosedAt: null, IsDismissed: false });
        var late = await App.SignedInAsync(Role.Administrator);
        Assert.Equal(404, (await late.OpenAsync($"/quan-tri/giam-sat/{id}/bo-qua")).Status);
        Assert.Equal(404, (await late.OpenAsync($"/quan-tri/giam-sat/{Guid.CreateVersion7()}/bo-qua")).Status);
        Assert.Equal(403, (await (await App.SignedInAsync(Role.DepartmentLeader)).OpenAsync($"/quan-tri/giam-sat/{id}/bo-qua")).Status);
    }

    private void Append(string words) => Proxy.Tamper = (request, passing) => request.Path == Article && passing.Status == 200 ? passing.Replacing("</main>", words + "</main>") : passing;

    private Task<List<WatchAlarm>> AlarmsAsync() => App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<WatchAlarm>().AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    private Task<int> NoticesAsync(TestPerson person) => App.InScopeAsync(services => services.GetRequiredService<IUnreadNotices>().CountAsync(person.Id, CancellationToken.None));
}
