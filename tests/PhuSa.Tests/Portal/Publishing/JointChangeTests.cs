using PhuSa.Platform.Rights;
using PhuSa.Portal.Revisions;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>What both bodies have approved is changed by both: an unticked box of the office's form does not take the other body's word away.</summary>
public sealed class JointChangeTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task A_change_that_no_longer_asks_for_both_bodies_still_waits_for_both()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var (publisher, alliance) = (await room.SignedInAsync(Role.DepartmentLeader), await room.SignedInAsync(Role.AllianceLeader));
        var id = await PublishedAsync(writer, reviewer, publisher, alliance, "Chương trình chung");
        await ChangedAsync(writer, reviewer, id, "Chương trình chung, sửa một mình", Newsroom.Alliance);

        await room.DoneAsync(publisher, id, "duyet-dang");

        const string address = "/bai-viet/chuong-trinh-chung";
        Assert.Contains("Một đoạn.", (await room.App.Visit().OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Contains("Một đoạn.", (await room.App.Visit("lienminh.localhost").OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(RevisionStatus.AwaitingPublishing, (await room.RevisionsAsync(id))[1].Status);
        await room.DoneAsync(alliance, id, "duyet-dang");
        Assert.Contains("Chữ sửa một mình.", (await room.App.Visit("lienminh.localhost").OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_body_alone_does_not_take_the_text_from_the_site_of_the_other_which_is_asked()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var (publisher, alliance) = (await room.SignedInAsync(Role.DepartmentLeader), await room.SignedInAsync(Role.AllianceLeader));
        var id = await PublishedAsync(writer, reviewer, publisher, alliance, "Kế hoạch chung");
        await ChangedAsync(writer, reviewer, id, "Kế hoạch chung, chỉ còn một trang", Newsroom.Department);
        Assert.Contains("Bài “Kế hoạch chung, chỉ còn một trang” chờ duyệt đăng.", (await alliance.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch chung, chỉ còn một trang", (await alliance.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        Assert.Contains("Bài này cần người duyệt của cả hai cơ quan", (await publisher.OpenAsync($"/quan-tri/bai-viet/{id}/duyet-dang")).Text, StringComparison.Ordinal);

        await room.DoneAsync(publisher, id, "duyet-dang");

        Assert.Equal(200, (await room.App.Visit("lienminh.localhost").OpenAsync("/bai-viet/ke-hoach-chung")).Status);
        Assert.Equal(2, (await room.ArticleAsync(id)).Places.Count);
        await room.DoneAsync(alliance, id, "duyet-dang");
        var article = await room.ArticleAsync(id);
        Assert.Equal((1, 2, false), (article.Places.Count, article.LiveVersion, article.JointApproval));
    }

    [Fact]
    public async Task Nothing_leaves_the_site_of_a_body_without_it_also_where_both_never_had_to_approve()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var (publisher, alliance) = (await room.SignedInAsync(Role.DepartmentLeader), await room.SignedInAsync(Role.AllianceLeader));
        var (theirs, theirReviewer) = (await room.SignedInAsync(Role.AllianceOfficer), await room.SignedInAsync(Role.AllianceOfficer));
        var id = await room.DraftAsync(writer, "Bài của Sở");
        await SentAsync(writer, reviewer, id);
        await room.DoneAsync(publisher, id, "duyet-dang");
        await room.DoneAsync(writer, id, "sua", ("Input.Others", (await room.CategoryAsync(Newsroom.Alliance)).ToString()), ("Input.ChangeNote", "Đăng cả hai trang"));

        // The draft brings the other body to the text, and it keeps its own category alone.
        await room.DoneAsync(theirs, id, "sua", ("Input.Home", (await room.CategoryAsync(Newsroom.Alliance)).ToString()), ("Input.ChangeNote", "Chuyển trang"));
        await SentAsync(theirs, theirReviewer, id);
        await room.DoneAsync(alliance, id, "duyet-dang");

        const string address = "/bai-viet/bai-cua-so";
        Assert.Equal(200, (await room.App.Visit().OpenAsync(address)).Status);
        Assert.Contains("Bài này cần người duyệt của cả hai cơ quan", (await publisher.OpenAsync($"/quan-tri/bai-viet/{id}/duyet-dang")).Text, StringComparison.Ordinal);
        await room.DoneAsync(publisher, id, "duyet-dang");
        var left = await room.App.Visit().OpenAsync(address);
        Assert.Equal((302, $"http://lienminh.localhost{address}"), (left.Status, left.Redirect!.OriginalString));
        Assert.Equal(200, (await room.App.Visit("lienminh.localhost").OpenAsync(address)).Status);
    }

    /// <summary>The first text, approved by a publisher of each body.</summary>
    private async Task<Guid> PublishedAsync(Visitor writer, Visitor reviewer, Visitor publisher, Visitor alliance, string title)
    {
        var id = await room.DraftAsync(writer, title, other: Newsroom.Alliance);
        await SentAsync(writer, reviewer, id);
        await room.DoneAsync(publisher, id, "duyet-dang");
        await room.DoneAsync(alliance, id, "duyet-dang");
        return id;
    }

    /// <summary>A change without the tick of joint approval, sent to the publishers.</summary>
    private async Task ChangedAsync(Visitor writer, Visitor reviewer, Guid id, string title, string other)
    {
        await room.DoneAsync(
            writer,
            id,
            "sua",
            ("Input.Title", title),
            ("Input.Body", "Chữ sửa một mình."),
            ("Input.JointApproval", "false"),
            ("Input.Others", (await room.CategoryAsync(other)).ToString()),
            ("Input.ChangeNote", "Sửa nội dung"));
        await SentAsync(writer, reviewer, id);
    }

    private async Task SentAsync(Visitor writer, Visitor reviewer, Guid id)
    {
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
    }
}
