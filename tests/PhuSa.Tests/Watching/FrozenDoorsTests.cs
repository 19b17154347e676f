using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Tests.Portal;
using PhuSa.Tests.Portal.OldPortal;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Watching;

/// <summary>While publishing is frozen nothing reaches readers by any door.</summary>
public sealed class FrozenDoorsTests : IAsyncLifetime
{
    private readonly Newsroom _room = new();

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        await InDbAsync(async db =>
        {
            db.Add(new PublishingFreeze(Guid.CreateVersion7(), "Nghi có người lạ.", new Actor("Kiểm thử"), DateTime.UnixEpoch));
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_table_of_articles_is_refused_and_nothing_of_the_folder_is_written()
    {
        using var changed = new PortalFolder().Replace("articles", "Hội nghị sơ kết", "Hội nghị bị sửa").Replace("categories", "Hoạt động Khoa học", "Chuyên mục Khoa học");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _room.App.ImportAsync(changed.Folder));

        Assert.Contains("Nghi có người lạ.", refused.Message, StringComparison.Ordinal);
        var page = await _room.App.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe");
        Assert.DoesNotContain("Hội nghị bị sửa", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chuyên mục Khoa học", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_takes_articles_away_or_says_what_is_there_already_is_not_refused()
    {
        using var same = new PortalFolder();

        Assert.Empty((await _room.App.ImportAsync(same.Folder)).Errors);
    }

    [Fact]
    public async Task The_import_of_an_old_portal_is_refused_before_it_begins_and_its_dry_run_is_not()
    {
        using var mirror = new OldMirror().Page("a.html", "Bài cũ lúc tạm dừng", "<p>Chữ.</p>");

        await Assert.ThrowsAsync<RefusedException>(() => OldAsync(mirror, dryRun: false));

        Assert.Equal(1, (await OldAsync(mirror, dryRun: true)).New);
        Assert.Equal(404, (await _room.App.Visit().OpenAsync("/bai-viet/bai-cu-luc-tam-dung")).Status);
    }

    [Fact]
    public async Task Whatever_code_publishes_a_text_is_refused_and_whatever_withdraws_one_is_not()
    {
        await InDbAsync(async db =>
        {
            var article = await db.Set<Article>().AsSplitQuery().FirstAsync(a => a.Status == ArticleStatus.Published);
            var content = article.Live();
            article.Publish(content with { Text = content.Text with { Body = "<p>Chữ của người lạ.</p>" } }, article.LatestVersion, new Actor("Người lạ"), DateTime.UnixEpoch);
            await Assert.ThrowsAsync<RefusedException>(() => db.SaveChangesAsync());
        });

        await InDbAsync(async db =>
        {
            var article = await db.Set<Article>().AsSplitQuery().FirstAsync(a => a.Status == ArticleStatus.Published);
            article.Withdraw("Sai", new Actor("Kiểm thử"), DateTime.UnixEpoch);
            await db.SaveChangesAsync();
        });
    }

    private Task<bool> InDbAsync(Func<AppDbContext, Task> work) => _room.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        await work(services.GetRequiredService<AppDbContext>());
        return true;
    });

    private Task<OldPortalResult> OldAsync(OldMirror mirror, bool dryRun) => _room.App.InScopeAsync(services => services.GetRequiredService<IOldPortalImport>()
        .RunAsync(new OldPortalOrder(mirror.Folder, "khcn", mirror.MapFile, Newsroom.Department, dryRun), new Actor("Nhập cổng cũ"), progress: null, CancellationToken.None));
}
