using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Regulations;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Applications;

/// <summary>The office's queue: what is due first stands first, what is late is found by one press, and each count opens a list of so many.</summary>
public sealed class ApplicationQueueTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Queue = "/quan-tri/nhan-hieu/don";

    /// <summary>The product's day is 01/07/2026, a Wednesday; ten working days from 17/06 end on it, from 16/06 the day before.</summary>
    [Fact]
    public async Task What_is_due_first_stands_first_and_an_application_is_late_from_the_day_after_its_last_working_day()
    {
        var mark = await MarkAsync(appraisalDays: 10);
        var (today, late, ahead, standing) = (await SubmittedAsync(mark, "2026-06-17"), await SubmittedAsync(mark, "2026-06-16"), await SubmittedAsync(mark, "2026-06-22"), await SubmittedAsync(mark, "2026-06-15", "2026-07-08"));
        var officer = await house.OfficerAsync();

        await officer.OpenAsync($"{Queue}?nhan-hieu={mark.Slug}");
        Assert.Equal([late, today, ahead, standing], Shown(officer));
        await officer.OpenAsync($"{Queue}?nhan-hieu={mark.Slug}&tinh-trang=qua-han");
        Assert.Equal([late], Shown(officer));
    }

    [Fact]
    public async Task Where_the_regulation_sets_no_day_nothing_is_late_and_it_stands_after_what_has_one()
    {
        var mark = await MarkAsync(appraisalDays: null);
        await SubmittedAsync(mark, "2020-01-02");
        var officer = await house.OfficerAsync();

        Assert.Empty(Shown(await officer.OpenAsync($"{Queue}?nhan-hieu={mark.Slug}&tinh-trang=qua-han")));
        Assert.Single(Shown(await officer.OpenAsync($"{Queue}?nhan-hieu={mark.Slug}")));
    }

    [Fact]
    public async Task Every_count_of_the_filter_opens_a_list_of_so_many()
    {
        var mark = await MarkAsync(appraisalDays: 10);
        await SubmittedAsync(mark, "2026-06-16");
        await SubmittedAsync(mark, "2026-06-22");
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Queue}?nhan-hieu={mark.Slug}");
        var choices = officer.Page.QuerySelectorAll($"main a[href*='nhan-hieu={mark.Slug}'][href*='tinh-trang=']").Select(link => (Href: link.GetAttribute("href")!, Count: CountOf(link.TextContent))).Where(choice => choice.Count is not null).ToList();

        Assert.NotEmpty(choices);
        foreach (var (href, count) in choices)
        {
            await officer.OpenAsync(href.StartsWith('?') ? Queue + href : href);
            Assert.Equal((href, count), (href, Shown(officer).Count));
        }
    }

    private static int? CountOf(string words) => System.Text.RegularExpressions.Regex.Match(words, "([0-9]+)[^0-9]*$") is { Success: true } found ? int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static List<Guid> Shown(Visitor officer) =>
        [.. officer.Page.QuerySelectorAll($"main a[href^='{Queue}/']").Select(link => Guid.TryParse(link.GetAttribute("href")![(Queue.Length + 1)..], out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private Task<(Guid Id, string Slug, Guid Regulation)> MarkAsync(int? appraisalDays) => house.InDbAsync(async db =>
    {
        var number = Next();
        var mark = new CertificationMark(Guid.CreateVersion7(), $"nhan-hieu-{number}");
        mark.Describe($"Nhãn hiệu số {number}", ownerId: null, regulationId: null, source: null);
        var regulation = new MarkRegulation(Guid.CreateVersion7(), mark.Id);
        regulation.Write(Day("2020-01-01"), paperId: null, new RegulationText(null, null, null, null, null, null), new RegulationRules(appraisalDays, 5, 5, 36, 12));
        db.AddRange(mark, regulation);
        await db.SaveChangesAsync();
        return (mark.Id, mark.Slug, regulation.Id);
    });

    private async Task<Guid> SubmittedAsync((Guid Id, string Slug, Guid Regulation) mark, string on, string? supplementUntil = null)
    {
        var holder = await house.HolderAsync();
        return await house.InDbAsync(async db =>
        {
            var now = house.App.Clock.GetUtcNow().UtcDateTime;
            var application = new MarkApplication(Guid.CreateVersion7(), mark.Id, holder.Id, new ApplicationContent("Xoài cát", null, null, "Ấp Long Hoà", 1200, "tấn", "Theo VietGAP", null), By, now);
            application.Submit($"NH-2026-{Next()}", mark.Regulation, new MoveNews(Day(on), null), By, now);
            if (supplementUntil is not null)
            {
                application.AskSupplement(new MoveNews(Day("2026-06-30"), "Thiếu giấy tờ"), Day(supplementUntil), By, now);
            }

            db.Add(application);
            await db.SaveChangesAsync();
            return application.Id;
        });
    }
}
