using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Messages;
using PhuSa.Platform.Data;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Feedback;

/// <summary>What whoever sent feedback gets by letter before it is answered, and that the form writes nothing of a stranger's to a stranger.</summary>
public sealed class FeedbackLetterTests(FeedbackApp app) : IClassFixture<FeedbackApp>
{
    [Fact]
    public async Task A_sender_with_an_address_is_told_the_code_in_a_letter_without_a_word_of_theirs()
    {
        var item = await app.SentAsync(fields: [("Input.Email", "bien-nhan@kiem-thu.vn"), ("Input.Name", "Mua ngay tại lua-dao.example"), ("Input.Text", "Nhận thưởng tại lua-dao.example")]);

        var letter = Assert.Single(await LettersAsync(item));

        var code = ReferenceCode.Written(item.Code);
        Assert.Equal(("bien-nhan@kiem-thu.vn", $"Đã nhận góp ý {code}"), (letter.To, letter.Subject));
        Assert.Contains($"Mã tra cứu: {code}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/gop-y/tra-cuu", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lua-dao", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0912 345 678", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_and_a_sender_without_an_address_make_no_further_letter()
    {
        var visitor = await app.AtFormAsync();
        var stamp = visitor.Page.QuerySelector("main input[name='Stamp']")!.GetAttribute("value")!;
        await visitor.SubmitAsync("main form", FeedbackApp.Filled(("Input.Email", "hai-lan@kiem-thu.vn")));
        var item = await app.OfAsync(await FeedbackApp.CodeAsync(visitor));
        await (await visitor.OpenAsync("/gop-y")).SubmitAsync("main form", [.. FeedbackApp.Filled(("Input.Email", "hai-lan@kiem-thu.vn")), ("Stamp", stamp)]);
        Assert.Equal(302, visitor.Status);

        Assert.Single(await LettersAsync(item));
        Assert.Empty(await LettersAsync(await app.SentAsync(fields: ("Input.Email", ""))));
    }

    [Fact]
    public async Task Whoever_was_taken_for_a_machine_is_told_once_when_that_is_taken_back()
    {
        var item = await app.SentAsync(fields: [("Input.Email", "khong-may@kiem-thu.vn"), ("Input.Website", "https://cobac.example")]);
        Assert.Empty(await LettersAsync(item));
        var (_, officer) = await app.OfficerAsync();

        await FeedbackApp.MoveAsync(officer, item, "khoi-phuc");
        Assert.Single(await LettersAsync(item));
        await FeedbackApp.MoveAsync(officer, item, "thu-rac");
        await FeedbackApp.MoveAsync(officer, item, "khoi-phuc");

        Assert.Equal(302, officer.Status);
        Assert.Single(await LettersAsync(item));
    }

    [Fact]
    public async Task One_address_gets_so_many_receipts_in_a_day_however_it_is_written()
    {
        for (var i = 0; i < FeedbackIntake.ReceiptsADay; i++)
        {
            Assert.Single(await LettersAsync(await app.SentAsync(fields: ("Input.Email", "Nan-Nhan@kiem-thu.vn"))));
        }

        Assert.Empty(await LettersAsync(await app.SentAsync(fields: ("Input.Email", "nan-nhan@kiem-thu.vn"))));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(await LettersAsync(await app.SentAsync(fields: ("Input.Email", "nan-nhan@kiem-thu.vn"))));
    }

    [Fact]
    public async Task Marking_as_spam_opens_no_further_receipts_and_neither_does_taking_that_back()
    {
        var (_, officer) = await app.OfficerAsync();
        var trapped = await app.SentAsync(fields: [("Input.Email", "bi-doi@kiem-thu.vn"), ("Input.Website", "https://cobac.example")]);
        for (var i = 0; i < FeedbackIntake.ReceiptsADay; i++)
        {
            var item = await app.SentAsync(fields: ("Input.Email", "bi-doi@kiem-thu.vn"));
            Assert.Single(await LettersAsync(item));
            await FeedbackApp.MoveAsync(officer, item, "thu-rac");
            Assert.Equal(302, officer.Status);
        }

        Assert.Empty(await LettersAsync(await app.SentAsync(fields: ("Input.Email", "bi-doi@kiem-thu.vn"))));
        await FeedbackApp.MoveAsync(officer, trapped, "khoi-phuc");
        Assert.Equal(302, officer.Status);
        Assert.Empty(await LettersAsync(trapped));
    }

    [Fact]
    public async Task What_is_not_dealt_with_is_told_once_with_the_reason_and_without_a_word_of_the_sender()
    {
        var item = await app.SentAsync(fields: [("Input.Email", "tu-choi@kiem-thu.vn"), ("Input.Name", "Mua ngay tại lua-dao.example")]);
        var (_, one) = await app.OfficerAsync();
        var (_, two) = await app.OfficerAsync();
        await two.OpenAsync($"/quan-tri/gop-y/{item.Id}/khong-xu-ly");
        Assert.Contains("tu-choi@kiem-thu.vn", two.Text, StringComparison.Ordinal);
        await FeedbackApp.MoveAsync(one, item, "khong-xu-ly", ("Input.Why", "Thuộc Ủy ban nhân dân xã"));
        Assert.Equal(302, one.Status);
        await two.SubmitAsync("main form", ("Input.Why", "Thuộc nơi khác"));
        Assert.Equal(409, two.Status);

        var subject = $"Góp ý {ReferenceCode.Written(item.Code)} không được xử lý";
        var letter = Assert.Single(await LettersAsync(item), m => m.Subject == subject);
        Assert.Equal(2, (await LettersAsync(item)).Count);
        Assert.Equal("tu-choi@kiem-thu.vn", letter.To);
        Assert.Contains("Thuộc Ủy ban nhân dân xã", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lua-dao", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FeedbackApp.Words, letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_English_reader_is_written_to_in_English_and_no_host_that_nobody_claims_stands_in_the_letter()
    {
        var code = await app.InScopeAsync(async services =>
        {
            var site = (await services.GetRequiredService<KeptSites>().DirectoryAsync(CancellationToken.None)).WithCode("khcn")!;
            var letter = new FeedbackLetter(FeedbackKind.Question, "Ann", "ann@kiem-thu.vn", null, "Where?", null, AllowsName: false, "en");
            return await services.GetRequiredService<FeedbackIntake>().TakeAsync(site, address: null, Guid.CreateVersion7(), letter, looksLikeSpam: false, CancellationToken.None);
        });

        var posted = Assert.Single(await LettersAsync(await app.OfAsync(code)));
        Assert.Equal($"Feedback {ReferenceCode.Written(code)} received", posted.Subject);
        Assert.StartsWith("Dear reader,", posted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", posted.Text, StringComparison.Ordinal);
    }

    private Task<List<OfficeMessage>> LettersAsync(FeedbackItem item) =>
        app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().AsNoTracking().Where(m => m.PersonId == item.Id).OrderBy(m => m.CreatedAt).ToListAsync());
}
