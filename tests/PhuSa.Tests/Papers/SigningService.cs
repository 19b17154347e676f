using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PhuSa.Tests.Papers;

/// <summary>A remote signing service as its specification orders it: a token, a PIN, and an authorization that is good for one digest once.</summary>
internal sealed class SigningService : IAsyncDisposable
{
    public const string Token = "the-cua-co-quan";
    public const string Pin = "246810";
    public const string Secret = "bi-mat-cua-phan-mem";

    private readonly SigningAuthorityFile _authority;
    private readonly bool _isFirstVersion;
    private readonly WebApplication _service;
    private readonly ConcurrentDictionary<string, string> _authorized = new(StringComparer.Ordinal);

    private SigningService(SigningAuthorityFile authority, int version)
    {
        (_authority, _isFirstVersion) = (authority, version == 1);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapPost("/oauth2/token", (Delegate)GiveTokenAsync);
        foreach (var (path, answer) in new (string, Func<JsonObject, IResult>)[] { ("credentials/info", Info), ("credentials/authorize", Authorize), ("signatures/signHash", Sign) })
        {
            _service.MapPost($"/csc/v{version}/{path}", context => AnswerAsync(context, answer));
        }
    }

    /// <summary>What the service does otherwise than it should.</summary>
    public Func<string, JsonObject, IResult?> Fault { get; set; } = (_, _) => null;

    public IReadOnlyList<X509Certificate2>? Certificates { get; set; }

    public ConcurrentQueue<string> Signed { get; } = new();

    public string Url { get; private set; } = "";

    public string TokenUrl => new Uri(new Uri(Url), "/oauth2/token").AbsoluteUri;

    public static async Task<SigningService> StartAsync(SigningAuthorityFile authority, int version)
    {
        var service = new SigningService(authority, version);
        await service._service.StartAsync();
        service.Url = $"{service._service.Urls.Single()}/csc/v{version}/";
        return service;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static async Task<IResult> GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return form["grant_type"] == "client_credentials" && form["client_id"] == "phu-sa" && form["client_secret"] == Secret ? Results.Json(new JsonObject { ["access_token"] = Token, ["token_type"] = "Bearer" }) : Error("invalid_client");
    }

    private static IResult Error(string code, int status = 400) => Results.Json(new JsonObject { ["error"] = code, ["error_description"] = "…" }, statusCode: status);

    private async Task AnswerAsync(HttpContext context, Func<JsonObject, IResult> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync())!;
        var result = context.Request.Headers.Authorization != $"Bearer {Token}" ? Error("invalid_token", 401)
            : (string?)body["credentialID"] != "so-khcn" ? Error("invalid_request")
            : Fault(context.Request.Path.Value!.Split('/')[^1], body) ?? answer(body);
        await result.ExecuteAsync(context);
    }

    private IResult Info(JsonObject body) => Results.Json(new JsonObject
    {
        ["key"] = new JsonObject { ["status"] = "enabled", ["algo"] = new JsonArray("1.2.840.113549.1.1.1"), ["len"] = 2048 },
        ["cert"] = new JsonObject { ["status"] = "valid", ["certificates"] = new JsonArray([.. (Certificates ?? [_authority.Certificate, _authority.Root]).Select(certificate => JsonValue.Create(Convert.ToBase64String(certificate.RawData)))]) },
    });

    private IResult Authorize(JsonObject body)
    {
        var pin = _isFirstVersion ? (string?)body["PIN"] : (string?)(body["authData"] as JsonArray)?.Single(data => (string?)data!["id"] == "PIN")!["value"];
        if (pin != Pin || (int?)body["numSignatures"] != 1)
        {
            return Error("invalid_pin");
        }

        var sad = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _authorized[sad] = Digest(body);
        return Results.Json(new JsonObject { ["SAD"] = sad, ["expiresIn"] = 300 });
    }

    private IResult Sign(JsonObject body)
    {
        var digest = Digest(body);
        if (!_authorized.TryRemove((string?)body["SAD"] ?? "", out var authorized) || authorized != digest || (string?)body[_isFirstVersion ? "hashAlgo" : "hashAlgorithmOID"] != "2.16.840.1.101.3.4.2.1" || (string?)body["signAlgo"] != "1.2.840.113549.1.1.11")
        {
            return Error("invalid_request");
        }

        Signed.Enqueue(digest);
        using var key = _authority.Certificate.GetRSAPrivateKey()!;
        return Results.Json(new JsonObject { ["signatures"] = new JsonArray(Convert.ToBase64String(key.SignHash(Convert.FromBase64String(digest), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))) });
    }

    private string Digest(JsonObject body) => (string)((JsonArray)body[_isFirstVersion ? "hash" : "hashes"]!).Single()!;
}
