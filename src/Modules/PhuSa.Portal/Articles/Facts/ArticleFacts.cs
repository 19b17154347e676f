using System.Text.Json.Serialization;
using PhuSa.Platform;

namespace PhuSa.Portal.Articles.Facts;

/// <summary>One fact as an officer reads it in a comparison.</summary>
/// <param name="Name">Vietnamese, a key of the module's English table.</param>
/// <param name="Said">Null: nothing is known.</param>
internal sealed record FactSaid(string Name, string? Said);

/// <summary>What a kind of article says beside its text. Written, reviewed, compared and restored with the text, as one version; what is not known is null.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "of")]
[JsonDerivedType(typeof(LegalFacts), "legal")]
[JsonDerivedType(typeof(ProcedureFacts), "procedure")]
[JsonDerivedType(typeof(DirectoryFacts), "directory")]
internal abstract record ArticleFacts
{
    /// <summary>What readers filter and sort by.</summary>
    [JsonIgnore]
    public virtual ListedFacts Listed => ListedFacts.None;

    /// <summary>Every fact, known or not, in the order of the form.</summary>
    /// <param name="nameOf">Of another article.</param>
    public abstract IEnumerable<FactSaid> All(Func<Guid, string> nameOf);

    /// <summary>The same without a list that was left out for being empty.</summary>
    public virtual ArticleFacts Whole() => this;

    /// <returns>Nothing known yet; null for a kind without facts.</returns>
    public static ArticleFacts? Unknown(ArticleKind kind) => kind switch
    {
        ArticleKind.Legal => new LegalFacts(),
        ArticleKind.Procedure => new ProcedureFacts(),
        ArticleKind.Directory => new DirectoryFacts(),
        _ => null,
    };

    /// <summary>Words for search, a line for each fact; links to other articles are theirs to say.</summary>
    public IEnumerable<string> Words() => All(_ => "").Select(fact => fact.Said).OfType<string>().SelectMany(said => said.Split('\n')).Where(line => line.Length > 0);

    protected static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;

    protected static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } all ? all : null;

    protected static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>The facts that stand in columns of their own, as readers see them.</summary>
/// <param name="BodyName">Who issued the document, or carries the procedure out.</param>
/// <param name="SaidReplaced">It is said to be replaced by something that is not in the library.</param>
internal sealed record ListedFacts(
    string? Number,
    LegalType? Type,
    string? BodyName,
    string? Field,
    DateOnly? IssuedOn,
    DateOnly? EffectiveOn,
    DateOnly? EndsOn,
    bool SaidReplaced,
    IReadOnlyList<ArticleLink> Links)
{
    public static ListedFacts None { get; } = new(null, null, null, null, null, null, null, SaidReplaced: false, []);
}

internal enum LinkRole
{
    Replaces,
    Amends,
    BasedOn,
}

/// <summary>That an article which readers see points to a legal document.</summary>
internal sealed record ArticleLink(LinkRole Role, Guid TargetId);
