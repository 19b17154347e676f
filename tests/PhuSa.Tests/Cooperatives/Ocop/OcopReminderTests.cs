using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Products;
using PhuSa.Office.Notices;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>Nobody is surprised by the end of a certificate: reminders, the letter, the desk.</summary>
public sealed class OcopReminderTests : IAsyncLifetime
{
    private App _app = null!;
    private TestPerson _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");
        _officer = await _app.PersonAsync(Role.DepartmentOfficer);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_12_officers_and_the_owners_people_are_told_90_60_and_30_days_before_and_once_each()
    {
        var director = await _app.PersonAsync(Role.CooperativeDirector, "htx-long-binh");
        var stranger = await _app.PersonAsync(Role.CooperativeDirector, "htx-an-binh");

        // The last day is 29 September 2026: 90 days from the day on which this product's clock begins.
        await CertifiedIn(_app, "Xoài nhắc hạn", "2023-09-29", director.OrganisationId);
        await CertifiedIn(_app, "Xoài còn lâu", "2023-09-30", director.OrganisationId);
        await CertifiedIn(_app, "Xoài đã hết", "2023-06-30", director.OrganisationId);
        await CertifiedIn(_app, "Xoài không ngày", null, director.OrganisationId);
        foreach (var (days, told) in new[] { (0, 1), (1, 1), (28, 1), (1, 2), (0, 2), (29, 2), (1, 3), (29, 3) })
        {
            _app.Clock.Advance(TimeSpan.FromDays(days));
            await RunAsync();
            Assert.Equal((told, told), (await ToldAsync(_officer, "Xoài nhắc hạn"), await ToldAsync(director, "Xoài nhắc hạn")));
        }

        Assert.Equal((0, 0), (await ToldAsync(stranger, "Xoài nhắc hạn"), await ToldAsync(_officer, "Xoài đã hết")));
        Assert.Equal(0, await ToldAsync(_officer, "Xoài không ngày"));
    }

    [Fact]
    public async Task Point_12_after_days_without_a_run_only_the_nearest_is_told()
    {
        await CertifiedIn(_app, "Gạo nhắc muộn", "2023-07-20");

        await RunAsync();

        Assert.Equal(1, await ToldAsync(_officer, "Gạo nhắc muộn"));
    }

    [Fact]
    public async Task A_product_that_was_certified_again_is_not_reminded_of()
    {
        var (code, _) = await CertifiedIn(_app, "Chả cá chứng nhận lại", "2023-07-20");
        var again = await _app.InScopeAsync(async services =>
        {
            var product = await services.GetRequiredService<AppDbContext>().Set<OcopProduct>().AsNoTracking().SingleAsync(p => p.Code == code);
            var evaluation = new OcopEvaluation(Guid.CreateVersion7(), $"{code}-lan-2", product.Id, OcopRound.Again, OcopEvaluationStatus.Certified, By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            evaluation.Tell(OcopRound.Again, new OcopResult(null, null, null, 4, null), new OcopDecision(null, "90/QĐ-UBND", Day("2026-06-15"), null), revokedOn: null, source: null);
            return evaluation;
        });
        await WriteAsync(_app, db => db.Add(again));

        await RunAsync();

        Assert.Equal(0, await ToldAsync(_officer, "Chả cá chứng nhận lại"));
    }

    [Fact]
    public async Task Point_12_the_letter_is_due_30_days_before_the_end_and_leaves_the_desk_when_it_was_sent()
    {
        var (code, evaluation) = await CertifiedIn(_app, "Mắm chưa có công văn", "2023-08-20");
        var officer = await _app.SignedInAsync(_officer);
        await officer.OpenAsync("/quan-tri");
        var item = officer.Page.QuerySelectorAll("main li").First(li => li.TextContent.Contains("Mắm chưa có công văn", StringComparison.Ordinal)).TextContent;
        Assert.Contains("21/07/2026", item, StringComparison.Ordinal);

        await officer.OpenAsync($"/quan-tri/van-ban/moi?mau={OcopLetterTemplate.TheCode}&ho-so={evaluation}");
        Assert.Equal(200, officer.Status);
        Assert.Contains("đến hết ngày 20/08/2026", officer.Page.QuerySelector("#Input_Body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phiếu đăng ký", officer.Page.QuerySelector("#Input_Body")!.TextContent, StringComparison.Ordinal);

        var letter = new Paper(Guid.CreateVersion7(), "cv-ocop-mau", new() { Kind = PaperKind.Letter, Number = "123/SKHCN-QLCN", Title = "Về việc đánh giá lại", SignedOn = RecordTime.Day(Day("2026-06-30")), IsPublic = true }, By, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
        await WriteAsync(_app, db => db.Add(letter));
        await OcopOfficeTests.OpenStepAsync(officer, $"{Desk}/{code}", "cong-van");
        await officer.SubmitAsync(Form, ("Input.Number", ""), ("Input.On", "2026-07-02"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Number", "123/SKHCN-QLCN"), ("Input.On", "2026-07-01"));
        Assert.True(officer.Status == 302, officer.Text);

        Assert.DoesNotContain("Mắm chưa có công văn", (await officer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        var shown = await officer.OpenAsync($"{Desk}/{code}");
        Assert.Contains("gửi ngày 01/07/2026", shown.Text, StringComparison.Ordinal);
        Assert.Contains(shown.Page.QuerySelectorAll("main dd a"), a => a.TextContent.Contains("123/SKHCN-QLCN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_letter_was_sent_officers_are_not_told_to_send_it_and_the_owners_people_are_reminded_still()
    {
        var director = await _app.PersonAsync(Role.CooperativeDirector, "htx-long-binh");
        var (_, evaluation) = await CertifiedIn(_app, "Khô đã có công văn", "2023-07-20", director.OrganisationId);
        await WriteAsync(_app, db => db.Set<OcopEvaluation>().AsSplitQuery().Single(e => e.Id == evaluation).Write(new OcopLetter(null, "124/SKHCN-QLCN", Day("2026-06-15"))));

        await RunAsync();

        Assert.Equal((0, 1), (await ToldAsync(_officer, "Khô đã có công văn"), await ToldAsync(director, "Khô đã có công văn")));
    }

    [Fact]
    public async Task A_director_sees_the_own_products_with_their_last_day_and_what_their_files_still_lack()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector, "htx-long-binh");
        var (code, _) = await CertifiedIn(_app, "Xoài sấy của mình", "2023-08-20", person.OrganisationId);
        await CertifiedIn(_app, "Xoài sấy của nơi khác", "2023-08-20");
        var director = await (await _app.SignedInAsync(person)).OpenAsync("/htx-cua-toi");
        Assert.Contains("Xoài sấy của mình", director.Text, StringComparison.Ordinal);
        Assert.Contains("đến hết 20/08/2026", director.Text, StringComparison.Ordinal);
        Assert.Contains("Lập hồ sơ đánh giá lại trước khi hết hạn, gồm: ", director.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xoài sấy của nơi khác", director.Text, StringComparison.Ordinal);

        await OcopOfficeTests.BeginAsync(await _app.SignedInAsync(_officer), $"{Desk}/{code}", "Again");

        await director.OpenAsync("/htx-cua-toi");
        Assert.Contains("Hồ sơ đánh giá còn thiếu: Phiếu đăng ký", director.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lập hồ sơ đánh giá lại trước khi hết hạn", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_drafts_the_letter_of_what_is_not_certified()
    {
        var (_, evaluation) = await CertifiedIn(_app, "Nước mắm thu hồi", "2025-01-01", revokedOn: "2026-05-01");
        var officer = await _app.SignedInAsync(_officer);

        Assert.Equal(404, (await officer.OpenAsync($"/quan-tri/van-ban/moi?mau={OcopLetterTemplate.TheCode}&ho-so={evaluation}")).Status);
    }

    private Task<bool> RunAsync() => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(OcopReminders.JobCode, CancellationToken.None);
        return true;
    });

    private Task<int> ToldAsync(TestPerson person, string product) => _app.InScopeAsync(async services =>
        (await services.GetRequiredService<AppDbContext>().Set<OfficeNotice>().AsNoTracking().Where(n => n.PersonId == person.Id).ToListAsync()).Count(n => n.Args.Contains(product)));
}
