namespace PhuSa.Tests.Web;

public sealed class HealthTests(App app)
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task An_open_house_answers_its_probes(string probe)
    {
        var visitor = await app.Visit().OpenAsync(probe);

        Assert.Equal(200, visitor.Status);
        Assert.False(visitor.Response.Headers.Contains("Server"));
    }
}
