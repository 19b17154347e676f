namespace PhuSa.Portal.Articles;

/// <summary>That a news stands first on the home page of a site for a time. It falls back by itself: whoever reads asks for the day.</summary>
internal sealed class ArticlePin(string site, DateOnly until)
{
    /// <summary>Code of the site.</summary>
    public string Site { get; private init; } = site;

    /// <summary>The last day.</summary>
    public DateOnly Until { get; internal set; } = until;
}
