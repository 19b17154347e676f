using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Checking;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Marks.Statements;

/// <summary>The inspector's page, what it keeps on the phone, and the published keys.</summary>
internal static class OfflineEndpoints
{
    public const string Word = "ngoai-tuyen";
    public const string Page = $"{CheckAddress.Home}/{Word}";
    public const string EnglishPage = $"{CheckAddress.English}/{Word}";
    public const string Data = $"{Page}/du-lieu.json";

    /// <summary>Beside the page: what stands there also answers for the addresses of codes when the network is gone.</summary>
    private const string Worker = $"{Page}.js";
    private const string EnglishWorker = $"{EnglishPage}.js";
    private const string Html = "text/html; charset=utf-8";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddScoped<StatementKeys>();
        services.AddScoped<WarnedCodes>();
        services.AddScoped<OfflineWords>();
        services.AddSingleton<OfflineData>();
        return services;
    }

    public static void MapStatements(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(PublishedKeys.Address, Reading, PublishedKeys.AnswerAsync).ExcludeFromDescription();
        endpoints.MapMethods(Data, Reading, (HttpContext context, OfflineData data, ISites sites, CancellationToken cancellationToken) => data.AnswerAsync(context, sites, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(Page, Reading, (HttpContext context, OfflineWords words, CancellationToken cancellationToken) => PageAsync(english: false, context, words, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(EnglishPage, Reading, (HttpContext context, OfflineWords words, CancellationToken cancellationToken) => PageAsync(english: true, context, words, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(Worker, Reading, (HttpContext context, OfflineWords words, AssetFiles assets, CancellationToken cancellationToken) => WorkerAsync(english: false, context, words, assets, cancellationToken)).ExcludeFromDescription();
        endpoints.MapMethods(EnglishWorker, Reading, (HttpContext context, OfflineWords words, AssetFiles assets, CancellationToken cancellationToken) => WorkerAsync(english: true, context, words, assets, cancellationToken)).ExcludeFromDescription();
        endpoints.MapSignedCodes();
    }

    public static string WorkerOf(bool english) => english ? EnglishWorker : Worker;

    private static async Task<IResult> PageAsync(bool english, HttpContext context, OfflineWords words, CancellationToken cancellationToken)
    {
        var page = await WriteAsync(english, context, words, cancellationToken);
        context.Response.Headers.ContentSecurityPolicy = OfflinePage.Policy;
        context.Response.Headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
        return TypedResults.Text(page, Html, Encoding.UTF8);
    }

    /// <summary>A worker is changed when its bytes are: so it names the page it keeps by what stands in it.</summary>
    private static async Task<IResult> WorkerAsync(bool english, HttpContext context, OfflineWords words, AssetFiles assets, CancellationToken cancellationToken)
    {
        var page = await WriteAsync(english, context, words, cancellationToken);
        var kept = JsonSerializer.Serialize(
            new
            {
                Name = english ? "en" : "vi",
                Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page)).AsSpan(0, 8)),
                Page = english ? EnglishPage : Page,
                Files = new[] { assets.Path("offline.mjs") },
            },
            PageJson.Options);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text($"self.kept = {kept};\nimportScripts(\"{assets.Path("offline-worker.mjs")}\");\n", "text/javascript; charset=utf-8");
    }

    private static async Task<string> WriteAsync(bool english, HttpContext context, OfflineWords words, CancellationToken cancellationToken)
    {
        if (english)
        {
            CultureInfo.CurrentUICulture = English;
        }

        return OfflinePage.Write(await words.OfAsync(english, context, cancellationToken));
    }
}
