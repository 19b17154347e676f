using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Office;

/// <summary>What waits for a person: late first, then the week; of what has time, first what nobody else can do; all of it one link away.</summary>
public sealed class WorkDeskTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true, prepare: app => app.Adding = services => services.AddScoped<IWorkSource, Pile>());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Late_stands_first_then_the_week_then_what_only_they_can_do()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync("/quan-tri");

        var queues = officer.Page.QuerySelectorAll("main section").Select(section => section.QuerySelectorAll("li b").Select(title => title.TextContent).ToArray()).ToArray();
        Assert.Equal(["Trễ"], queues[0]);
        Assert.Equal(["Trong tuần"], queues[1]);
        Assert.Equal(["Của riêng tôi", "Ai cũng làm được 01"], queues[2][..2]);
    }

    [Fact]
    public async Task Twenty_of_a_queue_are_shown_and_the_rest_on_asking()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync("/quan-tri");
        Assert.Equal(22, officer.Page.QuerySelectorAll(".ps-queue li").Length);

        await officer.OpenAsync("/quan-tri" + officer.Page.QuerySelectorAll("main section a").Single(link => link.TextContent == "Xem thêm 11 việc").GetAttribute("href"));

        Assert.Equal(33, officer.Page.QuerySelectorAll(".ps-queue li").Length);
        Assert.DoesNotContain("Xem thêm", officer.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private sealed class Pile(TimeProvider clock) : IWorkSource
    {
        public Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
        {
            var today = VietnamTime.Today(clock);
            var since = clock.GetUtcNow().UtcDateTime;
            return Task.FromResult<IReadOnlyList<WorkItem>>(
            [
                Item("Của riêng tôi", due: null, own: true),
                .. Enumerable.Range(1, 30).Select(n => Item($"Ai cũng làm được {n:00}", today.AddDays(30), own: false)),
                Item("Trong tuần", today.AddDays(7), own: false),
                Item("Trễ", today.AddDays(-1), own: false),
            ]);

            WorkItem Item(string title, DateOnly? due, bool own) => new(title, "Việc chờ", "Xem", "/quan-tri", since, due, own);
        }
    }
}
