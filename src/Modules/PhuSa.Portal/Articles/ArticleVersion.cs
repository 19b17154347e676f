using PhuSa.Vietnamese;

namespace PhuSa.Portal.Articles;

/// <summary>Who writes: the person, where one is signed in, and the name that is kept.</summary>
internal sealed record Writer(Guid? Id, string Name, string? Detail);

/// <summary>An article as it was saved once. Written once, never changed.</summary>
internal sealed class ArticleVersion
{
    private ArticleVersion()
    {
    }

    public ArticleVersion(Guid articleId, int number, Guid? revisionId, ArticleContent content, Writer by, DateTime now, int? restoredFrom)
    {
        ArticleId = articleId;
        Number = number;
        RevisionId = revisionId;
        Content = content.Written();
        WriterId = by.Id;
        By = by.Name;
        ByDetail = by.Detail;
        WriterText = SearchText.Fold($"{by.Name} {content.Text.Author} {content.Text.Initials}");
        At = now;
        RestoredFrom = restoredFrom;
    }

    public Guid ArticleId { get; private init; }

    /// <summary>From 1 in each article.</summary>
    public int Number { get; private init; }

    /// <summary>The way to the public it is part of; null for what was imported.</summary>
    public Guid? RevisionId { get; private init; }

    /// <summary>JSON of an <see cref="ArticleContent"/>.</summary>
    public string Content { get; private init; } = "";

    /// <summary>Null for what nobody signed in has written. A text of the office is no data about its writer, so it is no column about a person.</summary>
    public Guid? WriterId { get; private init; }

    public string By { get; private init; } = "";

    public string? ByDetail { get; private init; }

    /// <summary>Folded, for the office's lists: who saved it and who is named under it. Here and not on the article, whose changes the journal tells in the clear.</summary>
    public string WriterText { get; private init; } = "";

    public DateTime At { get; private init; }

    /// <summary>The number of the version whose content this one brought back.</summary>
    public int? RestoredFrom { get; private init; }

    public ArticleContent Read() => ArticleContent.Read(Content);
}
