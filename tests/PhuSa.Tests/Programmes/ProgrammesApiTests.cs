using System.Net;
using System.Text.Json;

namespace PhuSa.Tests.Programmes;

public sealed class ProgrammesApiTests(ProgrammesApp app) : IClassFixture<ProgrammesApp>
{
    [Fact]
    public async Task A_review_answers_with_every_figure_in_its_shape()
    {
        var answer = await JsonAsync("/api/v1/reviews/thu-mot");

        Assert.Equal(["slug", "title", "period", "status", "asOf", "figures"], Names(answer));
        Assert.Equal(("2019-01-01", "2020-07-09"), (answer.GetProperty("period").GetProperty("from").GetString(), answer.GetProperty("period").GetProperty("to").GetString()));
        Assert.Equal("2026-07-01T02:00:00Z", answer.GetProperty("asOf").GetString());
        var figures = answer.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("code").GetString()!);
        Assert.Equal(["test.hand", "test.granted", "test.paid", "test.about", "test.unknown", "test.replies", "test.sessions", "plan.2020.hoi-thao"], figures.Keys);
        Assert.Equal(
            ["code", "name", "value", "target", "unit", "approximate", "origin", "unknown", "evidenceCount", "evidenceUrl", "frozenValue"],
            Names(figures["test.granted"]));
        Assert.Equal((6, "computed", 6), (figures["test.granted"].GetProperty("value").GetInt64(), figures["test.granted"].GetProperty("origin").GetString(), figures["test.granted"].GetProperty("evidenceCount").GetInt32()));
        Assert.Equal(3, figures["test.sessions"].GetProperty("value").GetInt64());
        Assert.True(figures["test.about"].GetProperty("approximate").GetBoolean());
        Assert.Equal("manual", figures["test.hand"].GetProperty("origin").GetString());
        Assert.Equal("/bao-cao/thu-mot/so-lieu/test.hand", figures["test.hand"].GetProperty("evidenceUrl").GetString());
    }

    [Fact]
    public async Task An_unknown_figure_has_no_value_and_keeps_its_target()
    {
        var figures = (await JsonAsync("/api/v1/reviews/thu-mot")).GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("code").GetString()!);

        Assert.Equal((JsonValueKind.Null, true), (figures["test.unknown"].GetProperty("value").ValueKind, figures["test.unknown"].GetProperty("unknown").GetBoolean()));
        var plan = figures["plan.2020.hoi-thao"];
        Assert.Equal((JsonValueKind.Null, 4, "manual", "buổi"), (plan.GetProperty("value").ValueKind, plan.GetProperty("target").GetInt64(), plan.GetProperty("origin").GetString(), plan.GetProperty("unit").GetString()));
    }

    [Fact]
    public async Task A_figure_answers_with_its_definition_and_its_public_records()
    {
        var answer = await JsonAsync("/api/v1/figures/test.granted?from=2019-01-01&to=2020-07-09");

        Assert.Equal(
            ["code", "name", "value", "target", "unit", "approximate", "origin", "unknown", "evidenceCount", "evidenceUrl", "frozenValue", "definition", "version", "period", "asOf", "withheld", "evidence"],
            Names(answer));
        Assert.Equal((3, 1, 6), (answer.GetProperty("version").GetInt32(), answer.GetProperty("withheld").GetInt32(), answer.GetProperty("evidenceCount").GetInt32()));
        var evidence = answer.GetProperty("evidence").EnumerateArray().ToList();
        Assert.Equal(5, evidence.Count);
        Assert.Equal(["title", "url"], Names(evidence[0]));
        Assert.EndsWith("/so-lieu/test.granted", answer.GetProperty("evidenceUrl").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 3L)]
    [InlineData("?from=2019-01-01&to=2020-07-09", 3L)]
    [InlineData("?from=2019-01-01&to=2020-12-31", 3L)]
    [InlineData("?to=2021-01-01", 3L)]
    [InlineData("?from=2019-01-02&to=2020-07-09", null)]
    [InlineData("?from=2020-01-01&to=2020-12-31", null)]
    public async Task Undated_records_count_where_their_programme_lies_inside_the_period(string query, long? value)
    {
        var answer = await JsonAsync("/api/v1/figures/test.sessions" + query);

        var given = answer.GetProperty("value");
        Assert.Equal(value, given.ValueKind == JsonValueKind.Null ? null : given.GetInt64());
        Assert.Equal(value is null, answer.GetProperty("unknown").GetBoolean());
    }

    [Fact]
    public async Task Without_a_period_everything_up_to_today_is_told()
    {
        var period = (await JsonAsync("/api/v1/figures/test.sessions")).GetProperty("period");

        Assert.Equal((JsonValueKind.Null, "2026-07-01"), (period.GetProperty("from").ValueKind, period.GetProperty("to").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/figures/khong.co", HttpStatusCode.NotFound, "Không có số liệu nào mang mã “khong.co”.")]
    [InlineData("/api/v1/reviews/khong-co", HttpStatusCode.NotFound, "Không có báo cáo nào mang mã “khong-co”.")]
    [InlineData("/api/v1/figures/test.granted?from=2020-02-30", HttpStatusCode.BadRequest, "Ngày phải viết theo dạng yyyy-MM-dd và có trên lịch, ví dụ 2020-07-09.")]
    [InlineData("/api/v1/figures/test.granted?to=hôm nay", HttpStatusCode.BadRequest, "Ngày phải viết theo dạng yyyy-MM-dd và có trên lịch, ví dụ 2020-07-09.")]
    [InlineData("/api/v1/figures/test.granted?from=2020-07-09&to=2019-01-01", HttpStatusCode.BadRequest, "Ngày đầu của kỳ phải trước hoặc trùng ngày cuối.")]
    public async Task A_refusal_says_why(string address, HttpStatusCode status, string sentence)
    {
        using var response = await app.Visit().Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(sentence, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/v1/reviews/thu-mot")]
    [InlineData("/api/v1/figures/test.granted")]
    [InlineData("/bao-cao/thu-mot")]
    [InlineData("/bao-cao/thu-mot.docx")]
    public async Task Head_answers_like_get(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await app.Visit().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Both_answers_are_described_for_programs()
    {
        var paths = (await JsonAsync("/openapi/v1.json")).GetProperty("paths");

        foreach (var path in (string[])["/api/v1/reviews/{slug}", "/api/v1/figures/{code}"])
        {
            var get = paths.GetProperty(path).GetProperty("get");
            Assert.False(string.IsNullOrEmpty(get.GetProperty("summary").GetString()));
            Assert.True(get.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _));
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private async Task<JsonElement> JsonAsync(string address) =>
        JsonSerializer.Deserialize<JsonElement>(await app.Visit().Http.GetStringAsync(new Uri(address, UriKind.Relative)));
}
