using CsCheck;
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

/// <summary>Numbers under many hands: each once, none left out, whatever happens on the way.</summary>
public sealed partial class NumberTakingTests(NumberTakingTests.House house) : IClassFixture<NumberTakingTests.House>
{
    private const int Writers = 32;
    private static readonly Actor Clerk = new("Văn thư", "kiểm thử");

    [Fact]
    public async Task Under_32_parallel_writers_no_number_is_given_twice_and_none_is_left_out()
    {
        var book = await BookAsync();
        var drafts = await DraftsAsync(book, Writers * 3);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var work = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            await gate.Task;
            foreach (var id in drafts.Skip(writer * 3).Take(3))
            {
                await NumberAsync(id);
            }
        })));
        gate.SetResult();
        await work;

        Assert.Equal(Enumerable.Range(1, drafts.Count), await NumbersAsync(book));
    }

    [Fact]
    public async Task A_save_that_fails_gives_its_number_back_also_between_others()
    {
        var book = await BookAsync();
        var drafts = await DraftsAsync(book, Writers);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var work = Task.WhenAll(drafts.Select((id, index) => Task.Run(async () =>
        {
            await gate.Task;
            try
            {
                // Every fourth clerk holds a page that somebody else has overtaken.
                await NumberAsync(id, stale: index % 4 == 0);
                return false;
            }
            catch (DbUpdateConcurrencyException)
            {
                return true;
            }
        })));
        gate.SetResult();

        Assert.Equal(Writers / 4, (await work).Count(was => was));
        Assert.Equal(Enumerable.Range(1, Writers * 3 / 4), await NumbersAsync(book));
    }

    /// <summary>Whatever clerks do in whatever order: take numbers, lose a race, void, record a number from elsewhere.</summary>
    [Fact]
    public async Task Whatever_clerks_do_every_number_up_to_the_last_stands_in_the_book_or_in_the_register_and_none_twice() =>
        await Gen.Int[0, 9].List[5, 25].SampleAsync(
            async acts =>
            {
                var issuer = await OrganisationAsync();
                var book = await BookAsync(issuer: issuer);
                var recorded = new List<int>();
                foreach (var act in acts)
                {
                    await ActAsync(act, issuer, book, recorded);
                }

                var given = await NumbersAsync(book);
                Assert.Equal(given.Count, given.Distinct().Count());
                Assert.Empty(given.Intersect(recorded));
                Assert.Equal(Enumerable.Range(1, given.DefaultIfEmpty().Max()), given.Concat(recorded.Where(number => number < given.DefaultIfEmpty().Max())).Order());
            },
            iter: 12,
            threads: 1);

    [Fact]
    public async Task One_draft_in_32_hands_gets_one_number()
    {
        var book = await BookAsync();
        var draft = (await DraftsAsync(book, 1))[0];
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var work = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            await gate.Task;
            try
            {
                await NumberAsync(draft);
            }
            catch (Exception e) when (e is DbUpdateConcurrencyException or RefusedException)
            {
            }
        })));
        gate.SetResult();
        await work;

        Assert.Equal([1], await NumbersAsync(book));
        await NumberAsync((await DraftsAsync(book, 1))[0]);
        Assert.Equal([1, 2], await NumbersAsync(book));
    }

    [Fact]
    public async Task Under_32_parallel_clerks_no_arrival_number_is_given_twice_and_none_is_left_out()
    {
        var organisation = await OrganisationAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var work = Task.WhenAll(Enumerable.Range(0, Writers).Select(clerk => Task.Run(async () =>
        {
            await gate.Task;
            await house.App.InScopeAsync(async services =>
            {
                services.GetRequiredService<Acting>().As(Clerk);
                var sheet = new IncomingSheet(PaperKind.Letter, $"{clerk}/UBND-KT", null, "UBND xã", $"Văn bản {clerk}", new(2026, 6, 30), DueOn: null);
                return await services.GetRequiredService<IncomingDesk>().TakeInAsync(Guid.CreateVersion7(), organisation, sheet, Clerk, CancellationToken.None);
            });
        })));
        gate.SetResult();
        await work;

        await house.App.InDbAsync(async db =>
            Assert.Equal(Enumerable.Range(1, Writers), await db.Set<IncomingPaper>().Where(p => p.OrganisationId == organisation).Select(p => p.Arrival).Order().ToListAsync()));
    }

    [Fact]
    public async Task Two_books_of_one_body_count_apart_and_a_new_year_begins_at_one()
    {
        await using var app = await App.StartAsync(empty: true);
        var issuer = await OrganisationAsync(app);
        var (letters, contracts) = (await BookAsync(issuer: issuer, app: app), await BookAsync(issuer: issuer, app: app, symbol: "SKHCN-TTUD"));
        foreach (var book in new[] { letters, contracts })
        {
            await NumberAsync((await DraftsAsync(book, 1, app))[0], app: app);
        }

        // The last hour of the year in Việt Nam, then the first of the next.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero));
        await NumberAsync((await DraftsAsync(letters, 1, app))[0], app: app);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));
        await NumberAsync((await DraftsAsync(letters, 1, app))[0], app: app);

        Assert.Equal([(2026, 1), (2026, 2), (2027, 1)], await YearsAsync(letters, app));
        Assert.Equal([(2026, 1)], await YearsAsync(contracts, app));
    }

    [Fact]
    public async Task A_number_that_the_register_holds_already_is_passed_over()
    {
        var issuer = await OrganisationAsync();
        var book = await BookAsync(usedBefore: 3, issuer: issuer);
        await RecordAsync(issuer, "05/BC-SKHCN", new(2026, 2, 1));
        await RecordAsync(issuer, "06/BC-SKHCN", new(2025, 2, 1));
        foreach (var draft in await DraftsAsync(book, 3))
        {
            await NumberAsync(draft);
        }

        Assert.Equal([4, 6, 7], await NumbersAsync(book));
    }

    [Fact]
    public async Task A_number_that_the_book_gave_is_not_recorded_a_second_time()
    {
        var issuer = await OrganisationAsync();
        var book = await BookAsync(issuer: issuer);
        await NumberAsync((await DraftsAsync(book, 1))[0]);

        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(issuer, "1/QĐ-SKHCN", new(2026, 3, 1)));
        await RecordAsync(issuer, "1/QĐ-SKHCN", new(2025, 3, 1));
        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(issuer, "01/QĐSKHCN", new(2025, 4, 1)));
    }

    [Fact]
    public async Task Papers_of_earlier_years_whose_number_nobody_knows_are_recorded_side_by_side()
    {
        var issuer = await OrganisationAsync();

        await RecordAsync(issuer, null, null);
        await RecordAsync(issuer, null, null);

        await house.App.InDbAsync(async db => Assert.Equal(2, await db.Set<Paper>().CountAsync(p => p.IssuedById == issuer)));
    }

    [Fact]
    public async Task A_voided_number_is_never_given_again()
    {
        var book = await BookAsync();
        var drafts = await DraftsAsync(book, 2);
        await NumberAsync(drafts[0]);
        await house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(Clerk);
            var db = services.GetRequiredService<AppDbContext>();
            (await db.Set<Paper>().AsSplitQuery().SingleAsync(p => p.Id == drafts[0])).Void("Soạn nhầm", Clerk, App.Start.UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await NumberAsync(drafts[1]);

        Assert.Equal([1, 2], await NumbersAsync(book));
    }

    [Fact]
    public async Task A_new_book_passes_over_the_numbers_that_a_closed_one_gave_also_the_voided()
    {
        var issuer = await OrganisationAsync();
        var closed = await BookAsync(issuer: issuer);
        foreach (var draft in await DraftsAsync(closed, 2))
        {
            await NumberAsync(draft);
        }

        await VoidLastAsync(closed);
        await ChangeAsync(closed, book => book.Close());
        var next = await BookAsync(issuer: issuer);
        await NumberAsync((await DraftsAsync(next, 1))[0]);
        await NumberAsync((await DraftsAsync(next, 1, kind: PaperKind.Decision))[0]);

        // The closed book gave 01 and 02 to reports; of decisions there was none.
        Assert.Equal(["01/BC-SKHCN", "02/BC-SKHCN", "03/BC-SKHCN", "04/QĐ-SKHCN"], await WrittenAsync(issuer));
    }

    [Fact]
    public async Task A_kind_that_was_moved_to_another_book_is_numbered_there_and_past_what_the_first_gave()
    {
        var issuer = await OrganisationAsync();
        var (first, second) = (await BookAsync(issuer: issuer), await BookAsync(issuer: issuer));
        await ChangeAsync(second, book => book.Change("Sổ khác", [PaperKind.Plan], null, null));
        await NumberAsync((await DraftsAsync(first, 1))[0]);
        var waiting = (await DraftsAsync(first, 1))[0];
        await ChangeAsync(first, book => book.Change("Sổ cũ", [PaperKind.Decision], null, null));
        await ChangeAsync(second, book => book.Change("Sổ khác", [PaperKind.Plan, PaperKind.Report], null, null));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => NumberAsync(waiting));
        await NumberAsync((await DraftsAsync(second, 1))[0]);

        Assert.Equal("Sổ “{0}” không cấp số cho loại văn bản này.", refused.Text);
        Assert.Equal(["01/BC-SKHCN", "02/BC-SKHCN"], await WrittenAsync(issuer));
    }

    [Fact]
    public async Task Under_32_parallel_writers_two_books_of_one_symbol_print_no_number_twice()
    {
        var issuer = await OrganisationAsync();
        var (first, second) = (await BookAsync(issuer: issuer), await BookAsync(issuer: issuer));
        var drafts = (await DraftsAsync(first, Writers / 2)).Concat(await DraftsAsync(second, Writers / 2)).ToList();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var work = Task.WhenAll(drafts.Select(id => Task.Run(async () =>
        {
            await gate.Task;
            await NumberAsync(id);
        })));
        gate.SetResult();
        await work;

        var written = await WrittenAsync(issuer);
        Assert.Equal((Writers, Writers), (written.Count, written.Distinct().Count()));
    }

    [Theory]
    [InlineData(false, "2019-05-01")]
    [InlineData(true, "2019-05-01")]
    [InlineData(true, "2026-05-01")]
    [InlineData(false, null)]
    public async Task Under_32_parallel_clerks_one_paper_number_from_elsewhere_is_recorded_once(bool hasBook, string? signedOn)
    {
        var issuer = await OrganisationAsync();
        if (hasBook)
        {
            await BookAsync(issuer: issuer);
        }

        var on = signedOn is null ? (DateOnly?)null : DateOnly.ParseExact(signedOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var recorded = await AtOnceAsync(clerk => RecordAsync(issuer, clerk % 2 == 0 ? "05/BC-SKHCN" : "5/BC-SKHCN", on));

        Assert.Equal((1, 1), (recorded, (await WrittenAsync(issuer)).Count));
    }

    [Fact]
    public async Task The_first_number_of_a_year_is_not_recorded_and_given_at_one_moment()
    {
        for (var round = 0; round < 4; round++)
        {
            var issuer = await OrganisationAsync();
            var book = await BookAsync(issuer: issuer);
            var drafts = await DraftsAsync(book, Writers / 2);

            await AtOnceAsync(clerk => clerk % 2 == 0 ? NumberAsync(drafts[clerk / 2]) : RecordAsync(issuer, $"0{(clerk / 8) + 1}/BC-SKHCN", new(2026, 5, 1)));

            var written = await WrittenAsync(issuer);
            Assert.Equal(written.Distinct(StringComparer.Ordinal), written);
            Assert.Equal(Writers / 2, (await NumbersAsync(book)).Count);
        }
    }

    [Fact]
    public async Task A_contract_and_a_guide_with_one_number_are_two_papers_and_a_number_not_yet_signed_is_taken()
    {
        var issuer = await OrganisationAsync();
        await RecordAsync(issuer, "07/HĐ-SKHCN", new(2026, 2, 1));
        await RecordAsync(issuer, "07/HD-SKHCN", new(2026, 2, 1));
        await RecordAsync(issuer, "1-21/BC-SKHCN", new(2026, 2, 1));
        await RecordAsync(issuer, "12-1/BC-SKHCN", new(2026, 2, 1));
        var book = await BookAsync(issuer: issuer);
        await NumberAsync((await DraftsAsync(book, 1))[0]);
        await ChangeAsync(book, opened => opened.Change("Sổ", [PaperKind.Decision], null, null));

        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(issuer, "07/HĐSKHCN", new(2026, 3, 1)));
        await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(issuer, "1/BC-SKHCN", new(2026, 3, 1)));
    }
}
