using System.Net;
using System.Text.RegularExpressions;
using PhuSa.Marks.Statements;

namespace PhuSa.Tests.Marks.Statements;

/// <summary>Point 13: the inspector's page, as it is kept on a phone.</summary>
public sealed partial class OfflinePageTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Theory]
    [InlineData(OfflineEndpoints.Page, "vi", "Kiểm tra nhãn khi mất mạng")]
    [InlineData(OfflineEndpoints.EnglishPage, "en", "Check a label without network")]
    public async Task The_page_says_nowhere_that_a_right_is_in_force_and_runs_no_inline_script(string address, string language, string title)
    {
        using var answer = await house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hiệu lực", WebUtility.HtmlDecode(html), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("in force", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.All(Scripts.Matches(html), script => Assert.Matches("^<script type=\"module\" src=\"/assets/offline\\.[0-9a-f]+\\.mjs\"></script>$", script.Value));
        Assert.DoesNotMatch("(?i) on[a-z]+=| style=", html);
        Assert.Contains("<p id=\"off\"", html, StringComparison.Ordinal);
        Assert.Contains("camera=(self)", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/xac-minh/ngoai-tuyen.js", OfflineEndpoints.Page)]
    [InlineData("/en/xac-minh/ngoai-tuyen.js", OfflineEndpoints.EnglishPage)]
    public async Task The_worker_keeps_the_page_and_files_that_are_there_and_is_asked_for_each_time(string address, string page)
    {
        var http = house.App.Visit().Http;
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        var script = await answer.Content.ReadAsStringAsync();

        Assert.Equal(("text/javascript", "no-cache"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        Assert.Contains($"\"page\":\"{page}\"", script, StringComparison.Ordinal);
        var files = Assets.Matches(script).Select(match => match.Value).ToList();
        Assert.Equal(2, files.Count);
        foreach (var file in files)
        {
            using var found = await http.GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        }

        Assert.Equal(script, await http.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    [Fact]
    public async Task The_form_of_the_check_leads_to_it()
    {
        var visitor = await house.App.Visit().OpenAsync("/xac-minh");
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='{OfflineEndpoints.Page}']"));
    }

    [GeneratedRegex("<script.*?</script>")]
    private static partial Regex Scripts { get; }

    [GeneratedRegex("/assets/offline[^\"]*")]
    private static partial Regex Assets { get; }
}
