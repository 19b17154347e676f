using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace PhuSa.Tests.Identity;

/// <summary>A true OpenID Connect provider on a port of its own. Who signs in there next is what the test says.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OpenIdProvider(WebApplication app) => _app = app;

    /// <summary>Claims of the next person; null refuses.</summary>
    public Dictionary<string, object>? Next { get; set; } = [];

    /// <summary>Another nonce than the one asked for, as an answer has that was meant for somebody else.</summary>
    public string? Nonce { get; set; }

    public string Authority => _app.Urls.First();

    public static async Task<OpenIdProvider> StartAsync()
    {
        OpenIdProvider? provider = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris("/connect/authorize").SetTokenEndpointUris("/connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.RegisterScopes(Scopes.Email, Scopes.Phone, Scopes.Profile);
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider!.Answer(context);
                return default;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        provider = new OpenIdProvider(app);
        // The first look makes its keys, which on a busy machine takes longer than the product waits for a provider.
        using var http = new HttpClient();
        foreach (var first in (string[])["openid-configuration", "jwks"])
        {
            await http.GetStringAsync(new Uri($"{provider.Authority}/.well-known/{first}"));
        }

        return provider;
    }

    /// <summary>Goes where the product sends the visitor, signs in there and brings back the address to return to.</summary>
    public static async Task<string> PassAsync(Uri there)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using var answer = await http.GetAsync(there);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Answer(HandleAuthorizationRequestContext context)
    {
        if (Next is null)
        {
            context.Reject(Errors.AccessDenied);
            return;
        }

        if (Nonce is not null)
        {
            context.Request.Nonce = Nonce;
        }

        var identity = new ClaimsIdentity("kiểm thử", Claims.Name, Claims.Role);
        foreach (var (type, value) in Next)
        {
            _ = value switch
            {
                bool yes => identity.SetClaim(type, yes),
                long number => identity.SetClaim(type, number),
                string[] many => identity.SetClaims(type, [.. many]),
                _ => identity.SetClaim(type, (string)value),
            };
        }

        identity.SetScopes(context.Request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        context.Principal = new ClaimsPrincipal(identity);
    }
}
