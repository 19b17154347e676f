using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Messages;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Feedback;

/// <summary>From the queue to the answer, the published question, the closed and the false letter.</summary>
public sealed class FeedbackOfficeTests(FeedbackApp app) : IClassFixture<FeedbackApp>
{
    private const string Question = "Đăng ký mã vùng trồng xoài ở đâu?";

    [Fact]
    public async Task A_question_is_assigned_answered_by_letter_and_published_as_edited()
    {
        var item = await app.SentAsync();
        var (person, officer) = await app.OfficerAsync();
        await officer.OpenAsync("/quan-tri/gop-y");
        Assert.Contains(ReferenceCode.Written(item.Code), officer.Text, StringComparison.Ordinal);

        await FeedbackApp.MoveAsync(officer, item, "giao", ("Input.PersonId", person.Id.ToString()), ("Input.Note", "Hỏi phòng Trồng trọt"));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
        Assert.Contains(person.Name, officer.Text, StringComparison.Ordinal);
        Assert.Contains("Hỏi phòng Trồng trọt", officer.Text, StringComparison.Ordinal);

        await FeedbackApp.MoveAsync(officer, item, "tra-loi", ("Input.Answer", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("Input.Answer", "Hỏi Chi cục Trồng trọt.\nMang theo sổ."));
        Assert.Equal(302, officer.Status);
        var letter = await LetterAsync(item);
        Assert.Equal(("xoai@kiem-thu.vn", $"Trả lời góp ý {ReferenceCode.Written(item.Code)}"), (letter.To, letter.Subject));
        Assert.Contains("Hỏi Chi cục Trồng trọt.\nMang theo sổ.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Kính gửi Trần Thị Xoài,", letter.Text, StringComparison.Ordinal);
        var sender = await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={item.Code}");
        Assert.Contains("Mang theo sổ.", sender.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("Chi cục", (await app.Visit().OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", Question));
        Assert.Equal(302, officer.Status);
        var reader = await app.Visit().OpenAsync("/hoi-dap");
        Assert.Contains(Question, reader.Text, StringComparison.Ordinal);
        Assert.Contains("Mang theo sổ.", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xoài", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(item.Code, reader.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, (await app.Visit("lienminh.localhost").OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}");
        Assert.Contains(FeedbackApp.Words, officer.Text, StringComparison.Ordinal);
        Assert.Contains(Question, officer.Text, StringComparison.Ordinal);

        var (found, page) = (Assert.Single(await FoundAsync(item.Id)), PublishedQuestion.AddressOf(item.Id));
        Assert.Contains($"http://khcn.localhost{page}<", await app.CreateClient().GetStringAsync(new Uri("http://khcn.localhost/sitemap.xml")), StringComparison.Ordinal);
        Assert.Equal((page, Question, "khcn"), (found.Url, found.Title, Assert.Single(found.Sites)));
        Assert.DoesNotContain("Xoài", found.Body, StringComparison.Ordinal);
        Assert.Contains("Mang theo sổ.", (await app.Visit().OpenAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.Visit("lienminh.localhost").OpenAsync(page)).Status);
        Assert.Equal(404, (await app.Visit().OpenAsync(PublishedQuestion.AddressOf(Guid.CreateVersion7()))).Status);

        await FeedbackApp.MoveAsync(officer, item, "go", ("Input.Note", "Đã cũ"));
        Assert.Empty(await FoundAsync(item.Id));
        Assert.Equal(404, (await app.Visit().OpenAsync(page)).Status);
        Assert.DoesNotContain(Question, (await app.Visit().OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_publishing_is_frozen_no_answer_is_shown_to_everybody()
    {
        var item = await app.SentAsync();
        var (person, officer) = await app.OfficerAsync();
        var freeze = Guid.CreateVersion7();
        await FeedbackApp.MoveAsync(officer, item, "giao", ("Input.PersonId", person.Id.ToString()));
        await FeedbackApp.MoveAsync(officer, item, "tra-loi", ("Input.Answer", "Trả lời lúc tạm dừng."));
        await FreezeAsync(db => db.Add(new PublishingFreeze(freeze, "Nghi có người lạ.", new Actor("Kiểm thử"), DateTime.UnixEpoch)));

        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Câu hỏi lúc tạm dừng"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("Nghi có người lạ.", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Câu hỏi lúc tạm dừng", (await app.Visit().OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);
        await FreezeAsync(db => db.Set<PublishingFreeze>().AsSplitQuery().Single(f => f.Id == freeze).Lift("Xong", new Actor("Kiểm thử"), DateTime.UnixEpoch));
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.Question", "Câu hỏi lúc tạm dừng"));
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task A_name_stands_under_a_question_only_where_its_sender_agreed()
    {
        var (_, officer) = await app.OfficerAsync();
        var agreed = await app.SentAsync(fields: [("Input.AllowsName", "true"), ("Input.Name", "Lê Văn Đồng Ý")]);
        await AnsweredAsync(officer, agreed);
        await FeedbackApp.MoveAsync(officer, agreed, "dang", ("Input.ShowsName", "true"), ("Input.Question", "Câu hỏi có tên?"));
        Assert.Contains("Lê Văn Đồng Ý", (await app.Visit().OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);

        var silent = await app.SentAsync(fields: ("Input.Name", "Lê Văn Kín"));
        await AnsweredAsync(officer, silent);
        await officer.OpenAsync($"/quan-tri/gop-y/{silent.Id}/dang");
        Assert.Null(officer.Page.QuerySelector("[name='Input.ShowsName']"));
        var token = officer.Page.QuerySelector("main input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var version = officer.Page.QuerySelector("main input[name='Version']")!.GetAttribute("value")!;
        await officer.PostAsync($"/quan-tri/gop-y/{silent.Id}/dang", ("Input.Question", "Hỏi"), ("Input.Answer", "Đáp"), ("Input.ShowsName", "true"), ("Version", version), ("__RequestVerificationToken", token));
        Assert.Equal(409, officer.Status);
        Assert.DoesNotContain("Lê Văn Kín", (await app.Visit().OpenAsync("/hoi-dap")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_stays_words_and_an_address_is_no_link()
    {
        const string hostile = "<script>alert(1)</script> <img src=x onerror=alert(2)> xem https://lua-dao.example/nhan-qua";
        var item = await app.SentAsync(fields: [("Input.Text", hostile), ("Input.Name", "<script>alert(3)</script>"), ("Input.AllowsName", "true")]);
        var (_, officer) = await app.OfficerAsync();
        await AnsweredAsync(officer, item, hostile);
        await FeedbackApp.MoveAsync(officer, item, "dang", ("Input.ShowsName", "true"));
        Assert.Equal(302, officer.Status);

        var pages = new[] { await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}"), await app.Visit().OpenAsync("/hoi-dap"), await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={item.Code}") };
        foreach (var page in pages)
        {
            var html = page.Page.DocumentElement.OuterHtml;
            Assert.Contains("https://lua-dao.example/nhan-qua", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Page.QuerySelectorAll("a[href*='lua-dao'], img[src=x]"));
            Assert.DoesNotContain(page.Page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        }

        await FeedbackApp.MoveAsync(officer, item, "go");
    }

    [Fact]
    public async Task The_other_agency_has_no_way_to_it()
    {
        var item = await app.SentAsync();
        var (_, alliance) = await app.OfficerAsync(Role.AllianceOfficer);
        await alliance.OpenAsync("/quan-tri/gop-y?tinh-trang=tat-ca");
        Assert.Equal(200, alliance.Status);
        Assert.DoesNotContain(ReferenceCode.Written(item.Code), alliance.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/giao", "/khong-xu-ly", "/thu-rac", "/xoa-du-lieu" })
        {
            Assert.Equal(404, (await alliance.OpenAsync($"/quan-tri/gop-y/{item.Id}{page}")).Status);
        }

        var publisher = await app.SignedInAsync(Role.DepartmentPublisher);
        Assert.Equal(403, (await publisher.OpenAsync("/quan-tri/gop-y")).Status);
    }

    [Fact]
    public async Task A_stale_step_is_refused()
    {
        var item = await app.SentAsync();
        var (_, one) = await app.OfficerAsync();
        var (_, two) = await app.OfficerAsync();
        await two.OpenAsync($"/quan-tri/gop-y/{item.Id}/khong-xu-ly");
        await FeedbackApp.MoveAsync(one, item, "giao");
        await two.SubmitAsync("main form", ("Input.Why", "Không thuộc thẩm quyền"));
        Assert.Equal(409, two.Status);

        // New feedback cannot be answered before somebody has it.
        var unassigned = await app.SentAsync();
        await FeedbackApp.MoveAsync(one, unassigned, "tra-loi", ("Input.Answer", "Vội"));
        Assert.Equal(409, one.Status);
    }

    [Theory]
    [InlineData("tra-loi", "Input.Answer", "Hỏi Chi cục Trồng trọt.", nameof(FeedbackStatus.Answered))]
    [InlineData("khong-xu-ly", "Input.Why", "Thuộc Ủy ban nhân dân xã", nameof(FeedbackStatus.Rejected))]
    public async Task Whoever_was_overtaken_takes_the_step_at_the_second_press_with_what_was_typed(string page, string field, string words, string ends)
    {
        var item = await app.SentAsync();
        var (person, one) = await app.OfficerAsync();
        var (_, two) = await app.OfficerAsync();
        await FeedbackApp.MoveAsync(one, item, "giao", ("Input.PersonId", person.Id.ToString()));
        await two.OpenAsync($"/quan-tri/gop-y/{item.Id}/{page}");
        await FeedbackApp.MoveAsync(one, item, "giao", ("Input.PersonId", person.Id.ToString()), ("Input.Note", "Nhắc lại"));

        await two.SubmitAsync("main form", (field, words));
        Assert.Equal(409, two.Status);
        await two.SubmitAsync("main form");

        Assert.Equal(302, two.Status);
        Assert.Equal(ends, (await app.OfAsync(item.Code)).Status.ToString());
        Assert.Contains(words, (await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={item.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_dealt_with_says_why_and_spam_can_be_taken_back()
    {
        var (_, officer) = await app.OfficerAsync();
        var rejected = await app.SentAsync();
        await FeedbackApp.MoveAsync(officer, rejected, "khong-xu-ly", ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("Input.Why", "Thuộc Ủy ban nhân dân xã"));
        Assert.Contains("Thuộc Ủy ban nhân dân xã", (await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={rejected.Code}")).Text, StringComparison.Ordinal);

        var spam = await app.SentAsync();
        await FeedbackApp.MoveAsync(officer, spam, "thu-rac");
        Assert.Contains("Đã nhận", (await app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={spam.Code}")).Text, StringComparison.Ordinal);
        await officer.OpenAsync("/quan-tri/gop-y?tinh-trang=tat-ca");
        Assert.DoesNotContain(ReferenceCode.Written(spam.Code), officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync("/quan-tri/gop-y?tinh-trang=thu-rac");
        Assert.Contains(ReferenceCode.Written(spam.Code), officer.Text, StringComparison.Ordinal);
        await FeedbackApp.MoveAsync(officer, spam, "khoi-phuc");
        Assert.Equal(FeedbackStatus.New, (await app.OfAsync(spam.Code)).Status);
    }

    [Fact]
    public async Task The_queue_filters_by_kind_person_and_lateness_in_its_address()
    {
        var (me, officer) = await app.OfficerAsync();
        var mine = await app.SentAsync(fields: ("Input.Kind", nameof(FeedbackKind.Complaint)));
        var late = await OldAsync(days: 30, FeedbackKind.Suggestion);
        await FeedbackApp.MoveAsync(officer, mine, "giao", ("Input.PersonId", me.Id.ToString()));
        foreach (var (query, shown, hidden) in new[] { ("loai=Complaint", mine, late), ("cua-toi=1", mine, late), ("qua-han=1", late, mine), ($"ma={late.Code}", late, mine), ("tinh-trang=moi", late, mine), ("loai=vo-nghia&tinh-trang=dang-xu-ly", mine, late) })
        {
            await officer.OpenAsync($"/quan-tri/gop-y?{query}");
            Assert.Contains(ReferenceCode.Written(shown.Code), officer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(ReferenceCode.Written(hidden.Code), officer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task New_feedback_waits_for_everybody_assigned_for_one_and_overdue_for_everybody_again()
    {
        var (me, officer) = await app.OfficerAsync();
        var (other, _) = await app.OfficerAsync();
        var (alliance, _) = await app.OfficerAsync(Role.AllianceOfficer);
        var item = await app.SentAsync();
        var late = await OldAsync(days: 30, FeedbackKind.Question);
        Assert.Contains(await WaitingAsync(me, Role.DepartmentOfficer), w => w.Url.EndsWith(item.Id.ToString(), StringComparison.Ordinal) && w.Due == item.Due);
        Assert.DoesNotContain(await WaitingAsync(alliance, Role.AllianceOfficer), w => w.Url.EndsWith(item.Id.ToString(), StringComparison.Ordinal));

        await FeedbackApp.MoveAsync(officer, item, "giao", ("Input.PersonId", other.Id.ToString()));
        await FeedbackApp.MoveAsync(officer, late, "giao", ("Input.PersonId", other.Id.ToString()));
        Assert.DoesNotContain(await WaitingAsync(me, Role.DepartmentOfficer), w => w.Url.EndsWith(item.Id.ToString(), StringComparison.Ordinal));
        Assert.Contains(await WaitingAsync(other, Role.DepartmentOfficer), w => w.Url.EndsWith(item.Id.ToString(), StringComparison.Ordinal));
        Assert.Contains(await WaitingAsync(me, Role.DepartmentOfficer), w => w.Url.EndsWith(late.Id.ToString(), StringComparison.Ordinal));

        await app.InDbAsync(async db =>
        {
            var notices = await db.Set<OfficeNotice>().AsNoTracking().Where(n => n.Url == $"/quan-tri/gop-y/{item.Id}").ToListAsync();
            Assert.Contains(notices, n => n.PersonId == me.Id);
            Assert.Equal(2, notices.Count(n => n.PersonId == other.Id));
            Assert.DoesNotContain(notices, n => n.PersonId == alliance.Id);
        });
    }

    [Fact]
    public async Task It_is_assigned_only_to_somebody_of_the_agency()
    {
        var item = await app.SentAsync();
        var (_, officer) = await app.OfficerAsync();
        var (alliance, _) = await app.OfficerAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}/giao");
        await officer.SubmitAsync("main form", ("Input.PersonId", alliance.Id.ToString()));
        Assert.Equal(422, officer.Status);
    }

    private static async Task AnsweredAsync(Visitor officer, FeedbackItem item, string answer = "Trả lời.")
    {
        await FeedbackApp.MoveAsync(officer, item, "giao");
        await FeedbackApp.MoveAsync(officer, item, "tra-loi", ("Input.Answer", answer));
        Assert.Equal(302, officer.Status);
    }

    private Task<FeedbackItem> OldAsync(int days, FeedbackKind kind) => OldFeedback.MakeAsync(app, days, item => item, kind);

    private Task<OfficeMessage> LetterAsync(FeedbackItem item)
    {
        var subject = $"Trả lời góp ý {ReferenceCode.Written(item.Code)}";
        return app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().AsNoTracking().SingleAsync(m => m.PersonId == item.Id && m.Subject == subject));
    }

    private Task<IReadOnlyList<WorkItem>> WaitingAsync(TestPerson person, Role role) => app.InScopeAsync(services =>
    {
        var roles = new HashSet<Role> { role };
        var signedIn = new SignedIn(person.Id, person.Name, person.OrganisationId!.Value, "", roles, services.GetRequiredService<RightBook>().Of(roles), Guid.Empty);
        return services.GetServices<IWorkSource>().OfType<FeedbackWork>().Single().OfAsync(signedIn, CancellationToken.None);
    });

    private Task<int> FreezeAsync(Action<AppDbContext> change) => app.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        change(db);
        return db.SaveChangesAsync();
    });

    /// <returns>What search is given of the question.</returns>
    private Task<IReadOnlyList<PhuSa.Platform.Search.SearchDocument>> FoundAsync(Guid id) =>
        app.InScopeAsync(services => new QuestionSearch(services.GetRequiredService<AppDbContext>()).ReadAsync([id], CancellationToken.None));
}
