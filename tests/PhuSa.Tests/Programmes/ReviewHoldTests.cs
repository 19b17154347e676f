using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Programmes;

/// <summary>While publishing is frozen no table brings a published review or another text of one.</summary>
public sealed class ReviewHoldTests : IAsyncLifetime
{
    private const string Known = "tam-dung";

    private readonly ProgrammesApp _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.AddReviewAsync(Known);
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
            var db = services.GetRequiredService<AppDbContext>();
            db.Add(new PublishingFreeze(Guid.CreateVersion7(), "Nghi có người lạ.", new Actor("Kiểm thử"), DateTime.UnixEpoch));
            return await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_changed_text_a_changed_title_and_a_new_review_are_refused()
    {
        using var text = TestReviews.Folder(Known, TestReviews.Parts(Known, "Lời người lạ {test.granted}."));
        using var title = TestReviews.Folder(Known);
        title.With("reviews.csv", title.Read("reviews.csv").Replace("Tóm tắt thử.", "Lời người lạ.", StringComparison.Ordinal));
        using var another = TestReviews.Folder("bao-cao-la");

        foreach (var folder in new[] { text, title, another })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.ImportAsync(folder.Path));
            Assert.Contains("Nghi có người lạ.", refused.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Lời người lạ", (await _app.Visit().OpenAsync($"/bao-cao/{Known}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _app.Visit().OpenAsync("/bao-cao/bao-cao-la")).Status);
    }

    [Fact]
    public async Task What_is_there_already_and_what_is_taken_off_pass()
    {
        using var same = TestReviews.Folder(Known);
        Assert.Empty((await _app.ImportAsync(same.Path)).Errors);

        using var off = Unpublished(Known);
        Assert.Empty((await _app.ImportAsync(off.Path)).Errors);
    }

    [Fact]
    public async Task A_review_that_no_list_names_is_refused_too_because_its_address_answers()
    {
        using var draft = Unpublished("ban-nhap");

        await Assert.ThrowsAsync<RefusedException>(() => _app.ImportAsync(draft.Path));

        Assert.Equal(404, (await _app.Visit().OpenAsync("/bao-cao/ban-nhap")).Status);
    }

    [Fact]
    public async Task The_figures_of_a_review_may_be_closed() => Assert.NotEqual(0, (await _app.FreezeAsync(Known)).Figures);

    private static ImportFolder Unpublished(string slug)
    {
        var folder = TestReviews.Folder(slug);
        return folder.With("reviews.csv", folder.Read("reviews.csv").Replace("2020-07-09,2020-07-13,", "2020-07-09,,", StringComparison.Ordinal));
    }
}
