using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>What a revocation keeps from being given, and for how long, is ruled by the regulation of its day.</summary>
public sealed class RevocationBanTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Theory]
    [InlineData(null, "gao", "2026-06-20", true)]
    [InlineData(null, "gao", "2026-06-21", false)]
    [InlineData(null, "xoai", "2026-06-20", false)]
    [InlineData("Product", "xoai", "2026-06-20", false)]
    [InlineData("Holder", "gao", "2026-06-20", true)]
    [InlineData("Holder", "xoai", "2026-06-20", true)]
    [InlineData("Holder", "xoai", "2026-06-21", false)]
    public async Task A_ban_covers_what_the_regulation_says_to_its_last_day(string? covers, string product, string from, bool banned)
    {
        var (mark, holder) = await RevokedAsync();
        await RegulateAsync(mark, "2020-01-01", covers);

        Assert.Equal(banned ? Day("2026-06-20") : null, await UntilAsync(mark, holder, product, from));
        Assert.Null(await UntilAsync(mark, (await house.HolderAsync()).Id, product, from));
    }

    [Fact]
    public async Task A_ban_bars_nothing_that_was_given_before_it_began()
    {
        var (mark, holder) = await RevokedAsync();
        await RegulateAsync(mark, "2020-01-01", "Holder");

        Assert.Null(await UntilAsync(mark, holder, "gao", "2026-01-14"));
        Assert.Equal(Day("2026-06-20"), await UntilAsync(mark, holder, "gao", "2026-01-15"));
    }

    [Fact]
    public async Task A_regulation_that_came_after_the_revocation_does_not_widen_its_ban()
    {
        var (mark, holder) = await RevokedAsync();
        await RegulateAsync(mark, "2020-01-01", "Product");
        await RegulateAsync(mark, "2026-02-01", "Holder");

        Assert.Null(await UntilAsync(mark, holder, "xoai", "2026-06-01"));
    }

    private Task<DateOnly?> UntilAsync(Guid mark, Guid holder, string product, string from) =>
        house.App.InScopeAsync(services => services.GetRequiredService<RevocationBans>().UntilAsync(mark, holder, product, Day(from), CancellationToken.None));

    private async Task<(Guid Mark, Guid Holder)> RevokedAsync()
    {
        var holder = await house.HolderAsync();
        return await house.InDbAsync(async db =>
        {
            var (number, now) = (Next(), house.App.Clock.GetUtcNow().UtcDateTime);
            var mark = new CertificationMark(Guid.CreateVersion7(), $"nhan-hieu-{number}");
            mark.Describe($"Nhãn hiệu số {number}", ownerId: null, regulationId: null, source: null);
            var grant = new MarkGrant(Guid.CreateVersion7(), $"quyen-{number}", mark.Id, holder.Id, new GrantTerms("Gạo", RecordTime.Day(Day("2024-01-01")), Day("2027-12-31"), null, null, null), GrantStatus.Granted, By, now);
            grant.Revoke(News("2026-01-15"), Day("2026-06-20"), By, now);
            db.AddRange(mark, grant);
            await db.SaveChangesAsync();
            return (mark.Id, holder.Id);
        });
    }

    private Task<int> RegulateAsync(Guid mark, string from, string? covers) => house.InDbAsync(async db =>
    {
        var regulation = new MarkRegulation(Guid.CreateVersion7(), mark);
        regulation.Write(Day(from), paperId: null, new RegulationText(null, null, null, null, null, null), new RegulationRules(null, null, null, null, BanMonths: 5, covers is null ? null : Enum.Parse<BanCovers>(covers)));
        db.Add(regulation);
        return await db.SaveChangesAsync();
    });
}
