using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Data.Search;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Search;

namespace PhuSa.Tests.Search;

/// <summary>Every instance's index follows the records.</summary>
public sealed class FollowingTests(FollowingTests.House house) : IClassFixture<FollowingTests.House>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task A_change_is_found_within_a_second_here_and_on_a_second_instance()
    {
        await using var other = await _app.BesideAsync();

        await SearchHouse.SoonAsync(async tries =>
        {
            await _app.WriteAsync(SearchHouse.Row($"mua-mang-{tries}", $"Máy sấy mới qzx{tries}"));
            var here = await _app.FindsAsync($"qzx{tries}", 1);
            var there = await other.FindsAsync($"qzx{tries}", 1);
            return here + there;
        });
    }

    [Fact]
    public async Task An_edit_is_read_within_a_second_on_a_second_instance_that_kept_the_page()
    {
        await _app.WriteAsync(SearchHouse.Row("hai-noi-doc", "Bản đầu"));
        await using var other = await _app.BesideAsync();
        var reader = other.Visit();
        Assert.Contains("Bản đầu", (await reader.OpenAsync("/bai-viet/hai-noi-doc")).Text, StringComparison.Ordinal);

        await SearchHouse.SoonAsync(async tries =>
        {
            await _app.WriteAsync(SearchHouse.Row("hai-noi-doc", $"Bản sửa {tries}"));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            while (!(await reader.OpenAsync("/bai-viet/hai-noi-doc")).Text.Contains($"Bản sửa {tries}", StringComparison.Ordinal))
            {
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "The other instance keeps the old page.");
                await Task.Delay(10);
            }

            return clock.Elapsed;
        });
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_within_a_second_everywhere()
    {
        await using var other = await _app.BesideAsync();

        await SearchHouse.SoonAsync(async tries =>
        {
            await _app.WriteAsync(SearchHouse.Row($"go-{tries}", $"Bài sẽ gỡ wqy{tries}"));
            await _app.FindsAsync($"wqy{tries}", 1);
            await other.FindsAsync($"wqy{tries}", 1);
            await _app.WriteAsync(SearchHouse.Row($"go-{tries}", $"Bài sẽ gỡ wqy{tries}", status: "withdrawn"));
            return await _app.FindsAsync($"wqy{tries}", 0) + await other.FindsAsync($"wqy{tries}", 0);
        });
    }

    [Fact]
    public async Task A_draft_is_not_found()
    {
        await _app.WriteAsync(SearchHouse.Row("ban-nhap", "Bản nháp kjh1", status: "draft"), SearchHouse.Row("da-dang", "Đã đăng kjh1"));

        await _app.FindsAsync("kjh1", 1);
        Assert.Equal(["/bai-viet/da-dang"], _app.Find("kjh1"));
    }

    [Fact]
    public async Task A_restarted_process_goes_on_with_its_file_and_catches_up()
    {
        string file;
        await using (var first = await _app.BesideAsync())
        {
            file = FileOf(first);
        }

        await _app.WriteAsync(SearchHouse.Row("trong-luc-tat", "Viết trong lúc tắt vbn1"));
        await using var again = await _app.BesideAsync();

        await again.FindsAsync("vbn1", 1);
        Assert.Equal(file, FileOf(again));
    }

    [Fact]
    public async Task A_damaged_file_is_made_anew_at_the_next_start()
    {
        string file;
        await using (var first = await _app.BesideAsync())
        {
            file = FileOf(first);
        }

        await File.WriteAllBytesAsync(file, [.. Enumerable.Repeat((byte)7, 100_000)]);
        await using var again = await _app.BesideAsync();

        await again.FindsAsync("xoài", _app.Find("xoài").Count);
    }

    [Fact]
    public async Task A_file_that_is_damaged_while_it_is_read_is_made_anew()
    {
        await using var app = await App.StartAsync();
        var count = app.Find("xoài").Count;
        var file = FileOf(app);
        await using (var broken = File.OpenWrite(file))
        {
            broken.SetLength(4096);
        }

        File.Delete(file + "-wal");
        await app.FindsAsync("xoài", count);
        Assert.NotEqual(file, FileOf(app));
        Assert.True(count > 0);
    }

    [Fact]
    public async Task A_file_of_an_older_format_is_made_anew()
    {
        string file;
        await using (var first = await _app.BesideAsync())
        {
            file = FileOf(first);
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            IndexFile.Execute(connection, $"UPDATE meta SET value = '{IndexFile.Format - 1}' WHERE name = 'format'");
        }

        Assert.Null(IndexFile.Open(file));
        await using var again = await _app.BesideAsync();
        await again.FindsAsync("xoài", _app.Find("xoài").Count);
        Assert.NotNull(IndexFile.Open(FileOf(again)));
    }

    [Fact]
    public async Task An_index_of_another_database_is_made_anew()
    {
        await using var other = await App.StartAsync(empty: true);
        await using (var stranger = await _app.BesideAsync(data: other.Data))
        {
            await stranger.FindsAsync("xoài", _app.Find("xoài").Count);
        }

        var folder = Path.Combine(other.Data, "search");
        await using var own = await other.BesideAsync();
        Assert.StartsWith(folder, FileOf(own), StringComparison.Ordinal);
        await own.FindsAsync("xoài", 0);
    }

    [Fact]
    public async Task An_index_that_is_further_behind_than_changes_are_kept_is_made_anew()
    {
        await using var app = await App.StartAsync();
        string file;
        await using (var first = await app.BesideAsync())
        {
            file = FileOf(first);
        }

        await app.WriteAsync(SearchHouse.Row("lau-roi", "Viết đã lâu rty1"));
        app.Clock.AdjustTime(app.Clock.GetUtcNow() + SearchChange.Kept + TimeSpan.FromMinutes(1));
        await app.WriteAsync(SearchHouse.Row("vua-xong", "Viết vừa xong rty1"));
        Assert.Equal("Đã xoá {0} thay đổi cũ của chỉ mục tìm kiếm.", (await Journal.Writing.RunAsync(app, "search.old-changes"))!.Sentence);
        await app.FindsAsync("rty1", 2);

        Assert.False(await app.Services.GetRequiredService<IndexMaking>().FollowAsync(IndexFile.Open(file)!, CancellationToken.None));
        await using var again = await app.BesideAsync();
        await again.FindsAsync("rty1", 2);
    }

    [Fact]
    public async Task The_last_change_stays_when_old_ones_are_removed()
    {
        await using var app = await App.StartAsync();
        var before = await ChangesAsync(app);
        app.Clock.AdjustTime(app.Clock.GetUtcNow() + (SearchChange.Kept * 2));

        await Journal.Writing.RunAsync(app, "search.old-changes");

        Assert.Equal([before[^1]], await ChangesAsync(app));
        Assert.NotEmpty(app.Find("xoài"));
    }

    [Fact]
    public async Task Whatever_the_journal_tells_of_a_table_that_search_follows_is_followed_in_the_same_transaction_and_nothing_else()
    {
        var (told, followed) = await ToldAndFollowedAsync(_app);

        Assert.Equal(told, followed);
        Assert.Contains("cooperatives", followed);
        Assert.DoesNotContain("cooperatives_contacts", followed);
    }

    [Fact]
    public async Task A_large_import_is_followed_row_by_row()
    {
        await using var app = await App.StartAsync();
        var header = File.ReadLines(Path.Combine(App.Samples, "cooperatives.csv")).First();
        var columns = header.Split(',');
        var rows = Enumerable.Range(1, 700).Select(i => string.Join(',', columns.Select(column => column switch { "code" => $"htx-nhieu-{i}", "name" => $"Hợp tác xã Nhiều {i} fghj", _ => "" })));
        using var folder = new Import.ImportFolder().With("cooperatives.csv", $"{header}\n{string.Join('\n', rows)}\n");
        Assert.False((await app.ImportAsync(folder.Path)).Failed);
        var (told, followed) = await ToldAndFollowedAsync(app);

        Assert.Equal(told, followed);
        Assert.InRange(followed.Count(table => table == "cooperatives"), 700, int.MaxValue);
        await app.FindsAsync("Nhiều 699 fghj", 1);
        Assert.Equal(700, app.Services.GetRequiredService<ISearch>().Find(new SearchQuestion("fghj") { Place = SearchPlace.Everywhere }).Count);
    }

    [Fact]
    public async Task A_change_that_becomes_visible_after_a_later_one_is_not_lost()
    {
        if (!App.Postgres)
        {
            // SQLite has one writer: there is no later one while a transaction is open.
            return;
        }

        await using var app = await App.StartAsync();
        await app.WriteAsync(SearchHouse.Row("dai", "Giao dịch dài"));
        await app.FindsAsync("giao dịch dài", 1);
        var file = app.Services.GetRequiredService<KeptIndex>().Current!;
        var making = app.Services.GetRequiredService<IndexMaking>();
        await using var slow = app.Services.CreateAsyncScope();
        var db = slow.ServiceProvider.GetRequiredService<AppDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var id = await db.Set<PhuSa.Portal.Articles.Article>().Where(a => a.Slug == "dai").Select(a => a.Id).SingleAsync();
        await db.Set<PhuSa.Portal.Articles.Article>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Title, "Giao dịch muộn"));
        db.Add(new SearchChange { At = DateTime.UnixEpoch, Table = "portal_articles", RecordId = id });
        await db.SaveChangesAsync();
        await app.InDbAsync(async quick =>
        {
            quick.Add(new SearchChange { At = DateTime.UnixEpoch, Table = "events", RecordId = Guid.CreateVersion7() });
            await quick.SaveChangesAsync();
        });

        Assert.True(await making.FollowAsync(file, CancellationToken.None));
        Assert.NotEmpty(file.Cursor.Gaps);
        Assert.Empty(app.Find("giao dịch muộn"));
        await transaction.CommitAsync();
        Assert.True(await making.FollowAsync(file, CancellationToken.None));

        Assert.Empty(file.Cursor.Gaps);
        Assert.Equal(["/bai-viet/dai"], app.Find("giao dịch muộn"));
    }

    [Fact]
    public void Every_source_feeds_on_tables_that_are_there_and_no_two_have_one_kind()
    {
        using var scope = _app.Services.CreateScope();
        var tables = scope.ServiceProvider.GetRequiredService<AppDbContext>().Model.GetEntityTypes()
            .Where(type => typeof(IJournaled).IsAssignableFrom(type.ClrType)).Select(type => type.GetTableName()).ToHashSet(StringComparer.Ordinal);
        var sources = scope.ServiceProvider.GetServices<ISearchSource>().ToList();

        Assert.All(sources.SelectMany(source => source.Feeds), feed => Assert.Contains(feed.Table, tables));
        Assert.Equal(sources.Count, sources.Select(source => source.Kind).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tables, table => Assert.True(table!.Length <= SearchChange.TableMaxLength));
    }

    [Fact]
    public void Every_kind_has_a_name_in_English() =>
        Assert.All(_app.Services.GetRequiredService<ISearch>().Kinds, kind => Assert.NotNull(_app.Services.GetRequiredService<PhuSa.Platform.Web.Texts>().English(kind.Name)));

    [Fact]
    public async Task A_failing_source_leaves_the_index_as_it_was()
    {
        await using var app = await App.StartAsync(prepare: a => a.Adding = services => services.AddScoped<ISearchSource, Failing>());

        Assert.False(app.Services.GetRequiredService<ISearch>().Find(new SearchQuestion("xoài")).IsReady);
        Assert.True(app.Services.GetRequiredService<Readiness>().IsReady);
        Assert.Equal(200, (await app.Visit().OpenAsync("/tim-kiem?q=xoai")).Status);
        Assert.Contains("đang được lập", (await app.Visit().OpenAsync("/tim-kiem?q=xoai")).Text, StringComparison.Ordinal);
    }

    /// <summary>With the samples. What moves its clock or breaks its index takes one of its own.</summary>
    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private static string FileOf(App app) => app.Services.GetRequiredService<KeptIndex>().Current!.Path;

    private static Task<List<long>> ChangesAsync(App app) => app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<SearchChange>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());

    /// <returns>The tables of all journal entries that some source feeds on, and those of the rows that search follows; both sorted.</returns>
    private static Task<(List<string> Told, List<string> Followed)> ToldAndFollowedAsync(App app) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var fed = services.GetServices<ISearchSource>().SelectMany(source => source.Feeds).Select(feed => feed.Table).ToHashSet(StringComparer.Ordinal);
        var told = await db.Set<JournalEntry>().Where(entry => entry.RecordId != Guid.Empty).Select(entry => entry.Kind).ToListAsync();
        var followed = await db.Set<SearchChange>().Select(change => change.Table).ToListAsync();
        return (told.Where(fed.Contains).Order(StringComparer.Ordinal).ToList(), followed.Order(StringComparer.Ordinal).ToList());
    });

    private sealed class Failing : ISearchSource
    {
        public string Kind => "hong";

        public string Name => "Hỏng";

        public IReadOnlyList<SearchFeed> Feeds => [];

        public Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("A source of the test that fails.");

        public Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
