using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace PhuSa.Identity.Elsewhere;

/// <summary>Makes an authentication scheme of every configured provider: authorization code with PKCE, nothing kept of its tokens.</summary>
internal sealed partial class ProviderSchemes(Providers providers, ILogger<ProviderSchemes> log) : IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>Where people are told that signing in elsewhere did not work.</summary>
    public const string Failed = "/dang-nhap/sso/loi";

    private const int AnswersWithinSeconds = 10;
    private static readonly string[] Asked = ["sub", "name", "email", "email_verified", "phone_number", "phone_number_verified"];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Providers>();
        services.AddSingleton<Platform.IWarmUp>(provider => provider.GetRequiredService<Providers>());
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, ProviderSchemes>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ProviderSchemes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddTransient<OpenIdConnectHandler>();
        services.AddScoped<SignInElsewhere>();
    }

    public void Configure(AuthenticationOptions options)
    {
        foreach (var provider in providers.All)
        {
            options.AddScheme<OpenIdConnectHandler>(provider.Scheme, provider.Name);
        }
    }

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (providers.OfScheme(name) is not { } provider)
        {
            return;
        }

        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = provider.Authority;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = provider.Callback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // An answer in the address: one that is posted from elsewhere would need cookies that plain http does not have.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(AnswersWithinSeconds);
        // The library checks tokens against the machine's clock; a handshake has one clock.
        options.TimeProvider = TimeProvider.System;
        // Over plain http only to this very machine: a provider under test.
        options.RequireHttpsMetadata = !(Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback);
        Scopes(options, provider);
        Cookies(options);
        options.Events.OnRemoteFailure = TellAsync;
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            if (provider.AcrValues.Count > 0)
            {
                context.ProtocolMessage.AcrValues = string.Join(' ', provider.AcrValues);
            }

            return Task.CompletedTask;
        };
    }

    private static void Scopes(OpenIdConnectOptions options, Provider provider)
    {
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }

        options.ClaimActions.Clear();
        foreach (var claim in Asked)
        {
            options.ClaimActions.MapUniqueJsonKey(claim, claim);
        }
    }

    private static void Cookies(OpenIdConnectOptions options)
    {
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Refused there, forged, replayed, too late, or the provider is down: the person reads a sentence, the log says which.</summary>
    private Task TellAsync(RemoteFailureContext context)
    {
        NotSignedIn(log, context.Failure, context.Scheme.Name);
        context.Response.Redirect(Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in through {Scheme} came to nothing.")]
    private static partial void NotSignedIn(ILogger log, Exception? failure, string scheme);
}
