using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Messages;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Feedback;

/// <summary>An answer that has gone out is put right in the open: whoever reads it is told that it was, when and why.</summary>
public sealed class FeedbackCorrectionTests(FeedbackApp app) : IClassFixture<FeedbackApp>
{
    private const string Page = "sua-tra-loi";
    private const string Wrong = "Nộp ở tầng hai trước ngày mùng ba.";
    private const string Right = "Nộp ở tầng một trước ngày mùng tám.";
    private const string Why = "Ghi nhầm tầng và ngày";

    [Fact]
    public async Task A_published_answer_is_corrected_with_a_reason_that_readers_see_and_the_sender_gets_it_again()
    {
        var (person, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp ở đâu?"));
        await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}");
        Assert.NotNull(officer.Page.QuerySelector($"a[href$='{item.Id}/{Page}']"));

        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Answer", Right), ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("Input.Why", Why));

        Assert.Equal(302, officer.Status);
        var day = VietnamTime.Written(VietnamTime.Today(app.Clock));
        foreach (var address in new[] { PublishedQuestion.AddressOf(item.Id), "/hoi-dap", $"/gop-y/tra-cuu?ma={item.Code}" })
        {
            var reader = await app.Visit().OpenAsync(address);
            Assert.Contains(Right, reader.Text, StringComparison.Ordinal);
            Assert.Contains($"Đã sửa ngày {day}: {Why}", reader.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Wrong, (await app.Visit().OpenAsync(PublishedQuestion.AddressOf(item.Id))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, (await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={item.Code}")).Text, StringComparison.Ordinal);

        var letter = Assert.Single(await CorrectionsAsync(item));
        Assert.Equal("xoai@kiem-thu.vn", letter.To);
        Assert.Contains(Right, letter.Text, StringComparison.Ordinal);
        Assert.Contains(Why, letter.Text, StringComparison.Ordinal);
        var step = (await app.OfAsync(item.Code)).Steps[^1];
        Assert.Equal((nameof(FeedbackAction.CorrectAnswer), person.Name, Why), (step.Action, step.By, step.Why));
    }

    [Fact]
    public async Task An_answer_that_was_only_sent_is_corrected_for_its_sender_and_published_as_it_reads_then()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Answer", Right), ("Input.Why", Why));
        Assert.Single(await CorrectionsAsync(item));

        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp ở đâu vậy?"));

        var reader = await app.Visit().OpenAsync(PublishedQuestion.AddressOf(item.Id));
        Assert.Contains(Right, reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã sửa", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_the_answer_as_it_reads_now_and_corrects_it_at_the_second_press()
    {
        var (_, one) = await app.OfficerAsync();
        var (_, two) = await app.OfficerAsync();
        var item = await AnsweredAsync(one);
        await two.OpenAsync($"/quan-tri/gop-y/{item.Id}/{Page}");
        await FeedbackApp.MoveAsync(one, item, Page, ("Input.Answer", Right), ("Input.Why", Why));

        await two.SubmitAsync("main form", ("Input.Answer", "Nộp qua bưu điện."), ("Input.Why", "Nơi nộp đã đổi"));
        Assert.Equal(409, two.Status);
        Assert.Contains(Right, two.Text, StringComparison.Ordinal);
        Assert.Single(await CorrectionsAsync(item));
        await two.SubmitAsync("main form");

        Assert.Equal(302, two.Status);
        Assert.Equal("Nộp qua bưu điện.", (await app.OfAsync(item.Code)).Answer);
        Assert.Equal(2, (await CorrectionsAsync(item)).Count);
    }

    [Fact]
    public async Task What_changes_nothing_is_no_correction_and_no_letter()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);

        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Why", Why));

        Assert.Equal(409, officer.Status);
        Assert.Contains("chưa được sửa chữ nào", officer.Text, StringComparison.Ordinal);
        Assert.Empty(await CorrectionsAsync(item));

        var open = await app.SentAsync();
        await FeedbackApp.MoveAsync(officer, open, Page, ("Input.Why", Why));
        Assert.Equal(409, officer.Status);
    }

    [Fact]
    public async Task A_published_wording_of_its_own_is_corrected_by_itself_also_after_the_sender_was_forgotten()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp ở chỗ nào?"), ("Input.Answer", "Nộp ở tầng hai."));
        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.PublicAnswer", "Nộp ở tầng một."), ("Input.Why", Why));
        Assert.Equal(302, officer.Status);
        var kept = await app.OfAsync(item.Code);
        Assert.Equal((Wrong, "Nộp ở tầng một."), (kept.Answer, kept.PublicAnswer));
        Assert.Empty(await CorrectionsAsync(item));

        await FeedbackApp.MoveAsync(officer, item, "xoa-du-lieu");
        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.PublicAnswer", "Nộp ở tầng ba."), ("Input.Why", "Phòng đã chuyển"));

        Assert.Equal(302, officer.Status);
        var reader = await app.Visit().OpenAsync(PublishedQuestion.AddressOf(item.Id));
        Assert.Contains("Nộp ở tầng ba.", reader.Text, StringComparison.Ordinal);
        Assert.Contains(Why, reader.Text, StringComparison.Ordinal);
        Assert.Contains("Phòng đã chuyển", reader.Text, StringComparison.Ordinal);
        Assert.Null((await app.OfAsync(item.Code)).Answer);
    }

    [Fact]
    public async Task While_publishing_is_frozen_a_published_answer_stays_as_it_is()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        var freeze = Guid.CreateVersion7();
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp khi nào?"));
        await FreezeAsync(db => db.Add(new PublishingFreeze(freeze, "Nghi có người lạ.", new Actor("Kiểm thử"), DateTime.UnixEpoch)));

        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Answer", Right), ("Input.Why", Why));

        Assert.Equal(409, officer.Status);
        Assert.Equal(Wrong, (await app.OfAsync(item.Code)).PublicAnswer);
        Assert.Empty(await CorrectionsAsync(item));
        await FreezeAsync(db => db.Set<PublishingFreeze>().AsSplitQuery().Single(f => f.Id == freeze).Lift("Xong", new Actor("Kiểm thử"), DateTime.UnixEpoch));
    }

    [Fact]
    public async Task Where_only_the_letter_is_corrected_readers_are_told_nothing_and_a_freeze_does_not_hold_it_back()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp ở phòng nào?"), ("Input.Answer", "Nộp ở phòng một cửa."));
        var freeze = Guid.CreateVersion7();
        await FreezeAsync(db => db.Add(new PublishingFreeze(freeze, "Nghi có người lạ.", new Actor("Kiểm thử"), DateTime.UnixEpoch)));

        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Answer", Right), ("Input.Why", Why));

        Assert.Equal(302, officer.Status);
        await FreezeAsync(db => db.Set<PublishingFreeze>().AsSplitQuery().Single(f => f.Id == freeze).Lift("Xong", new Actor("Kiểm thử"), DateTime.UnixEpoch));
        Assert.Single(await CorrectionsAsync(item));
        Assert.Equal(nameof(FeedbackAction.CorrectSentAnswer), (await app.OfAsync(item.Code)).Steps[^1].Action);
        Assert.DoesNotContain("Đã sửa", (await app.Visit().OpenAsync(PublishedQuestion.AddressOf(item.Id))).Text, StringComparison.Ordinal);
        Assert.Contains(Why, (await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={item.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_the_published_words_are_corrected_the_sender_is_not_told_of_a_correction()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp tại phòng nào?"), ("Input.Answer", "Nộp ở phòng một cửa."));

        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.PublicAnswer", "Nộp tại phòng một cửa, tầng một."), ("Input.Why", Why));

        Assert.Equal(302, officer.Status);
        Assert.Equal(nameof(FeedbackAction.CorrectPublishedAnswer), (await app.OfAsync(item.Code)).Steps[^1].Action);
        Assert.Contains(Why, (await app.Visit().OpenAsync(PublishedQuestion.AddressOf(item.Id))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, (await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={item.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_corrected_before_it_was_published_anew_is_not_told()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp mấy bản?"));
        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Answer", Right), ("Input.Why", Why));
        await FeedbackApp.MoveAsync(officer, item, "go");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp mấy bản?"));

        Assert.Equal(302, officer.Status);
        Assert.DoesNotContain("Đã sửa", (await app.Visit().OpenAsync(PublishedQuestion.AddressOf(item.Id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_of_addresses_says_the_day_of_the_last_correction()
    {
        var (_, officer) = await app.OfficerAsync();
        var item = await AnsweredAsync(officer);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Nộp ngày nào?"));
        Assert.Contains(Entry(), await MapAsync(), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(2));
        (_, officer) = await app.OfficerAsync();

        await FeedbackApp.MoveAsync(officer, item, Page, ("Input.Answer", Right), ("Input.Why", Why));

        Assert.Equal(302, officer.Status);
        Assert.Contains(Entry(), await MapAsync(), StringComparison.Ordinal);

        string Entry() => $"{PublishedQuestion.AddressOf(item.Id)}</loc><lastmod>{VietnamTime.Today(app.Clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>";

        Task<string> MapAsync() => app.Visit().Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private async Task<FeedbackItem> AnsweredAsync(Visitor officer)
    {
        var item = await app.SentAsync();
        await FeedbackApp.MoveAsync(officer, item, "giao");
        await FeedbackApp.MoveAsync(officer, item, "tra-loi", ("Input.Answer", Wrong));
        Assert.Equal(302, officer.Status);
        return item;
    }

    private Task<List<OfficeMessage>> CorrectionsAsync(FeedbackItem item)
    {
        var subject = $"Sửa câu trả lời góp ý {ReferenceCode.Written(item.Code)}";
        return app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().AsNoTracking().Where(m => m.PersonId == item.Id && m.Subject == subject).OrderBy(m => m.CreatedAt).ToListAsync());
    }

    private Task<int> FreezeAsync(Action<AppDbContext> change) => app.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        change(db);
        return db.SaveChangesAsync();
    });
}
