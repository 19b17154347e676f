using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PhuSa.Office.Channels;
using PhuSa.Platform.Notices;

namespace PhuSa.Tests.Office;

/// <summary>A provider's gateway: what it was sent, and how it answers.</summary>
public sealed class GatewayChannelTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Body, string? Token, string? Key)> _received = new();
    private readonly ServiceProvider _clients = new ServiceCollection().AddHttpClient(GatewayChannel.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).Services.BuildServiceProvider();
    private WebApplication _gateway = null!;
    private string _url = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _gateway = builder.Build();
        _gateway.MapPost("/{answer}", async (string answer, HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _received.Enqueue((await reader.ReadToEndAsync(), context.Request.Headers["X-Token"], context.Request.Headers["Idempotency-Key"]));
            if (answer == "cham")
            {
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
            }

            return answer == "di-noi-khac" ? Results.Redirect("/200") : answer == "200" ? Results.Text("""{"CodeResult":"100"}""") : Results.Text("số máy không đúng", statusCode: int.Parse(answer));
        });
        await _gateway.StartAsync();
        _url = _gateway.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _clients.DisposeAsync();
    }

    [Fact]
    public async Task A_message_fills_the_template_and_breaks_out_of_no_string()
    {
        var id = Guid.CreateVersion7();
        var text = "Hồ sơ \"Xoài\", {to} \\ \n</script>\",\"to\":\"+84999999999";

        await Channel(("Body", """{"to":["{to}"],"content":"[Phu Sa] {text}","ref":"{id}","flash":false,"n":1}"""), ("Token", "Bearer s3cret"), ("Header", "X-Token"))
            .SendAsync(new("+84912345678", "bỏ qua", text, id), CancellationToken.None);

        var (body, token, key) = Assert.Single(_received);
        var json = JsonNode.Parse(body)!;
        Assert.Equal("+84912345678", (string?)json["to"]!.AsArray().Single());
        Assert.Equal($"[Phu Sa] {text}", (string?)json["content"]);
        Assert.Equal(id.ToString("N"), (string?)json["ref"]);
        Assert.False((bool)json["flash"]!);
        Assert.Equal(id.ToString("N"), key);
        Assert.Equal("Bearer s3cret", token);
    }

    [Theory]
    [InlineData("400", true)]
    [InlineData("422", true)]
    [InlineData("401", false)]
    [InlineData("429", false)]
    [InlineData("500", false)]
    [InlineData("503", false)]
    [InlineData("di-noi-khac", false)]
    [InlineData("cham", false)]
    public async Task A_refusal_of_the_message_is_for_good_any_other_trouble_is_tried_again(string answer, bool forGood)
    {
        var failed = await Assert.ThrowsAsync<MessageNotSentException>(() => Channel(("Url", $"{_url}/{answer}"), ("TimeoutSeconds", "1")).SendAsync(new("+84912345678", "", "a", Guid.CreateVersion7()), CancellationToken.None));

        Assert.Equal(forGood, failed.ForGood);
        Assert.Single(_received);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_tried_again()
    {
        await _gateway.StopAsync();

        Assert.False((await Assert.ThrowsAsync<MessageNotSentException>(() => Channel().SendAsync(new("+84912345678", "", "a", Guid.CreateVersion7()), CancellationToken.None))).ForGood);
    }

    [Fact]
    public async Task An_answer_without_the_word_that_accepts_is_a_refusal()
    {
        await Channel(("Accepted", "\"CodeResult\":\"100\"")).SendAsync(new("+84912345678", "", "a", Guid.CreateVersion7()), CancellationToken.None);
        await Assert.ThrowsAsync<MessageNotSentException>(() => Channel(("Accepted", "\"CodeResult\":\"101\"")).SendAsync(new("+84912345678", "", "a", Guid.CreateVersion7()), CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_goes_in_the_clear_to_another_machine_and_without_an_address_there_is_no_channel()
    {
        await Assert.ThrowsAsync<MessageNotSentException>(() => Channel(("Url", "http://sms.example/gui")).SendAsync(new("+84912345678", "", "a", Guid.CreateVersion7()), CancellationToken.None));
        Assert.False(Channel(("Url", null)).IsConfigured);
    }

    private SmsChannel Channel(params (string Key, string? Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Messages:Sms:Url", $"{_url}/200")]).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Messages:Sms:{setting.Key}", setting.Value))).Build(),
        _clients.GetRequiredService<IHttpClientFactory>());
}
