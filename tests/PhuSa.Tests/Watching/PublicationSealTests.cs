using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Tests.Watching;

/// <summary>Whatever readers see has a signed digest, written with it.</summary>
public sealed class PublicationSealTests(WatchedHouse house) : IClassFixture<WatchedHouse>
{
    private const string Sample = "hoi-nghi-so-ket-6-thang-2020";

    [Fact]
    public async Task An_imported_article_is_sealed_in_the_same_save() => await house.App.InDbAsync(async db =>
    {
        var article = await db.Set<Article>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Slug == Sample);
        var seal = await db.Set<PublicationSeal>().AsNoTracking().SingleAsync(s => s.ArticleId == article.Id);

        Assert.Equal((SealAct.Imported, article.Slug, article.LiveVersion), (seal.Act, seal.Slug, seal.ArticleVersion));
        Assert.False(await db.Set<Article>().AnyAsync(a => a.Status == ArticleStatus.Published && !db.Set<PublicationSeal>().Any(s => s.ArticleId == a.Id)));
    });

    [Fact]
    public async Task A_draft_has_no_seal_a_publication_one_and_a_withdrawal_another()
    {
        var id = await house.Room.AwaitingAsync(await house.Room.SignedInAsync(Role.DepartmentOfficer), await house.Room.SignedInAsync(Role.DepartmentOfficer), "Một bài được niêm");
        Assert.Empty(await SealsAsync(id));
        var leader = await house.Room.SignedInAsync(Role.DepartmentLeader);
        await house.Room.DoneAsync(leader, id, "duyet-dang");
        var published = Assert.Single(await SealsAsync(id));
        Assert.Equal((SealAct.Published, 1), (published.Act, published.ArticleVersion));

        await house.Room.DoneAsync(leader, id, "go-bai", ("Input.Why", "Đăng nhầm"));

        Assert.Equal([SealAct.Published, SealAct.Withdrawn], (await SealsAsync(id)).Select(seal => seal.Act));
    }

    [Fact]
    public async Task A_version_that_is_only_saved_changes_no_seal_and_its_publication_does()
    {
        var id = await house.PublishedAsync("Bài sẽ sửa");
        var (writer, reviewer) = (await house.Room.SignedInAsync(Role.DepartmentOfficer), await house.Room.SignedInAsync(Role.DepartmentOfficer));
        await house.Room.DoneAsync(writer, id, "sua", ("Input.Body", "Một đoạn khác hẳn."), ("Input.ChangeNote", "Sửa đoạn đầu"));
        Assert.Single(await SealsAsync(id));

        await house.Room.DoneAsync(writer, id, "gui-bien-tap");
        await house.Room.DoneAsync(reviewer, id, "bien-tap-xong");
        await house.Room.DoneAsync(writer, id, "trinh-duyet");
        await house.Room.DoneAsync(await house.Room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");

        var seals = await SealsAsync(id);
        Assert.Equal([1, 2], seals.Select(seal => seal.ArticleVersion));
        Assert.NotEqual(seals[0].Content, seals[1].Content);
    }

    [Fact]
    public async Task Every_seal_is_signed_by_the_public_key_and_linked_to_the_one_before()
    {
        await house.PublishedAsync("Bài để nối");
        await house.RunAsync(SealJob.JobCode);
        await house.App.InDbAsync(async db =>
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String((await db.Set<WatchKey>().SingleAsync()).PublicKey), out _);
            var seals = await db.Set<PublicationSeal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync();
            var before = new string('0', 64);
            for (var i = 0; i < seals.Count; i++)
            {
                Assert.Equal(i + 1, seals[i].Number);
                Assert.Equal(PublicationSeal.LinkOf(before, i + 1, seals[i].Line, seals[i].Signature), seals[i].Link);
                Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(seals[i].Line), Convert.FromBase64String(seals[i].Signature), HashAlgorithmName.SHA256));
                before = seals[i].Link!;
            }
        });
    }

    [Fact]
    public async Task A_publication_that_is_not_saved_leaves_no_seal() => await house.App.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        services.GetRequiredService<Acting>().As(new("Kiểm thử"));
        var before = await db.Set<PublicationSeal>().CountAsync();
        var article = await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Slug == Sample);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(article.Import(article.Live() with { Text = article.Live().Text with { Title = "Tên khác" } }, article.PublishedOn, new("Kiểm thử"), house.App.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
            Assert.Equal(before + 1, await db.Set<PublicationSeal>().CountAsync());
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, await db.Set<PublicationSeal>().CountAsync());
        return true;
    });

    [Fact]
    public async Task The_private_key_is_in_no_journal_and_not_in_the_clear() => await house.App.InDbAsync(async db =>
    {
        var key = await db.Set<WatchKey>().SingleAsync();
        var entry = await db.Set<JournalEntry>().SingleAsync(e => e.Kind == "portal_watch_keys");

        Assert.DoesNotContain(key.PrivateKey, entry.Changes, StringComparison.Ordinal);
        Assert.Throws<CryptographicException>(() =>
        {
            using var plain = ECDsa.Create();
            plain.ImportPkcs8PrivateKey(Convert.FromBase64String(key.PrivateKey), out _);
        });
    });

    [Fact]
    public async Task What_was_published_before_the_product_sealed_gets_its_seal_at_the_next_start_and_the_journal_says_so()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = new Portal.PortalFolder();
        Assert.Empty((await app.ImportAsync(folder.Folder)).Errors);
        await app.InDbAsync(async db =>
        {
            await db.Set<PublicationSeal>().ExecuteDeleteAsync();
            await db.Set<WatchKey>().ExecuteDeleteAsync();
        });

        foreach (var warmUp in app.Services.GetServices<IWarmUp>().OfType<FirstSeals>())
        {
            await warmUp.WarmUpAsync(CancellationToken.None);
        }

        await app.InDbAsync(async db =>
        {
            var published = await db.Set<Article>().CountAsync(a => a.Status == ArticleStatus.Published);
            Assert.Equal(published, await db.Set<PublicationSeal>().CountAsync(s => s.Act == SealAct.FirstSeen));
            Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.Action == "FirstSeal" && e.Changes.Contains($"{published}")));
        });
    }

    private Task<List<PublicationSeal>> SealsAsync(Guid article) => house.App.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<PublicationSeal>().AsNoTracking().Where(s => s.ArticleId == article).OrderBy(s => s.Id).ToListAsync());
}
