using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Publishing;

/// <summary>An article as somebody in the office holds it.</summary>
/// <param name="Revision">The open one; null where none is.</param>
/// <param name="Latest">Null only for an article older than its versions.</param>
/// <param name="Content">What is being worked on: the open revision's text, else what readers see, else the last draft.</param>
internal sealed record ArticleInHand(Article Article, Revision? Revision, ArticleVersion? Latest, ArticleContent Content)
{
    public string Address => OfficeAddress.Of(Article.Id);

    /// <summary>Everywhere it stands or is to stand.</summary>
    public IEnumerable<Guid> Categories => Article.Places.Select(place => place.CategoryId).Concat(Content.Categories).Distinct();
}

/// <summary>Addresses of the office's pages about articles.</summary>
internal static class OfficeAddress
{
    public const string Articles = "/quan-tri/bai-viet";

    public static string Of(Guid id) => $"{Articles}/{id}";
}
