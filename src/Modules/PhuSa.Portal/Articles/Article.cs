using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Articles;

/// <summary>What an article says and who is named under it.</summary>
/// <param name="Author">Null where the source names nobody.</param>
/// <param name="Initials">The letters at the end of the text, as in the source.</param>
internal sealed record ArticleText(string Title, string? Summary, string Body, string? Author, string? Source, string? Initials);

/// <summary>One piece of news. Its slug is for life; it stands in one category of each site that shows it, the first being its home.</summary>
internal sealed class Article : Aggregate<ArticleStatus, ArticleAction>, IJournaled
{
    public const int SlugMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int SummaryMaxLength = 1000;
    public const int BodyMaxLength = 200_000;
    public const int NameMaxLength = 300;
    public const int InitialsMaxLength = 20;

    private readonly List<ArticlePlace> _places = [];

    private Article()
    {
    }

    public Article(Guid id, string slug, ArticleStatus status, Actor by, DateTime now)
    {
        Id = id;
        Slug = slug;
        Begin(status, by, now);
    }

    public string Slug { get; private init; } = "";

    public string Title { get; private set; } = "";

    public string? Summary { get; private set; }

    public string Body { get; private set; } = "";

    public string? Author { get; private set; }

    public string? Source { get; private set; }

    public string? Initials { get; private set; }

    /// <summary>The day of what is told, which is not the day of publishing; null when unknown.</summary>
    public DateOnly? EventDay { get; private set; }

    /// <summary>Null when the source does not say.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public IReadOnlyList<ArticlePlace> Places => _places;

    public string JournalTitle => Title;

    protected override Flow<ArticleStatus, ArticleAction> Table => ArticleFlow.Table;

    public void Write(ArticleText text, DateOnly? eventDay, DateOnly? publishedOn)
    {
        Title = text.Title;
        Summary = text.Summary;
        Body = text.Body;
        Author = text.Author;
        Source = text.Source;
        Initials = text.Initials;
        EventDay = eventDay;
        PublishedOn = publishedOn;
    }

    /// <param name="categories">In the order in which they count: the first is the article's home.</param>
    public void PlaceIn(IReadOnlyList<Guid> categories)
    {
        if (_places.OrderBy(place => place.Position).Select(place => place.CategoryId).SequenceEqual(categories))
        {
            return;
        }

        _places.RemoveAll(place => !categories.Contains(place.CategoryId));
        for (var position = 0; position < categories.Count; position++)
        {
            if (_places.Find(place => place.CategoryId == categories[position]) is { } known)
            {
                known.Position = position;
            }
            else
            {
                _places.Add(new ArticlePlace(categories[position], position));
            }
        }
    }
}

/// <summary>That an article stands in a category.</summary>
internal sealed class ArticlePlace(Guid categoryId, int position)
{
    public Guid CategoryId { get; private init; } = categoryId;

    public int Position { get; internal set; } = position;
}
