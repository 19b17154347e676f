using PhuSa.Marks.Grants;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 11: the figures of rights on the days on which something changes, each asked of one holder.</summary>
public sealed class MarkStandingFigureTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Theory]
    [InlineData("2026-06-09", 0)]
    [InlineData("2026-06-10", 1)]
    [InlineData("2026-06-14", 1)]
    [InlineData("2026-06-15", 0)]
    [InlineData("2026-06-19", 0)]
    [InlineData("2026-06-20", 1)]
    [InlineData("2026-06-25", 1)]
    [InlineData("2026-06-26", 0)]
    public async Task Point_11_a_right_counts_as_suspended_from_the_day_of_its_suspension_to_the_day_before_it_is_restored_and_not_after_its_end(string day, int count)
    {
        var right = await house.GrantAsync(expires: "2026-06-25", then: (grant, now) =>
        {
            grant.Suspend(News("2026-06-10"), null, By, now.AddMinutes(1));
            grant.Resume(News("2026-06-15"), By, now.AddMinutes(2));
            grant.Suspend(News("2026-06-20"), null, By, now.AddMinutes(3));
        });

        await AssertAsync("marks.suspended", OnDay(right, day), count);
        await AssertAsync("marks.grants-valid", OnDay(right, day), Day(day) <= Day("2026-06-25") ? 1 - count : 0);
    }

    [Theory]
    [InlineData("2026-06-29", 0)]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-09-28", 1)]
    [InlineData("2026-09-29", 0)]
    public async Task Point_11_a_right_counts_as_ending_soon_from_ninety_days_before_its_last_day_to_that_day(string day, int count)
    {
        var right = await house.GrantAsync(expires: "2026-09-28");
        var suspended = await house.GrantAsync(expires: "2026-09-28", then: (grant, now) => grant.Suspend(News("2026-06-01"), null, By, now));

        await AssertAsync("marks.expiring", OnDay(right, day), count);
        await AssertAsync("marks.expiring", OnDay(suspended, day), 0);
    }

    [Theory]
    [InlineData("2026-06-19", 1)]
    [InlineData("2026-06-20", 0)]
    [InlineData("2026-07-01", 0)]
    public async Task Point_11_a_right_that_was_renewed_ahead_ends_soon_no_more_from_the_day_of_the_renewal(string day, int count)
    {
        var right = await house.GrantAsync(expires: "2026-06-30", then: (grant, now) => grant.Renew(new GrantTerm(Day("2026-07-01"), Day("2029-06-30"), null), News("2026-06-20"), By, now));

        await AssertAsync("marks.expiring", OnDay(right, day), count);
        await AssertAsync("marks.grants-valid", OnDay(right, day), 1);
    }

    [Fact]
    public async Task Point_11_of_a_right_without_a_term_nobody_says_whether_it_ends_soon()
    {
        var right = await house.GrantAsync(expires: null);

        await AssertAsync("marks.expiring", OnDay(right, "2026-07-01"), null, evidence: 1);
        await AssertAsync("marks.suspended", OnDay(right, "2026-07-01"), 0);
        await AssertAsync("marks.holders", OnDay(right, "2026-07-01"), 1);
    }

    [Theory]
    [InlineData("2026-06-01", "2026-06-19", 0)]
    [InlineData("2026-06-01", "2026-06-20", 1)]
    [InlineData("2026-06-20", "2026-06-20", 1)]
    [InlineData("2026-06-20", "2026-06-30", 1)]
    [InlineData("2026-06-21", "2026-06-30", 0)]
    public async Task Point_11_a_right_counts_as_taken_away_in_the_period_of_its_day_and_one_that_was_handed_back_never(string from, string to, int count)
    {
        var revoked = await house.GrantAsync(then: (grant, now) => grant.Revoke(News("2026-06-20"), null, By, now));
        var back = await house.GrantAsync(then: (grant, now) => grant.HandBack(News("2026-06-20"), By, now));

        await AssertAsync("marks.withdrawn", InPeriod(revoked, from, to), count);
        await AssertAsync("marks.withdrawn", InPeriod(back, from, to), 0);
    }

    [Fact]
    public async Task Point_11_of_a_right_that_came_on_record_as_taken_away_nobody_says_in_which_period()
    {
        var right = await house.GrantAsync(then: (grant, now) => grant.Arrive(GrantStatus.Revoked, By, now));

        var reading = await AssertAsync("marks.withdrawn", InPeriod(right, "2026-06-01", "2026-06-30"), null, evidence: 1);
        Assert.Equal(Counting.UndatedRecords, reading.Missing);
    }

    [Theory]
    [InlineData("2026-06-01", "2026-06-14", 0)]
    [InlineData("2026-06-01", "2026-06-15", 1)]
    [InlineData("2026-06-15", "2026-06-15", 1)]
    [InlineData("2026-06-15", "2026-06-30", 1)]
    [InlineData("2026-06-16", "2026-06-30", 0)]
    public async Task Point_11_a_right_counts_as_given_in_the_period_of_its_first_day_whatever_became_of_it(string from, string to, int count)
    {
        foreach (var right in new[]
        {
            await house.GrantAsync(given: "2026-06-15"),
            await house.GrantAsync(given: "2026-06-15", then: (grant, now) => grant.Suspend(News("2026-06-15"), null, By, now)),
            await house.GrantAsync(given: "2026-06-15", then: (grant, now) => grant.Revoke(News("2026-06-15"), null, By, now)),
            await house.GrantAsync(given: "2026-06-15", then: (grant, now) => grant.HandBack(News("2026-06-30"), By, now)),
        })
        {
            await AssertAsync("marks.granted-in-period", InPeriod(right, from, to), count);
        }
    }

    [Fact]
    public async Task Point_11_of_a_right_whose_first_day_is_not_known_or_only_its_month_nobody_says_whether_it_was_given_in_a_part_of_it()
    {
        var unknown = await house.GrantAsync(given: null);
        var june = await house.GrantAsync(then: (grant, _) => grant.Write(new GrantTerms("Xoài cát Hoà Lộc", RecordTime.Month(2026, 6), Day("2027-12-31"), null, null, null)));

        Assert.Equal(Counting.UndatedRecords, (await AssertAsync("marks.granted-in-period", InPeriod(unknown, "2026-06-01", "2026-06-30"), null, evidence: 1)).Missing);
        await AssertAsync("marks.granted-in-period", InPeriod(june, "2026-06-01", "2026-06-30"), 1);
        await AssertAsync("marks.granted-in-period", InPeriod(june, "2026-06-01", "2026-06-29"), null, evidence: 1);
        await AssertAsync("marks.granted-in-period", InPeriod(june, "2026-07-01", "2026-07-31"), 0);
    }

    [Theory]
    [InlineData("2026-06-14", 0)]
    [InlineData("2026-06-15", 1)]
    [InlineData("2026-06-20", 1)]
    [InlineData("2026-06-25", 1)]
    [InlineData("2026-06-27", 1)]
    [InlineData("2026-06-28", 0)]
    public async Task Point_11_a_holder_of_two_rights_counts_once_from_the_first_day_of_one_to_the_day_before_both_have_ended(string day, int count)
    {
        var first = await house.GrantAsync(given: "2026-06-15", then: (grant, now) => grant.Revoke(News("2026-06-25"), null, By, now));
        await house.InDbAsync(async db =>
        {
            var now = house.App.Clock.GetUtcNow().UtcDateTime;
            var second = new MarkGrant(Guid.CreateVersion7(), $"quyen-{Next()}", first.MarkId, first.HolderId, new GrantTerms("Gạo thơm", RecordTime.Day(Day("2026-06-20")), Day("2027-12-31"), null, null, null), GrantStatus.Granted, By, now);
            second.HandBack(News("2026-06-28"), By, now);
            db.Add(second);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(count, (await house.App.AskAsync("marks.holders", OnDay(first, day))).Value);
    }

    [Fact]
    public async Task Point_11_who_has_a_suspended_right_or_one_that_has_ended_is_still_a_holder()
    {
        var suspended = await house.InStateAsync("suspended");
        var expired = await house.InStateAsync("expired");

        await AssertAsync("marks.holders", OnDay(suspended, "2026-07-01"), 1);
        await AssertAsync("marks.holders", OnDay(expired, "2026-07-01"), 1);
    }

    private static FigureRequest OnDay(MarkGrant right, string day) => FigureRequest.UpTo(Day(day)) with { OrganisationId = right.HolderId };

    private static FigureRequest InPeriod(MarkGrant right, string from, string to) => new(new Period(Day(from), Day(to)), [], right.HolderId);

    /// <summary>The number, and behind it so many records: as many as the number unless told otherwise.</summary>
    private async Task<FigureReading> AssertAsync(string figure, FigureRequest request, int? count, int? evidence = null)
    {
        var reading = await house.App.AskAsync(figure, request);
        Assert.Equal((count, evidence ?? count), ((int?)reading.Value, reading.Evidence.Count));
        return reading;
    }
}
