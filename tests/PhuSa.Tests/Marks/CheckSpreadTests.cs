using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Grants;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 13: instances of the product on one database tell the same of a right.</summary>
public sealed class CheckSpreadTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Point_13_a_revocation_recorded_at_one_instance_shows_on_the_page_that_another_one_keeps()
    {
        var house = new MarkHouse();
        await house.InitializeAsync();
        await using var _ = house;
        await using var other = await App.StartAsync(empty: true, prepare: app =>
        {
            app.Settings["Data"] = house.App.Data;
            app.Settings["Database:Connection"] = house.App.Services.GetRequiredService<IConfiguration>()["Database:Connection"];
        });
        var grant = await house.GrantAsync();
        var officer = await house.OfficerAsync();
        var reader = other.Visit();
        await ShowsAsync(reader, grant, "Đang có hiệu lực");
        await ShowsAsync(reader, grant, "Đang có hiệu lực");

        foreach (var (step, word) in new[] { ("tam-dung", "Đang tạm dừng"), ("dung-lai", "Đang có hiệu lực"), ("thu-hoi", "Đã thu hồi") })
        {
            Assert.Equal(302, (await StepAsync(officer, grant.Id, step)).Status);
            output.WriteLine($"{word}: {(await ShowsAsync(reader, grant, word)).TotalMilliseconds:F0} ms");
        }

        Assert.DoesNotContain("Đang có hiệu lực", reader.Text, StringComparison.Ordinal);
        Assert.Equal(GrantStatus.Revoked, (await house.ReadAsync(grant.Id)).Status);
    }

    /// <returns>How long it took until the page said so.</returns>
    private static async Task<TimeSpan> ShowsAsync(Visitor reader, MarkGrant grant, string word)
    {
        var wait = Stopwatch.StartNew();
        while ((await reader.OpenAsync(Check(grant))).Page.QuerySelector("h1")!.TextContent != word)
        {
            Assert.True(wait.Elapsed < Patience, $"Still “{reader.Page.QuerySelector("h1")!.TextContent}” and not “{word}”.");
            await Task.Delay(10);
        }

        return wait.Elapsed;
    }
}
