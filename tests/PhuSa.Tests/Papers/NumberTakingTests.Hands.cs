using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Papers;

/// <summary>What the hands of the tests do: open a book, write drafts, take numbers, void them.</summary>
public sealed partial class NumberTakingTests
{
    private Task<int> ChangeAsync(Guid id, Action<PaperBook> change) => house.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        var db = services.GetRequiredService<AppDbContext>();
        change(await db.Set<PaperBook>().SingleAsync(b => b.Id == id));
        return await db.SaveChangesAsync();
    });

    private Task<List<string>> WrittenAsync(Guid issuer) => house.App.InScopeAsync(async services =>
        (await services.GetRequiredService<AppDbContext>().Set<Paper>().Where(p => p.IssuedById == issuer && p.Number != null).Select(p => p.Number!).ToListAsync()).Order(StringComparer.Ordinal).ToList());

    /// <returns>How many of the 32 were not refused.</returns>
    private static async Task<int> AtOnceAsync(Func<int, Task> act)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.WhenAll(Enumerable.Range(0, Writers).Select(clerk => Task.Run(async () =>
        {
            await gate.Task;
            try
            {
                await act(clerk);
                return true;
            }
            catch (RefusedException)
            {
                return false;
            }
        })));
        gate.SetResult();
        return (await work).Count(done => done);
    }

    private async Task ActAsync(int act, Guid issuer, Guid book, List<int> recorded)
    {
        switch (act)
        {
            case < 5:
                await NumberAsync((await DraftsAsync(book, 1))[0]);
                break;
            case 5:
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () => await NumberAsync((await DraftsAsync(book, 1))[0], stale: true));
                break;
            case 6:
                await VoidLastAsync(book);
                break;
            default:
                // Somebody wrote the number after next, or one given long ago, on paper.
                var number = ((await NumbersAsync(book)).DefaultIfEmpty().Max() + act) - 7;
                if (number > 0 && await IsRecordedAsync(issuer, number))
                {
                    recorded.Add(number);
                }

                break;
        }
    }

    private async Task<bool> IsRecordedAsync(Guid issuer, int number)
    {
        try
        {
            return await RecordAsync(issuer, $"{number}/BC-SKHCN", new(2026, 5, 1));
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private Task<bool> VoidLastAsync(Guid book) => house.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        var db = services.GetRequiredService<AppDbContext>();
        var last = await db.Set<Paper>().AsSplitQuery().Where(p => p.BookId == book && p.Status == PaperStatus.Numbered).OrderByDescending(p => p.BookNumber).FirstOrDefaultAsync();
        last?.Void("Soạn nhầm", Clerk, App.Start.UtcDateTime);
        return await db.SaveChangesAsync() > 0;
    });

    private Task<bool> NumberAsync(Guid id, bool stale = false, App? app = null) => (app ?? house.App).InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        var paper = await services.GetRequiredService<AppDbContext>().Set<Paper>().AsSplitQuery().SingleAsync(p => p.Id == id);
        await services.GetRequiredService<OutgoingDesk>().NumberAsync(paper, stale ? paper.Version + 7 : paper.Version, chosen: null, Clerk, CancellationToken.None);
        return true;
    });

    private Task<bool> RecordAsync(Guid issuer, string? number, DateOnly? signedOn) => house.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        var content = new PaperContent { Kind = PaperKind.Report, Number = number, Title = "Báo cáo cũ", IssuedById = issuer, SignedOn = signedOn is { } day ? RecordTime.Day(day) : RecordTime.Unknown };
        var id = Guid.CreateVersion7();
        var paper = new Paper(id, id.ToString("N"), content, Clerk, App.Start.UtcDateTime);
        services.GetRequiredService<AppDbContext>().Add(paper);
        await services.GetRequiredService<OutgoingDesk>().RecordAsync(paper, CancellationToken.None);
        return true;
    });

    private async Task<List<int>> NumbersAsync(Guid book)
    {
        List<int> numbers = [];
        await house.App.InDbAsync(async db => numbers = await db.Set<Paper>().Where(p => p.BookId == book && p.BookNumber != null).Select(p => p.BookNumber!.Value).Order().ToListAsync());
        return numbers;
    }

    private static async Task<List<(int, int)>> YearsAsync(Guid book, App app)
    {
        List<(int, int)> numbers = [];
        await app.InDbAsync(async db => numbers = [.. (await db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.BookId == book).ToListAsync()).Select(p => (p.BookYear!.Value, p.BookNumber!.Value)).Order()]);
        return numbers;
    }

    private Task<List<Guid>> DraftsAsync(Guid bookId, int count, App? app = null, PaperKind kind = PaperKind.Report) => (app ?? house.App).InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        var db = services.GetRequiredService<AppDbContext>();
        var book = await db.Set<PaperBook>().SingleAsync(b => b.Id == bookId);
        var drafts = Enumerable.Range(0, count)
            .Select(index => new Paper(Guid.CreateVersion7(), book, new() { Kind = kind, BookId = bookId, Title = $"Báo cáo {index}" }, Clerk, App.Start.UtcDateTime))
            .ToList();
        db.AddRange(drafts);
        await db.SaveChangesAsync();
        return drafts.ConvertAll(draft => draft.Id);
    });

    private async Task<Guid> BookAsync(int usedBefore = 0, Guid? issuer = null, App? app = null, string symbol = "SKHCN")
    {
        var body = issuer ?? await OrganisationAsync(app);
        return await (app ?? house.App).InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(Clerk);
            var db = services.GetRequiredService<AppDbContext>();
            var book = new PaperBook(Guid.CreateVersion7(), body, new("Văn bản hành chính", symbol, [PaperKind.Report, PaperKind.Decision], IsLegal: false, FirstYear: 2026, usedBefore));
            db.Add(book);
            await db.SaveChangesAsync();
            return book.Id;
        });
    }

    private Task<Guid> OrganisationAsync(App? app = null) => (app ?? house.App).InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(Clerk);
        var db = services.GetRequiredService<AppDbContext>();
        var id = Guid.CreateVersion7();
        db.Add(new Organisation(id, $"co-quan-{id:N}", OrganisationKind.Agency, "Cơ quan thử", shortName: null));
        await db.SaveChangesAsync();
        return id;
    });

    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync(empty: true);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
