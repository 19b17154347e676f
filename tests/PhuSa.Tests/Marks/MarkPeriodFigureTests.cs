using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Moves;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>What happens after a period does not change its figures; what happened in parts counts part by part.</summary>
public sealed class MarkPeriodFigureTests : IAsyncLifetime
{
    private readonly MarkHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_right_that_was_revoked_after_the_period_still_counts_in_it_and_in_no_later_one()
    {
        var year = FigureAsking.Year(2024);
        var before = (await CountAsync("marks.cooperatives-granted", year)).Value;
        var (kept, revoked, back) = (await _house.GrantAsync(), await _house.GrantAsync(then: (right, now) => right.Revoke(News("2026-03-01"), null, By, now)), await _house.GrantAsync(then: (right, now) => right.HandBack(News("2026-03-01"), By, now)));

        Assert.Equal(before + 3, (await CountAsync("marks.cooperatives-granted", year)).Value);
        Assert.Equal(before + 1, (await CountAsync("marks.cooperatives-granted", new FigureRequest(new Period(Day("2024-01-01"), Day("2026-03-01")), []))).Value);
        Assert.Equal(before + 1, (await CountAsync("marks.cooperatives-granted", new FigureRequest(new Period(Day("2024-01-01"), null), []))).Value);
        Assert.Equal(3, new[] { kept, revoked, back }.Select(right => right.HolderId).Distinct().Count());
    }

    [Fact]
    public async Task Point_16_payments_in_parts_count_on_their_own_days_and_their_mark_in_each_period_once()
    {
        await PayAsync("2025-12-20", "2026-02-15", "2026-03-15");

        Assert.Equal((1_000_000L, 1_500_000L), (await PaidAsync(2025), await PaidAsync(2026)));
        Assert.Equal((1L, 1L), ((await CountAsync("collective-marks.filings-supported", FigureAsking.Year(2025))).Value, (await CountAsync("collective-marks.filings-supported", FigureAsking.Year(2026))).Value));
        Assert.Equal(["15/02/2026", "15/03/2026"], (await CountAsync("collective-marks.filing-support-paid", FigureAsking.Year(2026))).Evidence.Select(evidence => evidence.Fact("Ngày chi")).OfType<string>().Where(day => day.EndsWith("2026", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await CountAsync("collective-marks.filings-supported", FigureAsking.Year(2024))).Value);
    }

    private async Task<long?> PaidAsync(int year) => (await CountAsync("collective-marks.filing-support-paid", FigureAsking.Year(year))).Value;

    private Task<FigureReading> CountAsync(string code, FigureRequest request) => _house.App.AskAsync(code, request);

    private Task<bool> PayAsync(params string[] days) => _house.InDbAsync(async db =>
    {
        // Those of the samples have no day, which would leave every year open.
        db.RemoveRange(await db.Set<MarkSupportContract>().AsSplitQuery().ToListAsync());
        await db.SaveChangesAsync();
        var (mark, now) = (await db.Set<CollectiveMark>().AsSplitQuery().FirstAsync(), _house.App.Clock.GetUtcNow().UtcDateTime);
        var contract = new MarkSupportContract(Guid.CreateVersion7(), $"hd-{Next()}", mark.Id, paperId: null, new ContractMoney(3_000_000, null, RecordTime.Unknown, RecordTime.Unknown, null, RecordTime.Unknown), ContractStatus.Signed, By, now);
        foreach (var (day, place) in days.Select((day, place) => (day, place)))
        {
            contract.PayPart(place == 0 ? 1_000_000 : 750_000, new MoveNews(Day(day), "Giấy chuyển tiền"), By, now);
        }

        db.Add(contract);
        return await db.SaveChangesAsync() > 0;
    });
}
