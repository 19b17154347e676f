using System.Globalization;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>A bad text is taken from readers at once, whoever is changing it and however far the change has come.</summary>
public sealed class WithdrawalTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData(0, nameof(RevisionStatus.Draft))]
    [InlineData(1, nameof(RevisionStatus.InReview))]
    [InlineData(2, nameof(RevisionStatus.Reviewed))]
    [InlineData(3, nameof(RevisionStatus.AwaitingPublishing))]
    public async Task Withdrawing_ends_the_open_revision_in_the_same_save_and_names_whose_it_is(int steps, string status)
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await PublishedAsync(writer, reviewer, publisher, $"Gỡ khi đang sửa {steps}");
        await ChangedAsync(writer, reviewer, id, steps);
        Assert.Equal(Enum.Parse<RevisionStatus>(status), (await room.RevisionsAsync(id))[1].Status);
        Assert.Single((await publisher.OpenAsync($"/quan-tri/bai-viet/{id}")).Page.QuerySelectorAll("main a[href$='/go-bai']"));
        Assert.Contains($"Bản sửa đang mở của {(await room.VersionsAsync(id))[^1].By} bị bỏ", (await publisher.OpenAsync($"/quan-tri/bai-viet/{id}/go-bai")).Text, StringComparison.Ordinal);

        await room.DoneAsync(publisher, id, "go-bai", ("Input.Why", "Sai sự thật"));

        var (article, revision) = (await room.ArticleAsync(id), (await room.RevisionsAsync(id))[1]);
        Assert.Equal((ArticleStatus.Withdrawn, null, article.Title), (article.Status, article.OpenRevisionId, article.WorkingTitle));
        Assert.Equal(RevisionStatus.Abandoned, revision.Status);
        Assert.Equal("Sai sự thật", Assert.Single(revision.Steps, step => step.Action == nameof(RevisionAction.EndWithArticle)).Why);
        Assert.Equal(410, (await room.App.Visit().OpenAsync($"/bai-viet/{article.Slug}")).Status);
        Assert.Contains("Bỏ bản sửa vì gỡ bài", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_waits_for_its_hour_ends_too_and_does_not_go_out()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await PublishedAsync(writer, reviewer, publisher, "Gỡ khi đã hẹn giờ");
        await ChangedAsync(writer, reviewer, id, steps: 3);
        var hour = VietnamTime.Local(room.App.Clock.GetUtcNow().UtcDateTime.AddMinutes(10));
        await room.DoneAsync(
            publisher,
            id,
            "duyet-dang",
            ("Input.Later", "true"),
            ("Input.Day", hour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Input.Hour", hour.ToString("HH:mm", CultureInfo.InvariantCulture)));
        Assert.Empty((await writer.OpenAsync($"/quan-tri/bai-viet/{id}")).Page.QuerySelectorAll("main a[href$='/bo-ban-sua']"));

        await room.DoneAsync(publisher, id, "go-bai", ("Input.Why", "Sai sự thật"));
        room.App.Clock.Advance(TimeSpan.FromMinutes(15));
        await room.RunJobAsync();

        var revision = (await room.RevisionsAsync(id))[1];
        Assert.Equal((RevisionStatus.Abandoned, null, null), (revision.Status, revision.PublishAt, revision.PublishedVersion));
        Assert.Equal(410, (await room.App.Visit().OpenAsync("/bai-viet/go-khi-da-hen-gio")).Status);
    }

    [Fact]
    public async Task A_form_from_before_the_change_or_of_a_second_publisher_is_refused()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var other = await room.SignedInAsync(Role.DepartmentPublisher);
        var id = await PublishedAsync(writer, reviewer, publisher, "Hai người cùng gỡ");
        var address = $"/quan-tri/bai-viet/{id}/go-bai";
        await publisher.OpenAsync(address);
        await ChangedAsync(writer, reviewer, id, steps: 1);
        await publisher.SubmitAsync(Form, ("Input.Why", "Chưa thấy bản sửa"));
        Assert.Equal((409, RevisionStatus.InReview), (publisher.Status, (await room.RevisionsAsync(id))[1].Status));

        await publisher.OpenAsync(address);
        await other.OpenAsync(address);
        await Task.WhenAll(publisher.SubmitAsync(Form, ("Input.Why", "Sai")), other.SubmitAsync(Form, ("Input.Why", "Cũng sai")));

        Assert.Equal([302, 409], new[] { publisher.Status, other.Status }.Order());
        Assert.Single((await room.ArticleAsync(id)).Steps, step => step.Action == nameof(ArticleAction.Withdraw));
        Assert.Single((await room.RevisionsAsync(id))[1].Steps, step => step.Action == nameof(RevisionAction.EndWithArticle));
    }

    [Fact]
    public async Task Its_writers_are_told_why_and_the_publishers_of_the_other_body_only_where_it_stood_on_both_sites()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var alliance = await room.SignedInAsync(Role.AllianceLeader);
        var own = await PublishedAsync(writer, reviewer, publisher, "Gỡ bài của Sở");
        var joint = await room.DraftAsync(writer, "Gỡ bài chung", other: Newsroom.Alliance);
        await SentAsync(writer, reviewer, joint, steps: 3);
        await room.DoneAsync(publisher, joint, "duyet-dang");
        await room.DoneAsync(alliance, joint, "duyet-dang");

        await room.DoneAsync(publisher, own, "go-bai", ("Input.Why", "Sai số liệu"));
        await room.DoneAsync(publisher, joint, "go-bai", ("Input.Why", "Hết hiệu lực"));

        var (mine, theirs) = ((await writer.OpenAsync("/quan-tri/thong-bao")).Text, (await alliance.OpenAsync("/quan-tri/thong-bao")).Text);
        Assert.Contains("Bài “Gỡ bài của Sở” đã bị gỡ khỏi trang: Sai số liệu", mine, StringComparison.Ordinal);
        Assert.Contains("Bài “Gỡ bài chung” đã bị gỡ khỏi trang: Hết hiệu lực", mine, StringComparison.Ordinal);
        Assert.Contains("Bài “Gỡ bài chung” đã bị gỡ khỏi trang: Hết hiệu lực", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Gỡ bài của Sở", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_to_whose_site_a_draft_would_bring_the_text_does_not_withdraw_it_from_the_other_site()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var alliance = await room.SignedInAsync(Role.AllianceLeader);
        var id = await PublishedAsync(writer, reviewer, publisher, "Chưa đứng bên kia");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Đoạn mới."), ("Input.Others", (await room.CategoryAsync(Newsroom.Alliance)).ToString()));

        Assert.Empty((await alliance.OpenAsync($"/quan-tri/bai-viet/{id}")).Page.QuerySelectorAll("main a[href$='/go-bai']"));
        Assert.Equal(200, alliance.Status);
        Assert.Equal(404, (await alliance.OpenAsync($"/quan-tri/bai-viet/{id}/go-bai")).Status);
    }

    private async Task<Guid> PublishedAsync(Visitor writer, Visitor reviewer, Visitor publisher, string title)
    {
        var id = await room.AwaitingAsync(writer, reviewer, title);
        await room.DoneAsync(publisher, id, "duyet-dang");
        return id;
    }

    /// <summary>A change that has gone some steps of its way to the publishers.</summary>
    private async Task ChangedAsync(Visitor writer, Visitor reviewer, Guid id, int steps)
    {
        await room.DoneAsync(writer, id, "sua", ("Input.Title", "Tên mới của bài sẽ gỡ"), ("Input.Body", "Đoạn đang sửa."), ("Input.ChangeNote", "Sửa nội dung"));
        await SentAsync(writer, reviewer, id, steps);
    }

    private async Task SentAsync(Visitor writer, Visitor reviewer, Guid id, int steps)
    {
        (Visitor Who, string Page)[] way = [(writer, "gui-bien-tap"), (reviewer, "bien-tap-xong"), (writer, "trinh-duyet")];
        foreach (var (who, page) in way.Take(steps))
        {
            await room.DoneAsync(who, id, page);
        }
    }

    private async Task<(Visitor Writer, Visitor Reviewer, Visitor Publisher)> PeopleAsync() =>
        (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentLeader));
}
