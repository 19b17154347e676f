using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Channels;

/// <summary>SMS or Zalo over the HTTPS gateway of whichever provider is configured: <c>Messages:Sms</c>, <c>Messages:Zalo</c>.</summary>
internal abstract class GatewayChannel(string code, IConfigurationSection settings, IHttpClientFactory clients) : IMessageChannel
{
    /// <summary>The name of the HTTP client: it follows no redirection, so that the token goes nowhere else.</summary>
    public const string Client = "messages";

    private const string DefaultBody = """{"to":"{to}","text":"{text}","id":"{id}"}""";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string Code => code;

    public bool IsConfigured => settings["Url"] is { Length: > 0 };

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var request = Request(message);
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        slow.CancelAfter(TimeSpan.FromSeconds(settings.GetValue("TimeoutSeconds", 15)));
        try
        {
            using var http = clients.CreateClient(Client);
            using var answer = await http.SendAsync(request, slow.Token);
            Judge(answer.StatusCode, await answer.Content.ReadAsStringAsync(slow.Token));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotSent(MessageErrors.GatewaySlow, e, forGood: false);
        }
        catch (HttpRequestException e)
        {
            throw NotSent(MessageErrors.GatewayAway, e, forGood: false, e.Message);
        }
    }

    private HttpRequestMessage Request(OutgoingMessage message)
    {
        if (!Uri.TryCreate(settings["Url"], UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            throw NotSent(MessageErrors.NotSecure, inner: null, forGood: false);
        }

        var body = Filled(JsonNode.Parse(settings["Body"] ?? DefaultBody), message)!.ToJsonString(Json);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", message.Id.ToString("N"));
        if (settings["Token"] is { Length: > 0 } token)
        {
            request.Headers.TryAddWithoutValidation(settings["Header"] ?? "Authorization", token);
        }

        return request;
    }

    private void Judge(HttpStatusCode status, string body)
    {
        var said = body.Length > 200 ? body[..200] : body;
        if ((int)status is < 200 or > 299)
        {
            throw NotSent(MessageErrors.GatewayRefused, inner: null, status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, (int)status, said);
        }

        if (settings["Accepted"] is { Length: > 0 } accepted && !body.Contains(accepted, StringComparison.Ordinal))
        {
            throw NotSent(MessageErrors.GatewayDoubted, inner: null, forGood: false, said);
        }
    }

    private static MessageNotSentException NotSent(string sentence, Exception? inner, bool forGood, params object[] args) =>
        new(MessageErrors.Filled(sentence, args), inner, forGood);

    /// <summary>Places are filled inside the strings of the template, so no text can end a string and begin something else.</summary>
    private static JsonNode? Filled(JsonNode? node, OutgoingMessage message) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value, message)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, message))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Filled(text, message)),
        _ => node?.DeepClone(),
    };

    private static string Filled(string text, OutgoingMessage message) => text switch
    {
        "{to}" => message.To,
        "{text}" => message.Text,
        "{id}" => message.Id.ToString("N"),
        _ => string.Join(message.Text, text.Replace("{to}", message.To, StringComparison.Ordinal).Replace("{id}", message.Id.ToString("N"), StringComparison.Ordinal).Split("{text}")),
    };
}

internal sealed class SmsChannel(IConfiguration configuration, IHttpClientFactory clients) : GatewayChannel(MessageChannels.Sms, configuration.GetSection("Messages:Sms"), clients);

internal sealed class ZaloChannel(IConfiguration configuration, IHttpClientFactory clients) : GatewayChannel(MessageChannels.Zalo, configuration.GetSection("Messages:Zalo"), clients);
