using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PhuSa.Platform.Web.Seals;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>What was signed, as bytes, with the signature over exactly them.</summary>
internal sealed record Envelope(byte[] Payload, Guid Key, string Signature)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static Envelope Of(SignedFacts facts, SigningKey key)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes<object>(facts, Json);
        return new Envelope(payload, key.Id, key.Sign(payload));
    }

    /// <returns>Null where the payload is none of this kind.</returns>
    public T? Read<T>()
        where T : SignedFacts
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Payload, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Whatever the product signs for somebody who asks.</summary>
/// <param name="For">What it is, so that one kind is not taken for another.</param>
/// <param name="Nonce">Of the asker.</param>
internal abstract record SignedFacts(string For, string Nonce, DateTime At);

/// <summary>What the product answers at one address.</summary>
internal sealed record AnswerFacts(string For, string Nonce, DateTime At, AnswerSeal Seal) : SignedFacts(For, Nonce, At)
{
    public const string Kind = "answer";
}

/// <summary>A seal as the list gives it out.</summary>
internal sealed record SealFact(
    long Number,
    Guid Id,
    Guid Article,
    string Slug,
    SealAct Act,
    int? Version,
    string Content,
    string? Hosts,
    string? Words,
    DateTime At,
    Guid Key,
    string Signature,
    string Link)
{
    public string Line => PublicationSeal.LineOf(Id, Article, Slug, Act, Version, Content, Hosts, Words, DateTime.SpecifyKind(At, DateTimeKind.Utc), Key);
}

/// <summary>The list of what was published, from one number on, and what the sites say of themselves.</summary>
/// <param name="HeadNumber">The last number there is.</param>
/// <param name="Hosts">Of the sites themselves.</param>
/// <param name="Allowed">Foreign hosts that pages may name; a point in front stands for every host that ends so.</param>
/// <param name="Named">Foreign hosts that published articles name.</param>
/// <param name="Words">Betting words that published articles say on purpose.</param>
/// <param name="Quiet">The mark of looks that are not visits.</param>
internal sealed record ListFacts(
    string For,
    string Nonce,
    DateTime At,
    long HeadNumber,
    string HeadLink,
    IReadOnlyList<SealFact> Seals,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<string> Named,
    IReadOnlyList<string> Words,
    string Quiet) : SignedFacts(For, Nonce, At)
{
    public const string Kind = "list";
}
