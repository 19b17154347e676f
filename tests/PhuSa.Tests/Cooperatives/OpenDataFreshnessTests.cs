using System.Text.Json;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Cooperatives;

/// <summary>How fresh the open data are: each answer says of when it is, and what changed is in the next one.</summary>
public sealed class OpenDataFreshnessTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    [Fact]
    public async Task Each_answer_says_of_when_it_is_and_a_change_is_in_the_next_one()
    {
        const string File = "/du-lieu-mo/hop-tac-xa.json";
        var first = await AskAsync(File);
        Assert.Equal(house.App.Clock.GetUtcNow().UtcDateTime, first.AsOf);
        Assert.Equal(house.App.Clock.GetUtcNow(), first.Modified);
        Assert.InRange(first.MaxAge, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));

        house.App.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(first.Tag, (await AskAsync(File)).Tag);
        await house.ChangeAsync("htx-vinh-thang", (_, c) =>
        {
            c.Register(new Registration(null, "1600111999", [], RecordTime.Unknown, null, null, null, c.Source));
            c.Agree([PublicItem.RegistrationNumber], new DateOnly(2026, 6, 1), "Phiếu");
        });

        var later = await AskAsync(File);
        Assert.Equal((house.App.Clock.GetUtcNow().UtcDateTime, (DateTimeOffset?)house.App.Clock.GetUtcNow()), (later.AsOf, later.Modified));
        Assert.NotEqual(first.Tag, later.Tag);
        Assert.Contains("1600111999", later.Text, StringComparison.Ordinal);

        var page = await AskAsync("/api/v1/cooperatives?pageSize=3");
        Assert.Equal(house.App.Clock.GetUtcNow().UtcDateTime, page.AsOf);
        Assert.Contains("thay đổi có mặt sau nhiều nhất năm phút", (await house.App.Visit("lienminh.localhost").OpenAsync("/du-lieu-mo")).Text, StringComparison.Ordinal);
    }

    private async Task<(DateTime AsOf, DateTimeOffset? Modified, TimeSpan MaxAge, string? Tag, string Text)> AskAsync(string address)
    {
        using var answer = await house.App.Visit("lienminh.localhost").Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (JsonDocument.Parse(text).RootElement.GetProperty("asOf").GetDateTime().ToUniversalTime(), answer.Content.Headers.LastModified, answer.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero, answer.Headers.ETag?.Tag, text);
    }
}
