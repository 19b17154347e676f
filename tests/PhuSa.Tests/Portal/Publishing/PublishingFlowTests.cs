using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>A text on its way to the public, through the pages.</summary>
public sealed class PublishingFlowTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string List = "/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe";

    [Fact]
    public async Task A_text_goes_from_its_writer_past_a_reviewer_and_a_publisher_to_readers()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.DraftAsync(writer, "Khai mạc hội chợ trái cây", "Sáng nay, hội chợ mở cửa.");
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/khai-mac-hoi-cho-trai-cay")).Status);

        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "tra-lai", ("Input.Why", "Thiếu tên nơi tổ chức"));
        Assert.Contains("Thiếu tên nơi tổ chức", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}")).Text, StringComparison.Ordinal);
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Sáng nay, hội chợ mở cửa ở Long Xuyên."));
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(publisher, id, "khong-duyet", ("Input.Why", "Chờ ảnh"));
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/khai-mac-hoi-cho-trai-cay")).Status);
        await room.DoneAsync(publisher, id, "duyet-dang");

        var read = await room.App.Visit().OpenAsync("/bai-viet/khai-mac-hoi-cho-trai-cay");
        Assert.Contains("mở cửa ở Long Xuyên", read.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày đăng: 01/07/2026", read.Text, StringComparison.Ordinal);
        Assert.Contains("Khai mạc hội chợ trái cây", (await room.App.Visit().OpenAsync(List)).Text, StringComparison.Ordinal);
        var revision = Assert.Single(await room.RevisionsAsync(id));
        Assert.Equal(
            ["Record", "SendForReview", "Return", "SendForReview", "Review", "SendForPublishing", "Refuse", "SendForReview", "Review", "SendForPublishing", "Publish"],
            revision.Steps.OrderBy(step => step.At).ThenBy(step => step.Id).Select(step => step.Action));
        Assert.Equal((2, 2), ((await room.ArticleAsync(id)).LiveVersion, revision.PublishedVersion));
    }

    [Fact]
    public async Task Readers_keep_the_published_text_until_the_change_is_approved_and_are_told_of_it()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.AwaitingAsync(writer, reviewer, "Lịch gieo sạ vụ Thu Đông");
        await room.DoneAsync(publisher, id, "duyet-dang");
        const string address = "/bai-viet/lich-gieo-sa-vu-thu-dong";

        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Xuống giống từ ngày 10."), ("Input.ChangeNote", "Sửa ngày xuống giống"));
        Assert.Contains("Một đoạn.", (await room.App.Visit().OpenAsync(address)).Text, StringComparison.Ordinal);
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.MoveAsync(publisher, id, "duyet-dang", ("Input.ChangeNote", ""));
        Assert.Equal(422, publisher.Status);
        await room.DoneAsync(publisher, id, "duyet-dang", ("Input.ChangeNote", "Sửa ngày xuống giống thành ngày 10"));

        var read = await room.App.Visit().OpenAsync(address);
        Assert.Contains("Xuống giống từ ngày 10.", read.Text, StringComparison.Ordinal);
        Assert.Contains("01/07/2026: Sửa ngày xuống giống thành ngày 10", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minor_change_is_logged_and_not_told_to_readers()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.AwaitingAsync(writer, reviewer, "Thông báo nghỉ lễ");
        await room.DoneAsync(publisher, id, "duyet-dang");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Một đoạn, sửa chính tả."), ("Input.Minor", "true"));
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(publisher, id, "duyet-dang", ("Input.Minor", "true"));

        var read = await room.App.Visit().OpenAsync("/bai-viet/thong-bao-nghi-le");
        Assert.Contains("sửa chính tả", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thay đổi sau khi đăng", read.Text, StringComparison.Ordinal);
        Assert.True((await room.RevisionsAsync(id))[1].Minor);
    }

    [Fact]
    public async Task Whoever_wrote_any_version_since_the_last_publication_cannot_approve_it()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var writingPublisher = await room.SignedInAsync(Role.DepartmentPublisher);
        var id = await room.DraftAsync(writer, "Hai người cùng viết");
        await room.DoneAsync(writingPublisher, id, "sua", ("Input.Body", "Đoạn của người duyệt."));
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Đoạn của người viết."));
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.MoveAsync(writingPublisher, id, "bien-tap-xong");
        Assert.Equal(409, writingPublisher.Status);
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");

        await room.MoveAsync(writingPublisher, id, "duyet-dang");

        Assert.Equal(409, writingPublisher.Status);
        Assert.Contains("Bạn đã viết bài này nên không tự duyệt đăng được", writingPublisher.Text, StringComparison.Ordinal);
        Assert.Empty((await writingPublisher.OpenAsync($"/quan-tri/bai-viet/{id}")).Page.QuerySelectorAll("a[href$='/duyet-dang']"));
        await room.DoneAsync(publisher, id, "duyet-dang");
    }

    [Fact]
    public async Task An_officer_of_one_body_does_not_touch_the_articles_of_the_other()
    {
        var (writer, _, _) = await PeopleAsync();
        var other = await room.SignedInAsync(Role.AllianceOfficer);
        var otherPublisher = await room.SignedInAsync(Role.AlliancePublisher);
        var id = await room.DraftAsync(writer, "Tin riêng của Sở");
        await room.DoneAsync(writer, id, "gui-bien-tap");

        foreach (var page in new[] { "", "/sua", "/tep", "/xem-truoc", "/tra-lai", "/bien-tap-xong", "/so-sanh?a=1&b=1", "/khoi-phuc/1" })
        {
            Assert.Equal(404, (await other.OpenAsync($"/quan-tri/bai-viet/{id}{page}")).Status);
        }

        Assert.Equal(404, (await otherPublisher.OpenAsync($"/quan-tri/bai-viet/{id}/duyet-dang")).Status);
        Assert.DoesNotContain("Tin riêng của Sở", (await other.OpenAsync("/quan-tri/bai-viet")).Text, StringComparison.Ordinal);
        await other.OpenAsync("/quan-tri/bai-viet/moi");
        await other.SubmitAsync("main form[method=post]", ("Input.Title", "Tin"), ("Input.Body", "Chữ"), ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString()));
        Assert.Equal(409, other.Status);
        Assert.Contains("Bài phải đứng ở ít nhất một chuyên mục trên trang của cơ quan bạn", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_joint_article_goes_out_when_a_publisher_of_each_body_has_approved()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var alliance = await room.SignedInAsync(Role.AllianceLeader);
        var id = await room.DraftAsync(writer, "Chương trình phối hợp năm 2027", other: Newsroom.Alliance);
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");

        await room.DoneAsync(publisher, id, "duyet-dang");
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/chuong-trinh-phoi-hop-nam-2027")).Status);
        await room.MoveAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/chuong-trinh-phoi-hop-nam-2027")).Status);
        Assert.Contains("Duyệt đăng", (await alliance.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        await room.DoneAsync(alliance, id, "duyet-dang");

        Assert.Equal(200, (await room.App.Visit().OpenAsync("/bai-viet/chuong-trinh-phoi-hop-nam-2027")).Status);
        Assert.Equal(200, (await room.App.Visit("lienminh.localhost").OpenAsync("/bai-viet/chuong-trinh-phoi-hop-nam-2027")).Status);
    }

    [Fact]
    public async Task The_first_of_two_bodies_takes_its_approval_back_before_the_second_has_given_its_own()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var (alliance, other) = (await room.SignedInAsync(Role.AllianceLeader), await room.SignedInAsync(Role.DepartmentLeader));
        var id = await room.DraftAsync(writer, "Thông báo chung rút duyệt", other: Newsroom.Alliance);
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        var address = $"/quan-tri/bai-viet/{id}";
        Assert.Null((await publisher.OpenAsync(address)).Page.QuerySelector($"main a[href='{address}/rut-duyet']"));
        await room.DoneAsync(publisher, id, "duyet-dang");

        Assert.Null((await alliance.OpenAsync(address)).Page.QuerySelector($"main a[href='{address}/rut-duyet']"));
        await room.MoveAsync(alliance, id, "rut-duyet", ("Input.Why", "Không phải của mình"));
        Assert.Equal(409, alliance.Status);
        Assert.Contains("Cơ quan của bạn chưa duyệt bài này", alliance.Text, StringComparison.Ordinal);

        Assert.NotNull((await other.OpenAsync(address)).Page.QuerySelector($"main a[href='{address}/rut-duyet']"));
        await room.DoneAsync(other, id, "rut-duyet", ("Input.Why", "Số liệu chưa đúng"));
        await room.DoneAsync(alliance, id, "duyet-dang");

        Assert.Equal(404, (await room.App.Visit().OpenAsync("/bai-viet/thong-bao-chung-rut-duyet")).Status);
        var page = await publisher.OpenAsync(address);
        Assert.Contains("Một cơ quan rút lại phần đã duyệt", page.Text, StringComparison.Ordinal);
        Assert.Contains("Số liệu chưa đúng", page.Text, StringComparison.Ordinal);
        await room.DoneAsync(publisher, id, "duyet-dang");
        Assert.Equal(200, (await room.App.Visit().OpenAsync("/bai-viet/thong-bao-chung-rut-duyet")).Status);
        await publisher.OpenAsync($"{address}/rut-duyet");
        Assert.Equal(404, publisher.Status);
    }

    [Fact]
    public async Task What_only_i_can_do_stands_before_what_a_colleague_may_take_though_it_waits_for_less_long()
    {
        var (writer, reviewer, _) = await PeopleAsync();
        var colleague = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.DoneAsync(colleague, await room.DraftAsync(colleague, "Ai biên tập cũng được"), "gui-bien-tap");
        var mine = await room.DraftAsync(writer, "Chỉ tôi sửa được");
        await room.DoneAsync(writer, mine, "gui-bien-tap");
        await room.DoneAsync(reviewer, mine, "tra-lai", ("Input.Why", "Thiếu ảnh"));

        var titles = (await writer.OpenAsync("/quan-tri")).Page.QuerySelectorAll(".ps-queue b").Select(b => b.TextContent.Trim()).ToList();

        Assert.Contains("Chỉ tôi sửa được", titles);
        Assert.DoesNotContain("Ai biên tập cũng được", titles.TakeWhile(title => title != "Chỉ tôi sửa được"));
    }

    [Fact]
    public async Task What_waits_is_told_to_whom_it_waits_on_and_to_the_writer_what_became_of_it()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.DraftAsync(writer, "Tin để báo");
        await room.DoneAsync(writer, id, "gui-bien-tap");

        Assert.Contains("Bài “Tin để báo” chờ biên tập.", (await reviewer.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
        Assert.Contains("Tin để báo", (await reviewer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tin để báo", (await writer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        await room.DoneAsync(reviewer, id, "tra-lai", ("Input.Why", "Thiếu ảnh"));
        Assert.Contains("Bài “Tin để báo” bị trả lại: Thiếu ảnh", (await writer.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
        Assert.Contains("Tin để báo", (await writer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tin để báo", (await reviewer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        Assert.Contains("Bài “Tin để báo” chờ duyệt đăng.", (await publisher.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
        await room.DoneAsync(publisher, id, "duyet-dang");
        Assert.Contains("Bài “Tin để báo” đã được đăng.", (await writer.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("gui-bien-tap"), InlineData("bo-ban-sua")]
    public async Task A_step_begun_before_the_words_were_saved_anew_is_refused(string step)
    {
        var (writer, _, _) = await PeopleAsync();
        var id = await room.DraftAsync(writer, "Chỉ đổi chữ");
        var stale = await room.SignedInAsync(Role.DepartmentOfficer);
        await stale.OpenAsync($"/quan-tri/bai-viet/{id}/{step}");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "<p>Chữ khác.</p>"));

        await stale.SubmitAsync("main form[method=post]", step == "bo-ban-sua" ? [("Input.Why", "Không đăng nữa")] : []);

        Assert.Equal(409, stale.Status);
        Assert.Equal(RevisionStatus.Draft, (await room.RevisionsAsync(id))[0].Status);
    }

    [Fact]
    public async Task Articles_of_one_title_begun_at_one_moment_are_all_saved()
    {
        var writers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => room.SignedInAsync(Role.DepartmentOfficer)));
        var home = (await room.CategoryAsync(Newsroom.Department)).ToString();
        foreach (var writer in writers)
        {
            await writer.OpenAsync("/quan-tri/bai-viet/moi");
        }

        await Task.WhenAll(writers.Select(writer => writer.SubmitAsync("main form[method=post]", ("Input.Title", "Thông báo lịch tiếp công dân"), ("Input.Body", "Một đoạn."), ("Input.Home", home))));

        Assert.Equal([302, 302, 302, 302], writers.Select(writer => writer.Status));
        Assert.Equal(4, writers.Select(writer => writer.Redirect!.OriginalString).Distinct().Count());
    }

    [Fact]
    public async Task A_form_that_is_stale_or_sent_twice_is_refused_and_moves_nothing()
    {
        var (writer, reviewer, _) = await PeopleAsync();
        var id = await room.DraftAsync(writer, "Gửi hai lần");
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/gui-bien-tap");
        await reviewer.OpenAsync($"/quan-tri/bai-viet/{id}");
        var stale = await room.SignedInAsync(Role.DepartmentOfficer);
        await stale.OpenAsync($"/quan-tri/bai-viet/{id}/gui-bien-tap");

        await writer.SubmitAsync("main form[method=post]");
        await stale.SubmitAsync("main form[method=post]");

        Assert.Equal((302, 409), (writer.Status, stale.Status));
        Assert.Single((await room.RevisionsAsync(id))[0].Steps, step => step.Action == "SendForReview");
    }

    [Theory]
    [InlineData("tra-lai")]
    [InlineData("bo-ban-sua")]
    public async Task A_reason_that_is_missing_or_too_long_comes_back_beside_its_field(string page)
    {
        var (writer, reviewer, _) = await PeopleAsync();
        var id = await room.DraftAsync(writer, "Thiếu lý do");
        await room.DoneAsync(writer, id, "gui-bien-tap");

        await room.MoveAsync(reviewer, id, page, ("Input.Why", ""));
        Assert.Equal((422, "Nhập lý do"), (reviewer.Status, reviewer.Page.QuerySelector("#Input_Why-loi span span")!.NextSibling!.TextContent.Trim()));
        await reviewer.SubmitAsync("main form[method=post]", ("Input.Why", new string('x', 2001)));
        Assert.Equal(422, reviewer.Status);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_every_page_and_is_not_changed_again()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.AwaitingAsync(writer, reviewer, "Bài sẽ gỡ");
        await room.DoneAsync(publisher, id, "duyet-dang");
        Assert.Equal(403, (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/go-bai")).Status);

        await room.DoneAsync(publisher, id, "go-bai", ("Input.Why", "Sai sự thật"));

        Assert.Equal(410, (await room.App.Visit().OpenAsync("/bai-viet/bai-se-go")).Status);
        Assert.Equal(404, (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua")).Status);
        Assert.Contains("Sai sự thật", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(ArticleStatus.Withdrawn, (await room.ArticleAsync(id)).Status);
    }

    [Fact]
    public async Task A_dropped_revision_leaves_readers_theirs()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.AwaitingAsync(writer, reviewer, "Bài đang sửa");
        await room.DoneAsync(publisher, id, "duyet-dang");
        await room.DoneAsync(writer, id, "sua", ("Input.Title", "Bài đang sửa, tên mới"));

        await room.DoneAsync(writer, id, "bo-ban-sua", ("Input.Why", "Không cần nữa"));

        var article = await room.ArticleAsync(id);
        Assert.Equal(("Bài đang sửa", "Bài đang sửa", null), (article.Title, article.WorkingTitle, article.OpenRevisionId));
        Assert.Contains("Bài đang sửa", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua")).Page.QuerySelector("#Input_Title")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal(2, article.LatestVersion);
    }

    [Fact]
    public async Task A_preview_stands_in_the_frame_of_its_home_and_changes_no_page_of_readers()
    {
        var officer = await room.SignedInAsync(Role.AllianceOfficer);
        var id = await room.DraftAsync(officer, "Xem trước của Liên minh", category: Newsroom.Alliance);

        var preview = await officer.OpenAsync($"/quan-tri/bai-viet/{id}/xem-truoc");

        Assert.Equal("alliance", preview.Page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal("Xem trước của Liên minh", preview.Page.QuerySelector("main h1")!.TextContent);
        Assert.Contains("Đây là bản xem trước", preview.Text, StringComparison.Ordinal);
        Assert.Equal("department", (await room.App.Visit().OpenAsync("/")).Page.DocumentElement.GetAttribute("data-site"));
    }

    [Fact]
    public async Task An_auditor_reads_every_article_and_changes_none()
    {
        var (writer, _, _) = await PeopleAsync();
        var auditor = await room.SignedInAsync(Role.Auditor);
        var id = await room.DraftAsync(writer, "Bài để kiểm tra");
        await room.DoneAsync(writer, id, "gui-bien-tap");

        await auditor.OpenAsync($"/quan-tri/bai-viet/{id}");

        Assert.Equal(200, auditor.Status);
        Assert.Equal(["xem-truoc"], auditor.Page.QuerySelectorAll("main .ps-next a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal(403, (await auditor.OpenAsync($"/quan-tri/bai-viet/{id}/sua")).Status);
        Assert.Equal(403, (await auditor.OpenAsync($"/quan-tri/bai-viet/{id}/tra-lai")).Status);
    }

    [Fact]
    public async Task Whoever_was_overtaken_takes_the_step_at_the_second_press_with_what_was_typed()
    {
        var (writer, reviewer, publisher) = await PeopleAsync();
        var id = await room.DraftAsync(writer, "Bấm lần nữa");
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/bo-ban-sua");
        await room.DoneAsync(reviewer, id, "sua", ("Input.Title", "Bấm lần nữa, tên mới"));

        await PressTwiceAsync(writer, "Trùng với bài khác");

        var dropped = Assert.Single(await room.RevisionsAsync(id));
        Assert.Equal((RevisionStatus.Abandoned, "Trùng với bài khác"), (dropped.Status, dropped.Steps.OrderBy(step => step.At).ThenBy(step => step.Id).Last().Why));

        var published = await room.AwaitingAsync(writer, reviewer, "Gỡ sau khi bị vượt");
        await room.DoneAsync(publisher, published, "duyet-dang");
        await publisher.OpenAsync($"/quan-tri/bai-viet/{published}/go-bai");
        await room.DoneAsync(writer, published, "sua", ("Input.Title", "Gỡ sau khi bị vượt, tên mới"));
        await room.DoneAsync(writer, published, "bo-ban-sua", ("Input.Why", "Không cần nữa"));

        await PressTwiceAsync(publisher, "Sai sự thật");

        Assert.Equal(ArticleStatus.Withdrawn, (await room.ArticleAsync(published)).Status);

        async Task PressTwiceAsync(Visitor who, string why)
        {
            await who.SubmitAsync("main form[method=post]", ("Input.Why", why));
            Assert.Equal((409, why), (who.Status, who.Page.QuerySelector("#Input_Why")!.TextContent.Trim()));
            await who.SubmitAsync("main form[method=post]");
            Assert.Equal(302, who.Status);
        }
    }

    private async Task<(Visitor Writer, Visitor Reviewer, Visitor Publisher)> PeopleAsync() =>
        (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentLeader));
}
