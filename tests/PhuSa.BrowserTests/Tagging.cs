using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;

namespace PhuSa.BrowserTests;

/// <summary>Tags, which tables of samples have no column for.</summary>
internal static class Tagging
{
    public static Task<int> TagAsync(this Site site, string slug, params string[] tags) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var article = await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Slug == slug);
        db.Add(article.Import(article.Live() with { Tags = tags }, article.PublishedOn, OfficePeople.By, TimeProvider.System.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync();
    });
}
