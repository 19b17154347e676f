using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Search;

/// <summary>Which sites' documents are looked at, seen from one site.</summary>
public enum SearchPlace
{
    /// <summary>What this site has.</summary>
    Here,

    /// <summary>What only other sites have.</summary>
    Elsewhere,
    Everywhere,
}

/// <summary>What somebody asks for.</summary>
/// <param name="Text">As typed: words, with or without marks; in quotation marks what has to stand together.</param>
public sealed record SearchQuestion(string Text)
{
    public const int LongestText = 200;

    /// <summary>Code of the site on which it is asked.</summary>
    public string Site { get; init; } = "";

    public SearchPlace Place { get; init; } = SearchPlace.Here;

    /// <summary>Code of one kind; null: all.</summary>
    public string? Kind { get; init; }

    /// <summary>First day; null: any. With a day asked for, documents without one are not found.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 20;
}

/// <summary>A piece of a text; marked where it is what was asked for.</summary>
public sealed record SearchPiece(string Text, bool Marked);

/// <summary>A found document.</summary>
/// <param name="Url">Root-relative, on the sites that have it.</param>
/// <param name="Sites">Empty: every site; else its home first.</param>
/// <param name="Snippet">The place of its text that tells most of why it was found.</param>
public sealed record SearchHit(
    string Kind, string Url, IReadOnlyList<string> Sites, IReadOnlyList<SearchPiece> Title, string? Detail, IReadOnlyList<SearchPiece> Snippet, DateOnly? Day);

/// <summary>What was found.</summary>
public sealed record SearchAnswer
{
    /// <summary>No further than this are documents counted and paged.</summary>
    public const int MostCounted = 1000;

    /// <summary>False while this instance makes its index.</summary>
    public bool IsReady { get; init; } = true;

    /// <summary>The text held at least one word.</summary>
    public bool IsAsked { get; init; }

    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>At most <see cref="MostCounted"/>.</summary>
    public int Count { get; init; }

    /// <summary>Of other sites' documents, where this site's were asked for; counted among the two thousand newest that match.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Where nothing was found: what would find something.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>A kind of document, for filters and labels.</summary>
/// <param name="Name">Vietnamese, a key of an English table.</param>
/// <param name="IsForReaders">Not of the office only.</param>
public sealed record SearchKind(string Code, string Name, bool IsForReaders);

/// <summary>The one search engine of the house.</summary>
public interface ISearch
{
    IReadOnlyList<SearchKind> Kinds { get; }

    /// <summary>What every reader finds.</summary>
    SearchAnswer Find(SearchQuestion question);

    /// <summary>What a person of the office finds among the records that their rights and their organisation show; also by the beginning of the last word.</summary>
    SearchAnswer FindInOffice(SearchQuestion question, SignedIn person);
}
