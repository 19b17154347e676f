using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Tags;

/// <summary>A tag as people read it, with the articles that carry it, newest first.</summary>
internal sealed record Tag(string Word, string Slug, IReadOnlyList<Guid> Articles)
{
    public const string Root = "/the";
    public const string WordKey = "tu";

    public string Url => $"{Root}/{Slug}";

    /// <summary>Where another tag has the same slug the word is named too: “bán” and “bạn” are not one thing.</summary>
    public string UrlAmong(TagGroup group) => group.Tags.Count == 1 ? Url : $"{Url}?{WordKey}={Uri.EscapeDataString(Word)}";
}

/// <summary>All tags of one address: words that differ only by marks. Most often one.</summary>
internal sealed record TagGroup(string Slug, IReadOnlyList<Tag> Tags)
{
    public string Name => string.Join(", ", Tags.Select(tag => tag.Word));

    /// <summary>Newest first, each once.</summary>
    public required IReadOnlyList<Guid> Articles { get; init; }
}

/// <summary>The tags of a site, by slug and in alphabetical order.</summary>
internal sealed class SiteTags
{
    public static SiteTags None { get; } = new([]);

    private readonly Dictionary<string, TagGroup> _bySlug;

    public SiteTags(IReadOnlyList<TagGroup> groups)
    {
        Groups = groups;
        _bySlug = groups.ToDictionary(group => group.Slug, StringComparer.Ordinal);
    }

    public IReadOnlyList<TagGroup> Groups { get; }

    public TagGroup? Find(string slug) => _bySlug.GetValueOrDefault(slug);
}

/// <summary>The tags that stand under published articles; read anew when the content stamp moved.</summary>
internal sealed class KeptTags(IContentWatch watch, IServiceScopeFactory scopes, KeptSites sites, TimeProvider clock)
{
    private Kept? _kept;

    public async ValueTask<SiteTags> OfAsync(string site, CancellationToken cancellationToken)
    {
        var stamp = watch.Current;
        if (_kept is not { } kept || kept.Stamp != stamp)
        {
            kept = new Kept(stamp, await LoadAsync(cancellationToken));
            _kept = kept;
        }

        return kept.Sites.GetValueOrDefault(site, SiteTags.None);
    }

    public static string SlugOf(string tag) => Slug.From(tag, Article.TagMaxLength);

    public static string UrlOf(string tag) => $"{Tag.Root}/{SlugOf(tag)}";

    private async Task<Dictionary<string, SiteTags>> LoadAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var articles = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<Article>().AsNoTracking()
            .ForReaders(clock.GetUtcNow().UtcDateTime)
            .Where(a => a.Tags.Any())
            .InOrder()
            .Select(a => new { a.Id, a.Tags, Categories = a.Places.Select(place => place.CategoryId).ToList() })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var carried =
            from article in articles
            from site in article.Categories.Select(directory.Category).OfType<Category>().Select(category => category.Site).Distinct(StringComparer.Ordinal)
            from tag in article.Tags.Distinct(StringComparer.Ordinal)
            select (Site: site, Tag: tag, article.Id);
        return carried.GroupBy(one => one.Site, StringComparer.Ordinal).ToDictionary(one => one.Key, one => Of([.. one.Select(c => (c.Tag, c.Id))]), StringComparer.Ordinal);
    }

    /// <summary>Large and small letters are the same word, shown as it is written most often; other marks are another word.</summary>
    private static SiteTags Of(IReadOnlyList<(string Tag, Guid Id)> carried) => new(
    [
        .. carried.GroupBy(one => SlugOf(one.Tag), StringComparer.Ordinal)
            .Select(group => new TagGroup(group.Key,
            [
                .. group.GroupBy(one => VietnameseText.Normalize(one.Tag).ToUpperInvariant(), StringComparer.Ordinal)
                    .Select(word => new Tag(
                        word.GroupBy(one => one.Tag, StringComparer.Ordinal).OrderByDescending(written => written.Count()).ThenBy(written => written.Key, StringComparer.Ordinal).First().Key,
                        group.Key,
                        [.. word.Select(one => one.Id).Distinct()]))
                    .OrderBy(tag => tag.Word, VietnameseOrder.Instance),
            ])
            {
                Articles = [.. group.Select(one => one.Id).Distinct()],
            })
            .OrderBy(group => group.Tags[0].Word, VietnameseOrder.Instance),
    ]);

    private sealed record Kept(long Stamp, Dictionary<string, SiteTags> Sites);
}
