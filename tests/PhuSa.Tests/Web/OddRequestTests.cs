using System.Net;
using Microsoft.AspNetCore.Http;

namespace PhuSa.Tests.Web;

/// <summary>Requests that no browser makes get an answer, not an error of ours.</summary>
public sealed class OddRequestTests(App app)
{
    [Fact]
    public async Task Trace_is_not_allowed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Trace, new Uri("/", UriKind.Relative));
        using var response = await app.Visit().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/bao-cao")]
    [InlineData("PUT", "/khong-co")]
    [InlineData("DELETE", "/")]
    public async Task A_page_of_refusal_has_its_live_numbers_filled(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await app.Visit().Http.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.DoesNotContain('\uE0F0', page);
    }

    [Theory]
    [InlineData("/api/v1/nope")]
    [InlineData("/api")]
    public async Task A_program_that_asks_for_nothing_known_gets_a_problem_not_a_page(string path)
    {
        using var response = await app.Visit().Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("xn--h-zja")]
    [InlineData("xn--")]
    public async Task A_host_name_that_is_none_gets_the_department_s_site(string host)
    {
        var answered = await app.Server.SendAsync(context =>
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.Scheme = "http";
            context.Request.Path = "/";
            context.Request.Headers.Host = host;
        });

        Assert.Equal(StatusCodes.Status200OK, answered.Response.StatusCode);
        Assert.True(answered.Response.Headers.ContainsKey("Content-Security-Policy"));
    }

    [Fact]
    public async Task Going_back_to_an_address_with_Vietnamese_letters_works()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("back", "/bài"), KeyValuePair.Create("size", "up")]);
        using var response = await app.Visit().Http.PostAsync(new Uri("/co-chu", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/b%C3%A0i", response.Headers.Location!.OriginalString);
    }
}
