using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>The figures of marks by mark, product and kind of holder: one rule for the whole and for each part, and the list behind each number.</summary>
public sealed class MarkScopeFigureTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Theory]
    [InlineData("2026-06-14", 0)]
    [InlineData("2026-06-15", 1)]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-07-01", 0)]
    public async Task A_right_is_in_force_from_its_first_day_to_its_last_by_mark_product_and_holder(string day, int count)
    {
        var (mark, product) = await MarkAsync();
        await RightAsync(mark, product, OrganisationKind.Cooperative, "2026-06-15", "2026-06-30");
        await RightAsync(mark, $"{product} khác", OrganisationKind.HouseholdBusiness, "2020-01-01", "2030-01-01");
        await RightAsync((await MarkAsync()).Mark, product, OrganisationKind.Cooperative, "2020-01-01", "2030-01-01");

        var scope = new MarkScope(mark.Slug, PhuSa.Vietnamese.SearchText.Fold(product), OrganisationKind.Cooperative);
        var reading = await AskAsync("marks.grants-valid", scope, FigureRequest.UpTo(Day(day)));

        Assert.Equal((count, count), ((int)reading.Value!, reading.Evidence.Count));
        Assert.Equal(count, (await AskAsync("marks.grants-valid", scope with { Holder = null }, FigureRequest.UpTo(Day(day)))).Value);
        Assert.Equal(0, (await AskAsync("marks.grants-valid", scope with { Holder = OrganisationKind.HouseholdBusiness }, FigureRequest.UpTo(Day(day)))).Value);
        Assert.Equal(1 + count, (await AskAsync("marks.grants-valid", new MarkScope(mark.Slug), FigureRequest.UpTo(Day(day)))).Value);
    }

    [Fact]
    public async Task A_right_without_a_term_makes_its_own_part_unknown_and_no_other()
    {
        var ((open, product), (closed, _)) = (await MarkAsync(), await MarkAsync());
        await RightAsync(open, product, OrganisationKind.Cooperative, "2020-01-01", null);
        await RightAsync(closed, product, OrganisationKind.Cooperative, "2020-01-01", "2030-01-01");

        Assert.Null((await AskAsync("marks.grants-valid", new MarkScope(open.Slug), FigureRequest.UpTo(Day("2026-06-30")))).Value);
        Assert.Equal(1, (await AskAsync("marks.grants-valid", new MarkScope(closed.Slug), FigureRequest.UpTo(Day("2026-06-30")))).Value);
    }

    [Theory]
    [InlineData("2026-05-01", "2026-06-09", 0)]
    [InlineData("2026-05-01", "2026-06-10", 1)]
    [InlineData("2026-06-10", "2026-06-20", 2)]
    [InlineData("2026-06-11", "2026-06-20", 1)]
    [InlineData("2026-06-21", "2026-06-30", 0)]
    public async Task An_inspection_counts_in_the_period_of_its_day_first_and_last_day_included(string from, string to, int count)
    {
        var (mark, product) = await MarkAsync();
        var right = await RightAsync(mark, product, OrganisationKind.Cooperative, "2020-01-01", "2030-01-01");
        await VisitAsync(mark, right, "2026-06-10");
        await VisitAsync(mark, right, "2026-06-20");
        await VisitAsync(mark, right, carriedOut: null);

        var reading = await AskAsync("marks.inspections-done", new MarkScope(mark.Slug), new FigureRequest(new Period(Day(from), Day(to)), []));

        Assert.Equal((count, count), ((int)reading.Value!, reading.Evidence.Count));
        Assert.All(reading.Evidence, evidence => Assert.False(evidence.IsPublic));
        Assert.Equal(0, (await AskAsync("marks.inspections-done", new MarkScope(mark.Slug, Holder: OrganisationKind.HouseholdBusiness), new FigureRequest(new Period(Day(from), Day(to)), []))).Value);
    }

    [Fact]
    public async Task Each_number_of_the_page_opens_a_list_of_so_many_records()
    {
        var (mark, product) = await MarkAsync();
        var first = await RightAsync(mark, product, OrganisationKind.Cooperative, "2020-01-01", "2030-01-01");
        await RightAsync(mark, $"{product} sấy", OrganisationKind.HouseholdBusiness, "2020-01-01", "2030-01-01");
        await VisitAsync(mark, first, "2026-06-10");
        var officer = await (await house.OfficerAsync()).OpenAsync($"{MarkRights.Figures}?so-lieu=marks.grants-valid&ngay=2026-06-30&nhan-hieu={mark.Slug}");
        Assert.Equal(200, officer.Status);
        Assert.Equal(2, officer.Page.QuerySelectorAll("main tbody tr").Length);
        var parts = officer.Page.QuerySelectorAll("main section li").Select(li => (Href: li.QuerySelector("a")!.GetAttribute("href")!, Count: int.Parse(li.TextContent.Split(':')[1].Trim().Split(' ')[0].Split('·')[0], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(5, parts.Count);
        foreach (var (href, count) in parts)
        {
            await officer.OpenAsync(href);
            Assert.Equal((200, count), (officer.Status, officer.Page.QuerySelectorAll("main tbody tr").Length));
        }

        await officer.OpenAsync($"{MarkRights.Figures}?so-lieu=marks.inspections-done&ngay=2026-06-30&tu=2026-06-01&nhan-hieu={mark.Slug}&don-vi=hop-tac-xa");
        Assert.StartsWith(InspectionDesk.Address, Assert.Single(officer.Page.QuerySelectorAll("main tbody th a")).GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Không đọc được ngày", (await officer.OpenAsync($"{MarkRights.Figures}?ngay=31-31-2026")).Text, StringComparison.Ordinal);
        Assert.Contains("Ngày đầu không được sau ngày cuối", (await officer.OpenAsync($"{MarkRights.Figures}?tu=2026-07-01&ngay=2026-06-01")).Text, StringComparison.Ordinal);
    }

    private Task<FigureReading> AskAsync(string code, MarkScope scope, FigureRequest request) => house.App.InScopeAsync(async services =>
    {
        var figure = services.GetRequiredService<MarkFigures>().All.Single(known => known.Definition.Code == code);
        return (await figure.OpenAsync(request, CancellationToken.None))(scope);
    });

    private Task<(CertificationMark Mark, string Product)> MarkAsync() => house.InDbAsync(async db =>
    {
        var number = Next();
        var mark = new CertificationMark(Guid.CreateVersion7(), $"nhan-hieu-{number}");
        mark.Describe($"Nhãn hiệu số {number}", ownerId: null, regulationId: null, source: null);
        db.Add(mark);
        await db.SaveChangesAsync();
        return (mark, $"Sản phẩm {number}");
    });

    private Task<MarkGrant> RightAsync(CertificationMark mark, string product, OrganisationKind kind, string given, string? expires) => house.InDbAsync(async db =>
    {
        var number = Next();
        var holder = kind == OrganisationKind.Cooperative ? await db.Set<Organisation>().SingleAsync(o => o.Code == "htx-long-binh") : new Organisation(Guid.CreateVersion7(), $"don-vi-{number}", kind, $"Đơn vị số {number}", shortName: null);
        var grant = new MarkGrant(Guid.CreateVersion7(), $"quyen-{number}", mark.Id, holder.Id, new GrantTerms(product, RecordTime.Day(Day(given)), expires is null ? null : Day(expires), null, null, null), GrantStatus.Granted, By, house.App.Clock.GetUtcNow().UtcDateTime);
        db.Add(grant);
        if (kind != OrganisationKind.Cooperative)
        {
            db.Add(holder);
        }

        await db.SaveChangesAsync();
        return grant;
    });

    private Task<bool> VisitAsync(CertificationMark mark, MarkGrant right, string? carriedOut) => house.InDbAsync(async db =>
    {
        var now = house.App.Clock.GetUtcNow().UtcDateTime;
        var visit = new InspectionVisit(Guid.CreateVersion7(), $"KT-2020-{Next():000}", mark.Id, right.HolderId, [right.Id], new VisitCause(), new VisitPlan(Day("2026-06-05"), Unannounced: true, "Định kỳ", null), By, now);
        if (carriedOut is not null)
        {
            visit.CarryOut(new MoveNews(Day(carriedOut), null), new VisitOutcome("Lê Thị Mẫu", "Bao bì", [new(right.Id, VisitResult.Passed, null)], null), By, now);
        }

        db.Add(visit);
        return await db.SaveChangesAsync() > 0;
    });
}
