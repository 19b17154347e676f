using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Papers;

/// <summary>What comes to rest on a paper and what takes it away at the same moment meet.</summary>
public sealed class PaperHoldTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private static readonly Actor Clerk = new("Văn thư", "kiểm thử");

    [Fact]
    public async Task Whoever_voids_a_paper_that_was_just_taken_is_met_by_it()
    {
        var fact = await RecordedAsync("301/QĐ-MAU");

        await InAsync(async (db, _) =>
        {
            var paper = await db.Set<Paper>().AsSplitQuery().SingleAsync(p => p.Id == fact.Id);
            await HoldAsync(fact);
            paper.Void("Ghi trùng số", Clerk, App.Start.UtcDateTime);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Whoever_takes_a_paper_that_was_voided_meanwhile_is_met_by_it_or_told()
    {
        var fact = await RecordedAsync("302/QĐ-MAU");

        await InAsync(async (db, papers) =>
        {
            await papers.HoldAsync(fact, CancellationToken.None);
            await VoidAsync(fact.Id);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
        await InAsync((_, papers) => Assert.ThrowsAsync<RefusedException>(() => papers.HoldAsync(fact, CancellationToken.None)));
    }

    [Fact]
    public async Task Of_a_hold_nothing_is_told_in_the_journal()
    {
        var fact = await RecordedAsync("303/QĐ-MAU");
        var told = await CountAsync(fact.Id);

        await HoldAsync(fact);

        Assert.Equal(told, await CountAsync(fact.Id));
    }

    private async Task<int> CountAsync(Guid id) => await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().CountAsync(e => e.RecordId == id));

    private Task<bool> HoldAsync(PaperFact fact) => InAsync(async (db, papers) =>
    {
        await papers.HoldAsync(fact, CancellationToken.None);
        await db.SaveChangesAsync();
    });

    private Task<bool> VoidAsync(Guid id) => InAsync(async (db, _) =>
    {
        (await db.Set<Paper>().AsSplitQuery().SingleAsync(p => p.Id == id)).Void("Ghi trùng số", Clerk, App.Start.UtcDateTime);
        await db.SaveChangesAsync();
    });

    private async Task<PaperFact> RecordedAsync(string number)
    {
        var id = Guid.CreateVersion7();
        await InAsync(async (db, _) =>
        {
            db.Add(new Paper(id, $"vb-{id:N}", new PaperContent { Kind = PaperKind.Decision, Number = number, Title = "Quyết định mẫu", SignedOn = RecordTime.Day(new(2026, 6, 1)), IsPublic = true }, Clerk, App.Start.UtcDateTime));
            await db.SaveChangesAsync();
        });
        return await house.App.InScopeAsync(async services => (await services.GetRequiredService<IPapers>().OfAsync([id], CancellationToken.None))[id]);
    }

    private Task<bool> InAsync(Func<AppDbContext, IAgencyPapers, Task> work) => house.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        await work(services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IAgencyPapers>());
        return true;
    });
}
