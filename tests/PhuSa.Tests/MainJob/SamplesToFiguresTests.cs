using System.Text.Json;

namespace PhuSa.Tests.MainJob;

/// <summary>A walk from the rows that an officer typed to each figure of the published review and the records that it opens.</summary>
public sealed class SamplesToFiguresTests(App app)
{
    public const string Review = "an-giang-2020-6-thang";

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Grants = SampleRows.Of("mark-grants");
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Contracts = SampleRows.Of("collective-mark-contracts");
    private static readonly Dictionary<string, string> OwnerOfMark = SampleRows.Of("collective-marks").ToDictionary(m => m["code"], m => m["owner"], StringComparer.Ordinal);

    [Fact]
    public Task First_batch_holders() => ManualAsync("marks.first-batch-holders", 8, Assert.Single(SampleRows.Of("mark-grant-batches")).Number("holders_count"));

    [Fact]
    public Task Cooperatives_granted() =>
        ComputedAsync("marks.cooperatives-granted", 6, Grants.Select(g => g["holder"]).Distinct().Count(), Grants.Select(g => SampleRows.Cooperatives[g["holder"]]));

    [Fact]
    public async Task Cooperatives_without_grant()
    {
        var without = SampleRows.Cooperatives.Keys.Except(Grants.Select(g => g["holder"]), StringComparer.Ordinal).ToList();

        await ComputedAsync("marks.without-grant", 3, without.Count, without.Select(code => SampleRows.Cooperatives[code]));
    }

    [Theory]
    [InlineData("collective-marks.filings-supported", 1)]
    [InlineData("collective-marks.filing-support-paid", 2_500_000)]
    public async Task Filings_supported(string code, long value)
    {
        var paid = Contracts.Where(c => c["paid_amount"].Length > 0).ToList();

        await ComputedAsync(code, value, value == 1 ? paid.Count : paid.Sum(c => c.Number("paid_amount")), paid.Select(Holder));
    }

    [Theory]
    [InlineData("collective-marks.contracts-liquidated", 1)]
    [InlineData("collective-marks.amount-liquidated", 2_500_000)]
    public async Task Contracts_liquidated(string code, long value)
    {
        var liquidated = Contracts.Where(c => c["status"] == "liquidated").ToList();

        await ComputedAsync(code, value, value == 1 ? liquidated.Count : liquidated.Sum(c => c.Number("liquidated_amount")), liquidated.Select(Holder));
    }

    [Fact]
    public async Task Supply_demand_sessions_each_with_its_topic()
    {
        var sessions = SampleRows.Of("events").Where(e => e["kind"] == "supply-demand-session" && e["status"] == "held").ToList();
        var figure = await FigureAsync("events.supply-demand-sessions");
        var page = await app.Visit().OpenAsync(figure.GetProperty("evidenceUrl").GetString()!);

        Assert.Equal((3, sessions.Count), (figure.GetProperty("value").GetInt64(), figure.GetProperty("evidenceCount").GetInt32()));
        Assert.All(sessions, s => Assert.Contains(s["display_topic"].Length > 0 ? s["display_topic"] : s["topic"], page.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("events.workshop-delegates", "delegates", 90, false)]
    [InlineData("events.workshop-businesses-and-cooperatives", "businesses-and-cooperatives", 50, true)]
    public async Task Point_23_attendance_of_the_workshop(string code, string group, long value, bool approximate)
    {
        await ManualAsync(code, value, SampleRows.Of("event-attendance").Single(row => row["group"] == group).Number("count"), approximate);

        var figure = await app.Visit().OpenAsync($"/bao-cao/{Review}/so-lieu/{code}");
        Assert.Equal(approximate, figure.Page.QuerySelector(".ps-value")!.TextContent.Contains("khoảng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finished_without_adopter()
    {
        var waiting = SampleRows.Of("technologies").Where(t => t["adoption_state"] == "without-adopter").ToList();

        await ComputedAsync("technology.finished-without-adopter", 1, waiting.Count, waiting.Select(t => t["title"]));
    }

    [Fact]
    public async Task Point_05_replies_given_with_five_verdicts()
    {
        var replied = SampleRows.Of("support-applications").Where(a => a["status"] == "replied").ToList();
        await ComputedAsync("support.replies-given", 1, replied.Count, replied.Select(a => a["project_title"]));

        var page = await app.Visit().OpenAsync($"/bao-cao/{Review}/so-lieu/support.replies-given");
        Assert.Equal(3, page.Text.Split("Đáp ứng").Length - 1);
        Assert.Equal(2, page.Text.Split("Cần hoàn chỉnh").Length - 1);
    }

    [Fact]
    public Task Memoranda_signed()
    {
        var signed = SampleRows.Of("memoranda").Where(m => m["status"] == "signed").ToList();

        return ComputedAsync("alliance.memoranda-signed", 1, signed.Count, signed.Select(m => m["title"]));
    }

    [Theory]
    [InlineData("events.attendance-rate")]
    [InlineData("alliance.members-admitted")]
    [InlineData("alliance.awards-given")]
    [InlineData("plan.2020.supply-demand-sessions")]
    public async Task What_the_sources_do_not_tell_is_unknown_and_never_0(string code)
    {
        var figure = await FigureAsync(code);
        var page = await app.Visit().OpenAsync($"/bao-cao/{Review}/so-lieu/{code}");

        Assert.Equal((true, JsonValueKind.Null), (figure.GetProperty("unknown").GetBoolean(), figure.GetProperty("value").ValueKind));
        Assert.Contains("chưa có dữ liệu", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?<!\d)0?0 (thành viên|lượt|buổi|%|đơn vị)", page.Text);
    }

    [Fact]
    public async Task Point_03_the_plan_of_2020_has_its_target_from_the_plan_item()
    {
        var target = SampleRows.Of("plan-items").Single(i => i["code"] == "supply-demand-sessions").Number("target");

        Assert.Equal(4, target);
        Assert.Equal(target, (await FigureAsync("plan.2020.supply-demand-sessions")).GetProperty("target").GetInt64());
    }

    [Fact]
    public async Task Every_figure_of_the_table_is_in_the_review_and_on_its_page()
    {
        var figures = await FiguresAsync();
        var page = await app.Visit().OpenAsync($"/bao-cao/{Review}");
        var linked = page.Page.QuerySelectorAll("article a.ps-fig").Select(a => a.GetAttribute("href")).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(17, figures.Count);
        Assert.All(figures, f => Assert.Contains(f.GetProperty("evidenceUrl").GetString(), linked));
    }

    private static string Holder(IReadOnlyDictionary<string, string> contract) => SampleRows.Cooperatives[OwnerOfMark[contract["mark"]]];

    private async Task ManualAsync(string code, long value, long typed, bool approximate = false)
    {
        var figure = await FigureAsync(code);

        Assert.Equal(
            (value, typed, "manual", approximate),
            (figure.GetProperty("value").GetInt64(), value, figure.GetProperty("origin").GetString(), figure.GetProperty("approximate").GetBoolean()));
        Assert.Contains("Nguồn", (await app.Visit().OpenAsync(figure.GetProperty("evidenceUrl").GetString()!)).Text, StringComparison.Ordinal);
    }

    /// <summary>The value of the issue is what the rows add up to, and the records behind it are those rows.</summary>
    private async Task ComputedAsync(string code, long value, long ofRows, IEnumerable<string> titles)
    {
        var figure = await FigureAsync(code);
        var alone = JsonSerializer.Deserialize<JsonElement>(await app.Visit().Http.GetStringAsync(new Uri($"/api/v1/figures/{code}?from=2019-01-01&to=2020-07-09", UriKind.Relative)));

        Assert.Equal((value, ofRows, "computed"), (figure.GetProperty("value").GetInt64(), value, figure.GetProperty("origin").GetString()));
        Assert.Equal(value, alone.GetProperty("value").GetInt64());
        Assert.Equal(titles.Order(StringComparer.Ordinal), alone.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("title").GetString()!).Order(StringComparer.Ordinal));
    }

    private async Task<JsonElement> FigureAsync(string code) => (await FiguresAsync()).Single(f => f.GetProperty("code").GetString() == code);

    private async Task<IReadOnlyList<JsonElement>> FiguresAsync() =>
        [.. JsonSerializer.Deserialize<JsonElement>(await app.Visit().Http.GetStringAsync(new Uri($"/api/v1/reviews/{Review}", UriKind.Relative))).GetProperty("figures").EnumerateArray()];
}
