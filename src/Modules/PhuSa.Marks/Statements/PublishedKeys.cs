using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Statements;

/// <summary>
/// The public keys as a JWK set (RFC 7517) with two members more: whose they are, and which keys are compromised. Those are in no set, so that a program
/// that knows nothing of the second member believes them just as little.
/// </summary>
internal static class PublishedKeys
{
    public const string Address = "/.well-known/phusa-marks.json";
    private const string Type = "application/jwk-set+json";

    public static async Task<IResult> AnswerAsync(HttpContext context, StatementKeys keys, ISites sites, CancellationToken cancellationToken)
    {
        var set = Of(await IssuerAsync(sites, context, cancellationToken), await keys.AllAsync(cancellationToken));
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(set, PageJson.Options);
        context.Response.Headers.CacheControl = "public, max-age=300";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Bytes(bytes, Type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }

    public static async Task<string> IssuerAsync(ISites sites, HttpContext context, CancellationToken cancellationToken) =>
        new Uri((await sites.OfThemeAsync(SiteThemes.Department, context, cancellationToken)).Address).Host;

    public static JsonObject Of(string issuer, IReadOnlyList<StatementKey> keys) => new()
    {
        ["issuer"] = issuer,
        ["keys"] = new JsonArray([.. keys.Where(key => key.CompromisedAt is null).Select(key => (JsonNode)Public(key))]),
        ["compromised"] = new JsonArray([.. keys.Where(key => key.CompromisedAt is not null).Select(key => (JsonNode)new JsonObject { ["kid"] = key.Kid, ["since"] = Seconds(key.CompromisedAt!.Value) })]),
    };

    /// <summary>With the time in which it signed, in seconds.</summary>
    private static JsonObject Public(StatementKey key)
    {
        var (x, y) = key.Point();
        var jwk = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = key.Kid, ["x"] = x, ["y"] = y, ["from"] = Seconds(key.MadeAt) };
        if (key.RetiredAt is { } retired)
        {
            jwk["retired"] = Seconds(retired);
        }

        return jwk;
    }

    private static long Seconds(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeSeconds();
}
