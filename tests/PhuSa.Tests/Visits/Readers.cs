using System.Globalization;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Portal.Visits;

namespace PhuSa.Tests.Visits;

/// <summary>People who read pages, each with a browser of their own, and the numbers they are shown.</summary>
internal static class Readers
{
    public const string Page = "/thong-ke-truy-cap";
    public const string Phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";

    public static HttpClient Reader(this App app, string userAgent = Phone, string site = "khcn.localhost", string? encoding = null)
    {
        var http = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri($"http://{site}/"), HandleCookies = false });
        if (userAgent.Length > 0)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        }

        if (encoding is not null)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return http;
    }

    public static string Browser(int number) => $"{Phone} #{number.ToString(CultureInfo.InvariantCulture)}";

    public static async Task<VisitNumbers> NumbersAsync(this App app, string? path = Page, string site = "khcn.localhost")
    {
        using var http = app.CreateClient(new() { BaseAddress = new Uri($"http://{site}/") });
        return (await http.GetFromJsonAsync<VisitNumbers>("/api/v1/visits" + (path is null ? "" : $"?path={Uri.EscapeDataString(path)}")))!;
    }

    public static async Task<(long Online, long Today, long Total, long Views)> ShownAsync(this HttpClient reader, string path = Page)
    {
        var page = new HtmlParser().ParseDocument(await reader.GetStringAsync(path));
        long Number(string id) => long.Parse(page.GetElementById(id)!.TextContent.Replace(".", ""), CultureInfo.InvariantCulture);
        return (Number("online"), Number("today"), Number("total"), Number("views"));
    }

    public static Task FoldAsync(this App app) => app.Services.GetRequiredService<VisitBook>().FoldAsync(CancellationToken.None);
}
