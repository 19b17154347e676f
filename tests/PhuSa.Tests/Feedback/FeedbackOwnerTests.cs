using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Feedback;

/// <summary>Feedback is the work of the organisation to which the site belongs, within the term that it has set.</summary>
public sealed class FeedbackOwnerTests : IClassFixture<FeedbackApp>
{
    private const string Term = "/quan-tri/trang/khcn/phan-anh";
    private const string Promise = "Trả lời trước hết ngày";
    private readonly FeedbackApp _app;

    public FeedbackOwnerTests(FeedbackApp app) => _app = app;

    [Fact]
    public async Task The_agency_sets_the_term_readers_are_told_and_what_came_before_keeps_its_own()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        var before = await _app.SentAsync();
        Assert.DoesNotContain("ngày làm việc", (await _app.Visit().OpenAsync("/gop-y")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Promise, (await _app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={before.Code}")).Text, StringComparison.Ordinal);
        await officer.OpenAsync(Term);
        await officer.SubmitAsync("main form", ("AnswerWithin", "0"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("AnswerWithin", "3"));
        Assert.Equal(302, officer.Status);

        Assert.Contains("Cơ quan trả lời trong 3 ngày làm việc.", (await _app.Visit().OpenAsync("/gop-y")).Text, StringComparison.Ordinal);
        var after = await _app.SentAsync();
        Assert.Contains(Promise, (await _app.Visit().OpenAsync($"/gop-y/tra-cuu?ma={after.Code}")).Text, StringComparison.Ordinal);

        Assert.Equal(FeedbackTerms.AnswerBy(after.CreatedAt, 3), after.Due);
        Assert.Equal(FeedbackTerms.AnswerBy(before.CreatedAt), (await _app.OfAsync(before.Code)).Due);
        Assert.True(after.Due < before.Due);
    }

    [Fact]
    public async Task Feedback_goes_to_the_people_of_the_sites_owner_whatever_colours_it_wears()
    {
        var alliance = await _app.SignedInAsync(Role.AllianceOfficer);
        var department = await _app.SignedInAsync(Role.DepartmentOfficer);
        var item = await _app.SentAsync("lienminh.localhost");
        Assert.Equal(200, (await alliance.OpenAsync($"/quan-tri/gop-y/{item.Id}")).Status);
        Assert.Equal(404, (await department.OpenAsync($"/quan-tri/gop-y/{item.Id}")).Status);

        await OwnAsync("so-khcn");
        try
        {
            await _app.Visit().OpenAsync("/");
            Assert.Equal(200, (await department.OpenAsync($"/quan-tri/gop-y/{item.Id}")).Status);
            Assert.Equal(404, (await alliance.OpenAsync($"/quan-tri/gop-y/{item.Id}")).Status);
        }
        finally
        {
            await OwnAsync("lien-minh-htx");
        }
    }

    /// <summary>Through the tracker, so that kept directories hear of it.</summary>
    private Task<int> OwnAsync(string organisation) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<PhuSa.Platform.Journal.Acting>().As(new("Kiểm thử"));
        var db = services.GetRequiredService<PhuSa.Platform.Data.AppDbContext>();
        var owner = await db.Set<Organisation>().Where(o => o.Code == organisation).Select(o => o.Id).SingleAsync();
        (await db.Set<Site>().SingleAsync(s => s.Code == "lienminh")).BelongTo(owner);
        return await db.SaveChangesAsync();
    });
}
