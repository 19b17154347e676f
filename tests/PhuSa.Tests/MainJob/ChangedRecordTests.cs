using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Contracts;
using PhuSa.Tests.Marks;
using PhuSa.Tests.Programmes;

namespace PhuSa.Tests.MainJob;

/// <summary>One record more or less, and every place that prints the number says so.</summary>
public sealed class ChangedRecordTests
{
    private const string Code = "marks.cooperatives-granted";
    private const string Address = "/bao-cao/" + SamplesToFiguresTests.Review;

    [Fact]
    public async Task Without_one_grant_page_interface_and_Word_file_say_5()
    {
        using var samples = SampleFolder.Copy().Remove("mark-grants", "an-giang-long-binh-xoai,");
        await using var app = await App.StartAsync(samples.Root);

        var page = await app.Visit().OpenAsync(Address);
        var evidence = await app.Visit().OpenAsync($"{Address}/so-lieu/{Code}");
        var word = await PaperText.OfAsync(app, SamplesToFiguresTests.Review);

        Assert.Equal(["05 hợp tác xã"], page.Page.QuerySelectorAll($"article .ps-prose a.ps-fig[href$='/{Code}']").Select(a => a.TextContent.Trim()).Distinct());
        Assert.Equal(5, await ValueAsync(app, "value"));
        Assert.Equal(5, evidence.Page.QuerySelectorAll("section[aria-labelledby=ho-so] tbody tr").Length);
        Assert.Contains("05 hợp tác xã", word, StringComparison.Ordinal);
        Assert.DoesNotContain("06 hợp tác xã", word + page.Text, StringComparison.Ordinal);
        Assert.Equal(4, await ValueAsync(app, "value", "marks.without-grant"));
    }

    [Fact]
    public async Task After_freezing_a_new_grant_stands_beside_the_published_6_with_its_name()
    {
        await using var app = await App.StartAsync();
        await app.InScopeAsync(services =>
            services.GetRequiredService<IReviewFreezing>().FreezeAsync(SamplesToFiguresTests.Review, new Actor("Dòng lệnh", "tester"), CancellationToken.None));
        var before = await PaperText.OfAsync(app, SamplesToFiguresTests.Review);

        using var folder = SampleFolder.Only("mark-grants").Add("mark-grants", "an-giang-binh-thanh-rau,an-giang,htx-binh-thanh,Rau an toàn,,,,granted,phoi-hop-2019-2020,Nguồn thử");
        var result = await app.ImportAsync(folder.Path);
        Assert.Equal((0, 1, 0), (result.Errors.Count, result.Created, result.Changed));

        foreach (var address in (string[])[Address, $"{Address}/so-lieu/{Code}"])
        {
            var page = await app.Visit().OpenAsync(address + "?sau=1");
            Assert.Contains("số liệu hiện nay: 7 (chốt: 6)", page.Text, StringComparison.Ordinal);
            Assert.Contains("HTX sản xuất rau an toàn Bình Thạnh", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal((7, 6), (await ValueAsync(app, "value"), await ValueAsync(app, "frozenValue")));
        Assert.Equal(before, await PaperText.OfAsync(app, SamplesToFiguresTests.Review));
    }

    private static async Task<long> ValueAsync(App app, string property, string code = Code) =>
        JsonSerializer.Deserialize<JsonElement>(await app.Visit().Http.GetStringAsync(new Uri("/api/v1/reviews/" + SamplesToFiguresTests.Review, UriKind.Relative)))
            .GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("code").GetString() == code).GetProperty(property).GetInt64();
}
