using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Products;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>What the database says of products is what the rules say of their certificates.</summary>
public sealed class OcopRowTests : IAsyncLifetime
{
    private const int Products = 120;
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_12_the_database_and_the_rule_judge_every_certificate_alike_on_every_day()
    {
        await FillAsync(new Random(20260701));
        await _app.InScopeAsync(async services =>
        {
            var (db, organisations, book) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IOrganisations>(), services.GetRequiredService<OcopBook>());
            var states = new HashSet<OcopState>();
            foreach (var day in new[] { Today, Day("2024-02-29"), Day("2027-02-28"), Day("2027-03-01"), Day("2028-02-29"), Day("2026-09-28"), Day("2026-09-29") })
            {
                var rows = await OcopRows.Of(db, organisations, day).ToDictionaryAsync(row => row.Id, TestContext.Current.CancellationToken);
                var lines = await book.AllAsync(day, ownerId: null, TestContext.Current.CancellationToken);
                Assert.Equal(Products, lines.Count);
                foreach (var line in lines)
                {
                    Assert.Equal((day, line.Code, line.Standing.State, line.Stars, line.Running, line.IsPublic), (day, line.Code, (OcopState)rows[line.Id].State, rows[line.Id].Stars, rows[line.Id].Running, rows[line.Id].IsPublic));
                }

                Assert.Equal(lines.Select(line => line.Id), await OcopRows.Of(db, organisations, day).InOrder().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));
                states.UnionWith(lines.Select(line => line.Standing.State));
            }

            Assert.Equal(Enum.GetValues<OcopState>().Order(), states.Order());
            return true;
        });
    }

    [Fact]
    public async Task Pages_are_stable_hold_every_product_once_and_agree_with_the_counts()
    {
        await FillAsync(new Random(3));
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        var seen = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            await officer.OpenAsync($"{Desk}?trang={page}");
            seen.AddRange(officer.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!));
        }

        Assert.Equal((Products, Products), (seen.Count, seen.Distinct().Count()));
        foreach (var query in new[] { "?hieu-luc=con&sao=4", "?hieu-luc=het&chu-the=ho-kinh-doanh", "?q=mau+1&ho-so=dang-lap", "?noi=xa+mau", "?q=GCN-7", "?q=san-pham-7" })
        {
            await officer.OpenAsync(Desk + query);
            foreach (var count in officer.Page.QuerySelectorAll("main details a").Select(a => (Url: a.GetAttribute("href")!, Count: int.Parse(a.TextContent.Split(": ")[^1], System.Globalization.CultureInfo.InvariantCulture))).Where(count => count.Count <= 30).ToList())
            {
                await officer.OpenAsync(count.Url);
                Assert.Equal((count.Url, count.Count), (count.Url, officer.Page.QuerySelectorAll("tbody tr").Length));
            }
        }

        var csv = await officer.Http.GetStringAsync(new Uri($"{Desk}.csv?q=mau", UriKind.Relative));
        Assert.Equal(seen.Select(url => url.Split('/')[^1]), csv.TrimStart('\uFEFF').TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData("2026-07-01", "2023-07-01")]
    [InlineData("2027-02-28", "2024-02-28")]
    [InlineData("2027-03-01", "2024-03-01")]
    [InlineData("2028-02-29", "2025-03-01")]
    [InlineData("2023-02-28", "2020-02-28")]
    public void Point_12_the_earliest_decision_that_still_holds(string day, string decided)
    {
        var earliest = OcopTerm.EarliestDecisionFor(Day(day));

        Assert.Equal(Day(decided), earliest);
        Assert.True(OcopTerm.EndOf(earliest) >= Day(day));
        Assert.True(OcopTerm.EndOf(earliest.AddDays(-1)) < Day(day));
    }

    private async Task FillAsync(Random random)
    {
        var owners = new[] { await OwnerIn(_app), await OwnerIn(_app, OrganisationKind.Enterprise), await OwnerIn(_app, OrganisationKind.CooperativeGroup) };
        await WriteAsync(_app, db =>
        {
            for (var i = 0; i < Products; i++)
            {
                var product = new OcopProduct(Guid.CreateVersion7(), $"san-pham-{i}", owners[random.Next(owners.Length)].Id, new OcopProductSheet($"{"ĐdÂaĂ"[random.Next(5)]} Mẫu {random.Next(20)}", random.Next(2) == 0 ? "xã Mẫu" : null, null, random.Next(3) == 0 ? null : (OcopGroup)random.Next(3), null, null, null, null, null));
                db.Add(product);
                var hasOpen = false;
                for (var j = random.Next(4); j > 0; j--)
                {
                    // One round at most is open.
                    var evaluation = Evaluation(random, product, $"san-pham-{i}-{j}");
                    if (!hasOpen || !evaluation.IsOpen)
                    {
                        db.Add(evaluation);
                        hasOpen |= evaluation.IsOpen;
                    }
                }
            }
        });
    }

    private static OcopEvaluation Evaluation(Random random, OcopProduct product, string code)
    {
        var now = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        if (random.Next(5) == 0)
        {
            var status = new[] { OcopEvaluationStatus.Preparing, OcopEvaluationStatus.Sent, OcopEvaluationStatus.GivenUp }[random.Next(3)];
            return new OcopEvaluation(Guid.CreateVersion7(), code, product.Id, OcopRound.First, status, By, now, "kiểm thử");
        }

        // Days around which the terms of the days asked for end.
        DateOnly? decided = random.Next(6) == 0 ? null : new[] { Day("2021-02-28"), Day("2023-06-30"), Day("2023-07-01"), Day("2023-09-28"), Day("2023-09-29"), Day("2024-02-28"), Day("2024-02-29"), Day("2024-03-01"), Day("2025-02-28"), Day("2025-03-01") }[random.Next(10)];
        DateOnly? revoked = random.Next(4) == 0 ? (decided ?? Day("2024-01-01")).AddDays(random.Next(900)) : null;
        var evaluation = new OcopEvaluation(Guid.CreateVersion7(), code, product.Id, OcopRound.First, revoked is null ? OcopEvaluationStatus.Certified : OcopEvaluationStatus.Revoked, By, now, "kiểm thử");
        evaluation.Tell(OcopRound.First, new OcopResult(null, null, null, random.Next(3, 6), null), new OcopDecision(null, null, decided, random.Next(3) == 0 ? $"GCN-{random.Next(10)}" : null), revoked, null);
        return evaluation;
    }
}
