using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>The two sites with their articles, and people who write, review and publish. Shared by the tests of a class, each of which writes its own articles.</summary>
public sealed class Newsroom : IAsyncLifetime
{
    public const string Department = "khcn.hoat-dong-khoa-hoc-cong-nghe";
    public const string Alliance = "lienminh.hoat-dong-lien-minh";

    private readonly PortalFolder _folder = new();

    public App App { get; private set; } = null!;

    /// <summary>Further configuration of the house.</summary>
    public Action<App>? Prepare { get; init; }

    public async ValueTask InitializeAsync()
    {
        App = await App.StartAsync(empty: true, prepare: app =>
        {
            app.Settings["Limits:PostsPerMinute"] = "100000";
            Prepare?.Invoke(app);
        });
        Assert.Empty((await App.ImportAsync(_folder.Folder)).Errors);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Dispose();
    }

    public Task<Visitor> SignedInAsync(Role role) => App.SignedInAsync(role);

    public Task<Guid> CategoryAsync(string code) => App.InScopeAsync(async services => (await services.GetRequiredService<Platform.Data.AppDbContext>().Set<Category>().SingleAsync(c => c.Code == code)).Id);

    /// <summary>Writes a draft through the form.</summary>
    public async Task<Guid> DraftAsync(Visitor writer, string title, string body = "Một đoạn.", string category = Department, string? other = null)
    {
        await writer.OpenAsync("/quan-tri/bai-viet/moi");
        var fields = new List<(string, string)> { ("Input.Title", title), ("Input.Body", body), ("Input.Home", (await CategoryAsync(category)).ToString()) };
        if (other is not null)
        {
            fields.Add(("Input.Others", (await CategoryAsync(other)).ToString()));
            fields.Add(("Input.JointApproval", "true"));
        }

        await writer.SubmitAsync("main form[method=post]", [.. fields]);
        Assert.Equal(302, writer.Status);
        return Guid.Parse(writer.Redirect!.OriginalString.Split('/')[^1]);
    }

    /// <summary>Opens the page of a move and submits its form.</summary>
    public async Task<Visitor> MoveAsync(Visitor who, Guid id, string page, params (string Name, string Value)[] fields)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(5));
        await who.OpenAsync($"/quan-tri/bai-viet/{id}/{page}");
        Assert.Equal(200, who.Status);
        return await who.SubmitAsync("main form[method=post]", fields);
    }

    /// <summary>The same, and it is accepted.</summary>
    public async Task DoneAsync(Visitor who, Guid id, string page, params (string Name, string Value)[] fields)
    {
        await MoveAsync(who, id, page, fields);
        Assert.True(who.Status == 302, $"{page}: {who.Status} {who.Text}");
    }

    /// <summary>An article that waits for a publisher.</summary>
    public async Task<Guid> AwaitingAsync(Visitor writer, Visitor reviewer, string title)
    {
        var id = await DraftAsync(writer, title);
        await DoneAsync(writer, id, "gui-bien-tap");
        await DoneAsync(reviewer, id, "bien-tap-xong");
        await DoneAsync(writer, id, "trinh-duyet");
        return id;
    }

    public Task RunJobAsync() => App.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(PublishingJob.JobCode, CancellationToken.None);
        return true;
    });

    internal async Task<Article> ArticleAsync(Guid id) => await App.InScopeAsync(services => services.GetRequiredService<Platform.Data.AppDbContext>().Set<Article>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == id));

    internal Task<Article> ArticleOfAsync(string slug) => App.InScopeAsync(services => services.GetRequiredService<Platform.Data.AppDbContext>().Set<Article>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Slug == slug));

    internal Task<List<Revision>> RevisionsAsync(Guid id) => App.InScopeAsync(services =>
        services.GetRequiredService<Platform.Data.AppDbContext>().Set<Revision>().AsNoTracking().AsSplitQuery().Where(r => r.ArticleId == id).OrderBy(r => r.Id).ToListAsync());

    internal Task<List<ArticleVersion>> VersionsAsync(Guid id) => App.InScopeAsync(services =>
        services.GetRequiredService<Platform.Data.AppDbContext>().Set<ArticleVersion>().AsNoTracking().Where(v => v.ArticleId == id).OrderBy(v => v.Number).ToListAsync());
}
