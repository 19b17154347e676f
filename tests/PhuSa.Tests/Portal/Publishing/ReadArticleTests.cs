using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>The question of a page goes past the model of the records: here both are asked.</summary>
public sealed class ReadArticleTests(Newsroom room) : IClassFixture<Newsroom>
{
    private static readonly DateTime Now = new(2026, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    [Fact]
    public async Task What_a_page_reads_is_what_the_record_says_with_every_field_set_and_with_none()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var full = await room.DraftAsync(writer, "Đủ mọi mục", other: Newsroom.Alliance);
        var bare = await room.DraftAsync(writer, "Chỉ có chữ");
        await PublishedAsync(full, entry =>
        {
            entry.Property(a => a.Summary).CurrentValue = "Tóm tắt có ‘nháy’ và 𠀀";
            entry.Property(a => a.Author).CurrentValue = "Nguyễn Thị Hoà";
            entry.Property(a => a.Source).CurrentValue = "Báo";
            entry.Property(a => a.Initials).CurrentValue = "NTH";
            entry.Property(a => a.EventDay).CurrentValue = new DateOnly(2026, 4, 30);
            entry.Property(a => a.PublishedOn).CurrentValue = new DateOnly(2026, 5, 1);
            entry.Property(a => a.ExpiresAt).CurrentValue = Now.AddTicks(10);
            entry.Property(a => a.JointApproval).CurrentValue = true;
            entry.Property(a => a.Tags).CurrentValue = ["lúa, nếp", "xoài \"cát\""];
            entry.Property(a => a.Extras).CurrentValue = """{"Images":[],"Related":[]}""";
            entry.Property(a => a.Facts).CurrentValue = null;
        });
        await PublishedAsync(bare, _ => { });

        foreach (var id in new[] { full, bare })
        {
            var (read, kept) = await BothAsync(id, Now);
            Assert.Equivalent(kept, read, strict: true);
            Assert.NotEmpty(read!.Categories);
        }

        Assert.Equal([await room.CategoryAsync(Newsroom.Department), await room.CategoryAsync(Newsroom.Alliance)], (await BothAsync(full, Now)).Read!.Categories);
        Assert.Equal(DateTimeKind.Utc, (await BothAsync(full, Now)).Read!.ExpiresAt!.Value.Kind);
    }

    [Fact]
    public async Task At_the_moment_at_which_it_ends_an_article_is_gone_and_a_draft_was_never_there()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var over = await room.DraftAsync(writer, "Hết hạn đúng lúc");
        await PublishedAsync(over, entry => entry.Property(a => a.ExpiresAt).CurrentValue = Now);
        var draft = await room.DraftAsync(writer, "Chưa đăng");

        Assert.NotNull((await BothAsync(over, Now.AddTicks(-10))).Read);
        Assert.Null((await BothAsync(over, Now)).Read);
        Assert.Null((await BothAsync(draft, Now)).Read);
    }

    [Fact]
    public async Task Many_readers_at_once_get_each_their_own_article()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var slugs = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var id = await room.DraftAsync(writer, $"Đọc cùng lúc {i}");
            await PublishedAsync(id, _ => { });
            slugs.Add((await BothAsync(id, Now)).Read!.Slug);
        }

        var reading = room.App.Services.GetRequiredService<ArticleReading>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellationToken) =>
            Assert.Equal(slugs[i % 4], (await reading.FindAsync(slugs[i % 4], Now, cancellationToken))!.Slug));
    }

    private Task<int> PublishedAsync(Guid id, Action<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Article>> set) => room.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Platform.Journal.Acting>().As(new Platform.Rules.Actor("Kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        var entry = db.Entry(await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Id == id));
        entry.Property(a => a.Status).CurrentValue = ArticleStatus.Published;
        set(entry);
        return await db.SaveChangesAsync();
    });

    private Task<(ReadArticle? Read, ReadArticle? Kept)> BothAsync(Guid id, DateTime now) => room.App.InScopeAsync<(ReadArticle? Read, ReadArticle? Kept)>(async services =>
    {
        var article = await services.GetRequiredService<AppDbContext>().Set<Article>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == id);
        var kept = new ReadArticle
        {
            Id = article.Id,
            Slug = article.Slug,
            Kind = article.Kind,
            Text = new ArticleText(article.Title, article.Summary, article.Body, article.Author, article.Source, article.Initials),
            EventDay = article.EventDay,
            PublishedOn = article.PublishedOn,
            ExpiresAt = article.ExpiresAt,
            JointApproval = article.JointApproval,
            Tags = article.Tags,
            Extras = article.Extras,
            Facts = article.Facts,
            Categories = [.. article.Places.OrderBy(place => place.Position).Select(place => place.CategoryId)],
            HasChanges = false,
            ChangedAt = null,
        };
        return (await services.GetRequiredService<ArticleReading>().FindAsync(article.Slug, now, TestContext.Current.CancellationToken), kept);
    });
}
