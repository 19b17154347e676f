using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Signing;

/// <summary>Where an agency's key lies and how the product may ask for a signature: <c>Papers:Signing:{code}:Remote:…</c>.</summary>
/// <param name="Service">The base address of the service, as far as <c>…/csc/v1</c> or <c>…/csc/v2</c>.</param>
/// <param name="Credential">The key's name at the service (credentialID).</param>
/// <param name="Token">A standing bearer token; null where one is fetched with the client's secret.</param>
/// <param name="Pin">Releases the key; null where the service asks for none.</param>
internal sealed record RemoteKey(Uri Service, string Credential, string? Token, Uri? TokenService, string? ClientId, string? ClientSecret, string? Pin)
{
    /// <summary>Version 1.0.4 names some members otherwise than version 2.</summary>
    public bool IsFirstVersion => Service.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal);

    /// <exception cref="RefusedException">An address is missing, or would carry the token in the open.</exception>
    public static RemoteKey Of(IConfigurationSection settings) => new(
        Safe(settings["Url"]) ?? throw Unsafe(),
        settings["Credential"] ?? throw new RefusedException("Cấu hình ký số từ xa thiếu mã chứng thư (Credential). Hãy báo người quản trị."),
        settings["Token"],
        settings["TokenUrl"] is { Length: > 0 } address ? Safe(address) ?? throw Unsafe() : null,
        settings["ClientId"],
        settings["ClientSecret"],
        settings["Pin"]);

    private static Uri? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) ? url : null;

    private static RefusedException Unsafe() => new("Địa chỉ của dịch vụ ký số phải bắt đầu bằng https://. Hãy báo người quản trị.");
}

/// <summary>
/// A signing service that keeps the agency's key and is told only the digest to sign: the API of the Cloud Signature Consortium, versions 1.0.4 and 2.0
/// (<c>credentials/info</c>, <c>credentials/authorize</c>, <c>signatures/signHash</c>). Keys are RSA.
/// </summary>
internal sealed partial class RemoteSigner(IHttpClientFactory clients, ILogger<RemoteSigner> log)
{
    /// <summary>The name of the HTTP client: it follows no redirection, so that token and PIN go nowhere else.</summary>
    public const string Client = "papers-signing";

    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";
    private const int CodeMaxLength = 60;

    /// <returns>The agency's certificate first, behind it those of the authorities.</returns>
    /// <exception cref="RefusedException">The service does not answer, refuses, or its key is out of use.</exception>
    public async Task<X509Certificate2Collection> CertificatesAsync(RemoteKey key, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(key, cancellationToken);
        var answer = await session.AskAsync("credentials/info", new JsonObject { ["credentialID"] = key.Credential, ["certificates"] = "chain" }, cancellationToken);
        var all = new X509Certificate2Collection();
        try
        {
            foreach (var certificate in ((answer["cert"] as JsonObject)?["certificates"] as JsonArray ?? []).Select(Text).OfType<string>())
            {
                all.Add(X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate)));
            }
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw Strange(e);
        }

        return Text((answer["key"] as JsonObject)?["status"]) is "enabled" or null && all.Count > 0
            ? all
            : throw new RefusedException("Chứng thư số ở dịch vụ ký số đang bị khoá hoặc chưa có. Hãy báo người quản trị.");
    }

    /// <param name="hash">SHA-256 of what is signed.</param>
    /// <returns>The signature (RSA, PKCS#1 v1.5).</returns>
    /// <exception cref="RefusedException">The service does not answer or refuses. Nothing is signed then.</exception>
    public async Task<byte[]> SignAsync(RemoteKey key, byte[] hash, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(key, cancellationToken);
        var digest = Convert.ToBase64String(hash);
        var authorization = await session.AskAsync("credentials/authorize", Authorization(key, digest), cancellationToken);
        var body = new JsonObject
        {
            ["credentialID"] = key.Credential,
            ["SAD"] = Text(authorization["SAD"]) ?? throw Strange(null),
            [key.IsFirstVersion ? "hash" : "hashes"] = new JsonArray(digest),
            [key.IsFirstVersion ? "hashAlgo" : "hashAlgorithmOID"] = Sha256,
            ["signAlgo"] = RsaWithSha256,
        };
        var answer = await session.AskAsync("signatures/signHash", body, cancellationToken);
        try
        {
            return Convert.FromBase64String(Text((answer["signatures"] as JsonArray)?.FirstOrDefault()) ?? "");
        }
        catch (FormatException e)
        {
            throw Strange(e);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Authorization(RemoteKey key, string digest)
    {
        var body = new JsonObject { ["credentialID"] = key.Credential, ["numSignatures"] = 1, [key.IsFirstVersion ? "hash" : "hashes"] = new JsonArray(digest) };
        if (!key.IsFirstVersion)
        {
            body["hashAlgorithmOID"] = Sha256;
        }

        if (key.Pin is { Length: > 0 } pin)
        {
            body[key.IsFirstVersion ? "PIN" : "authData"] = key.IsFirstVersion ? pin : new JsonArray(new JsonObject { ["id"] = "PIN", ["value"] = pin });
        }

        return body;
    }

    private async Task<Session> OpenAsync(RemoteKey key, CancellationToken cancellationToken)
    {
        var session = new Session(clients.CreateClient(Client), key.Service, this);
        try
        {
            session.Identify(key.Token ?? await TokenAsync(session, key, cancellationToken));
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>OAuth 2.0, the client's own credentials (RFC 6749, 4.4).</summary>
    private async Task<string?> TokenAsync(Session session, RemoteKey key, CancellationToken cancellationToken)
    {
        if (key.TokenService is null)
        {
            return null;
        }

        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", key.ClientId ?? ""), new("client_secret", key.ClientSecret ?? ""), new("scope", "service")]);
        var answer = await session.SendAsync(key.TokenService, form, cancellationToken);
        return Text(answer["access_token"]) ?? throw Strange(null);
    }

    private RefusedException Strange(Exception? fault)
    {
        Misunderstood(fault);
        return new RefusedException("Dịch vụ ký số trả lời không đúng quy cách, chưa có gì được ký. Hãy báo người quản trị.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing service could not be reached")]
    private partial void Away(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing service refused {Path} with {Status}: {Answer}")]
    private partial void Said(string path, int status, string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing service answered what is not understood")]
    private partial void Misunderstood(Exception? fault);

    /// <summary>The requests of one signature.</summary>
    private sealed class Session(HttpClient http, Uri service, RemoteSigner signer) : IDisposable
    {
        private readonly Uri _base = new(service.AbsoluteUri.TrimEnd('/') + "/");

        public void Identify(string? token) => http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        public async Task<JsonNode> AskAsync(string path, JsonObject body, CancellationToken cancellationToken)
        {
            using var content = JsonContent.Create(body);
            return await SendAsync(new Uri(_base, path), content, cancellationToken);
        }

        public async Task<JsonNode> SendAsync(Uri address, HttpContent content, CancellationToken cancellationToken)
        {
            try
            {
                using var answer = await http.PostAsync(address, content, cancellationToken);
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                return answer.IsSuccessStatusCode ? JsonNode.Parse(text) as JsonObject ?? throw signer.Strange(null) : throw Refusal(address, (int)answer.StatusCode, text);
            }
            catch (JsonException e)
            {
                throw signer.Strange(e);
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                signer.Away(e);
                throw new RefusedException("Dịch vụ ký số không trả lời, chưa có gì được ký. Hãy thử lại sau ít phút.");
            }
        }

        public void Dispose() => http.Dispose();

        /// <summary>The officer reads the service's short code; the log has what it said.</summary>
        private RefusedException Refusal(Uri address, int status, string text)
        {
            signer.Said(address.AbsolutePath, status, text.Length > 500 ? text[..500] : text);
            string? code = null;
            try
            {
                code = Text((JsonNode.Parse(text) as JsonObject)?["error"]);
            }
            catch (JsonException)
            {
                // Not every proxy in between answers in JSON.
            }

            code = code is { Length: > 0 and <= CodeMaxLength } ? code : status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new RefusedException("Dịch vụ ký số từ chối, chưa có gì được ký (mã {0}). Hãy báo người quản trị.", code);
        }
    }
}
