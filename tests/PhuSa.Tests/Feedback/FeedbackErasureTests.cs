using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Messages;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Feedback;

/// <summary>Who sent feedback is forgotten when the term ends or when they ask: in its row, and in the journal that told of it.</summary>
public sealed class FeedbackErasureTests(FeedbackApp app) : IClassFixture<FeedbackApp>
{
    private static readonly string[] Traces = ["Võ Thị Riêng Tư", "rieng-tu@kiem-thu.vn", "0987 654 321", "riêng nhà tôi"];

    [Fact]
    public async Task Point_30_the_journal_keeps_no_sender_in_plain_words_and_erasure_leaves_no_trace()
    {
        var item = await OldFeedback.MakeAsync(app, days: 10, f => f.Published());
        await app.InDbAsync(async db => Assert.DoesNotContain(await TracesAsync(db), trace => trace.StartsWith("journal", StringComparison.Ordinal)));
        Assert.Contains("Võ Thị Riêng Tư", (await app.Visit().OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);

        var (_, officer) = await app.OfficerAsync();
        await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}/xoa-du-lieu");
        await officer.SubmitAsync("main form");
        Assert.Equal(302, officer.Status);

        await app.InDbAsync(async db => Assert.Empty(await TracesAsync(db)));
        var reader = await app.Visit().OpenAsync("/hoi-dap");
        Assert.Contains("Câu hỏi chung đã sửa", reader.Text, StringComparison.Ordinal);
        Assert.Contains("đã xoá dữ liệu", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_to_a_forgotten_sender_is_forgotten_with_them()
    {
        var item = await app.SentAsync(fields: ("Input.Email", "se-quen@kiem-thu.vn"));
        var (_, officer) = await app.OfficerAsync();
        await FeedbackApp.MoveAsync(officer, item, "khong-xu-ly", ("Input.Why", "Ngoài phạm vi"));
        await app.InDbAsync(async db => Assert.Equal(2, await db.Set<OfficeMessage>().CountAsync(m => m.PersonId == item.Id)));

        await FeedbackApp.MoveAsync(officer, item, "xoa-du-lieu");

        Assert.Equal(302, officer.Status);
        await app.InDbAsync(async db => Assert.False(await db.Set<OfficeMessage>().AnyAsync(m => m.PersonId == item.Id || m.To == "se-quen@kiem-thu.vn")));
    }

    [Fact]
    public async Task What_is_still_open_is_not_erased()
    {
        var item = await OldFeedback.MakeAsync(app, days: 1, f => f);
        var (_, officer) = await app.OfficerAsync();
        await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}/xoa-du-lieu");
        await officer.SubmitAsync("main form");
        Assert.Equal(409, officer.Status);
        await FeedbackApp.MoveAsync(officer, item, "khong-xu-ly", ("Input.Why", "Xong"));
        await FeedbackApp.MoveAsync(officer, item, "xoa-du-lieu");
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task The_term_of_two_years_runs_from_the_answer_as_its_sender_was_told_and_spam_goes_after_a_month()
    {
        var old = await OldFeedback.MakeAsync(app, days: 800, f => f.Published());
        var corrected = await OldFeedback.MakeAsync(app, days: 800, f =>
        {
            f.Published().CorrectAnswer("Trả lời khác", "Câu trả lời chung", "Sửa dấu", OldFeedback.By, app.Clock.GetUtcNow().UtcDateTime.AddDays(-10));
            return f;
        });
        var waiting = await OldFeedback.MakeAsync(app, days: 800, f => f);
        var young = await OldFeedback.MakeAsync(app, days: 600, f => f.Published());
        var spam = await OldFeedback.MakeAsync(app, days: 31, f => f, spam: true);
        var freshSpam = await OldFeedback.MakeAsync(app, days: 29, f => f, spam: true);

        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IJobs>().RunNowAsync("portal.feedback-retention", CancellationToken.None);
            return true;
        });

        foreach (var over in new[] { old, corrected })
        {
            Assert.Equal(("", true), ((await app.OfAsync(over.Code)).Name, (await app.OfAsync(over.Code)).ErasedAt is not null));
        }

        Assert.All([waiting, young, freshSpam], kept => Assert.Equal("Võ Thị Riêng Tư", app.OfAsync(kept.Code).GetAwaiter().GetResult().Name));
        await app.InDbAsync(async db =>
        {
            Assert.False(await db.Set<FeedbackItem>().AnyAsync(f => f.Id == spam.Id));
            await db.Set<FeedbackItem>().Where(f => f.Id == waiting.Id || f.Id == young.Id || f.Id == freshSpam.Id).ExecuteDeleteAsync();
        });
    }

    [Fact]
    public async Task A_letter_that_is_marked_as_spam_late_has_its_month_from_then_on()
    {
        var late = await OldFeedback.MakeAsync(app, days: 60, f => f);
        await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Cán bộ"));
            var db = services.GetRequiredService<AppDbContext>();
            (await db.Set<FeedbackItem>().SingleAsync(f => f.Id == late.Id)).MarkSpam(new Actor("Cán bộ"), app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            await services.GetRequiredService<IJobs>().RunNowAsync("portal.feedback-retention", CancellationToken.None);
            return true;
        });

        Assert.Equal("Võ Thị Riêng Tư", (await app.OfAsync(late.Code)).Name);
        await app.InDbAsync(db => db.Set<FeedbackItem>().Where(f => f.Id == late.Id).ExecuteDeleteAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_published_of_a_letter_goes_with_it_once_it_is_neither_before_readers_nor_kept(bool withdrawnFirst)
    {
        var (by, now) = (new Actor("Cán bộ"), new DateTime(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        var item = OldFeedback.Made(now).Published();
        var acts = new Action[] { () => item.Withdraw("Người gửi yêu cầu", by, now), () => item.Erase(now) };
        foreach (var act in withdrawnFirst ? acts : [.. acts.Reverse()])
        {
            act();
        }

        Assert.Equal((null, null), (item.PublicQuestion, item.PublicAnswer));
    }

    /// <summary>Looks through every text column of every table.</summary>
    private static async Task<List<string>> TracesAsync(AppDbContext db)
    {
        var found = new List<string>();
        var columns = db.Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Where(column => column.PropertyMappings.Any(m => m.Property.ClrType == typeof(string))).Select(column => (Table: table.Name, Column: column.Name)));
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column) in columns)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT CAST(\"{column}\" AS text) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var text = reader.GetString(0);
                found.AddRange(Traces.Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => $"{table}.{column}: {trace}"));
            }
        }

        return found;
    }
}
