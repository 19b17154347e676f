using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>Saving: two editors at once, one form twice, forms that cannot be taken, versions and what is restored from them.</summary>
public sealed class EditorsTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task The_second_of_two_editors_sees_both_texts_and_loses_nothing()
    {
        var (first, second) = await EditorsAsync();
        var id = await room.DraftAsync(first, "Hai người sửa", "Có 05 hợp tác xã.");
        await first.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        await second.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        await first.SubmitAsync(Form, ("Input.Body", "Có 06 hợp tác xã."));

        await second.SubmitAsync(Form, ("Input.Body", "Có 07 hợp tác xã."));

        Assert.Equal((302, 409), (first.Status, second.Status));
        Assert.Equal("Có 07 hợp tác xã.", second.Page.QuerySelector("#Input_Body")!.TextContent.Trim());
        Assert.Equal(["06"], second.Page.QuerySelectorAll("main del").Select(piece => piece.TextContent));
        Assert.Equal(["07"], second.Page.QuerySelectorAll("main ins").Select(piece => piece.TextContent));
        Assert.Equal(2, (await room.ArticleAsync(id)).LatestVersion);

        await second.SubmitAsync(Form);
        Assert.Equal(302, second.Status);
        Assert.Equal(["<p>Có 05 hợp tác xã.</p>", "<p>Có 06 hợp tác xã.</p>", "<p>Có 07 hợp tác xã.</p>"], (await room.VersionsAsync(id)).Select(version => version.Read().Text.Body));
    }

    [Fact]
    public async Task Of_two_saves_at_the_same_moment_one_is_kept_and_the_other_is_told()
    {
        var (first, second) = await EditorsAsync();
        var id = await room.DraftAsync(first, "Cùng một lúc");
        await first.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        await second.OpenAsync($"/quan-tri/bai-viet/{id}/sua");

        await Task.WhenAll(first.SubmitAsync(Form, ("Input.Body", "Của người thứ nhất")), second.SubmitAsync(Form, ("Input.Body", "Của người thứ hai")));

        Assert.Equal([302, 409], new[] { first.Status, second.Status }.Order());
        Assert.Equal(2, (await room.VersionsAsync(id)).Count);
    }

    [Fact]
    public async Task Two_people_who_begin_to_change_a_published_article_begin_one_revision()
    {
        var (first, second) = await EditorsAsync();
        var id = await room.AwaitingAsync(first, second, "Một bản sửa");
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        await first.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        await second.OpenAsync($"/quan-tri/bai-viet/{id}/sua");

        await Task.WhenAll(first.SubmitAsync(Form, ("Input.Body", "Sửa một")), second.SubmitAsync(Form, ("Input.Body", "Sửa hai")));

        Assert.Equal([302, 409], new[] { first.Status, second.Status }.Order());
        Assert.Equal(2, (await room.RevisionsAsync(id)).Count);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_article_and_one_version()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await writer.OpenAsync("/quan-tri/bai-viet/moi");
        var id = Guid.Parse(writer.Page.QuerySelector("#NewId")!.GetAttribute("value")!);
        (string, string)[] fields = [("Input.Title", "Bấm hai lần"), ("Input.Body", "Chữ"), ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString())];
        await Task.WhenAll(writer.SubmitAsync(Form, fields), writer.SubmitAsync(Form, fields));
        Assert.Equal(302, writer.Status);

        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        await Task.WhenAll(writer.SubmitAsync(Form, ("Input.Body", "Chữ mới")), writer.SubmitAsync(Form, ("Input.Body", "Chữ mới")));

        Assert.Equal(302, writer.Status);
        Assert.Equal(["<p>Chữ</p>", "<p>Chữ mới</p>"], (await room.VersionsAsync(id)).Select(version => version.Read().Text.Body));
        Assert.Single(await room.RevisionsAsync(id));
    }

    [Fact]
    public async Task A_new_form_sent_again_with_another_text_loses_neither()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await writer.OpenAsync("/quan-tri/bai-viet/moi");
        var id = Guid.Parse(writer.Page.QuerySelector("#NewId")!.GetAttribute("value")!);
        var home = (await room.CategoryAsync(Newsroom.Department)).ToString();
        await writer.SubmitAsync(Form, ("Input.Title", "Quay lại"), ("Input.Body", "Lần một"), ("Input.Home", home));
        await writer.OpenAsync("/quan-tri/bai-viet/moi");
        await writer.SubmitAsync(Form, ("NewId", id.ToString()), ("Input.Title", "Quay lại"), ("Input.Body", "Lần hai"), ("Input.Home", home));

        Assert.Equal(409, writer.Status);
        await writer.SubmitAsync(Form);

        Assert.Equal(302, writer.Status);
        Assert.Equal(["<p>Lần một</p>", "<p>Lần hai</p>"], (await room.VersionsAsync(id)).Select(version => version.Read().Text.Body));
    }

    [Fact]
    public async Task Saving_what_stands_there_already_makes_no_version()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Không đổi gì", "Hai\n\nđoạn");
        await room.DoneAsync(writer, id, "gui-bien-tap");

        await room.DoneAsync(writer, id, "sua");

        Assert.Single(await room.VersionsAsync(id));
        Assert.Equal("InReview", (await room.RevisionsAsync(id))[0].Status.ToString());
    }

    [Fact]
    public async Task An_empty_form_comes_back_with_a_message_beside_each_field()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await writer.OpenAsync("/quan-tri/bai-viet/moi");

        await writer.SubmitAsync(Form);

        Assert.Equal(422, writer.Status);
        foreach (var message in new[] { "Nhập tên bài", "Viết nội dung bài", "Chọn chuyên mục chính" })
        {
            Assert.Contains(message, writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Input.Title", "dài", "Tên bài dài tối đa 500 ký tự")]
    [InlineData("Input.Body", "[bấm](javascript:alert(1))", "Nội dung có liên kết không nhận được")]
    [InlineData("Input.EventDay", "2026-02-30", "2026-02-30")]
    [InlineData("Input.Home", "0198c0de-0000-7000-8000-000000000001", "Không có chuyên mục này")]
    [InlineData("Input.Related", "/bai-viet/khong-co-bai-nay", "Mỗi dòng là địa chỉ của một bài đã có")]
    [InlineData("Input.JointApproval", "true", "Chỉ bài đứng trên trang của cả hai cơ quan mới duyệt chung")]
    [InlineData("Input.Tags", "nhiều", "Tối đa 20 thẻ")]
    public async Task What_cannot_be_taken_is_refused_beside_its_field_and_kept_in_the_form(string field, string value, string message)
    {
        var typed = value switch { "dài" => new string('x', 501), "nhiều" => string.Join(',', Enumerable.Range(0, 21)), _ => value };
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Thử sai");
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");

        await writer.SubmitAsync(Form, (field, typed), ("Input.Summary", "Chữ phải còn"));

        Assert.Equal(422, writer.Status);
        Assert.Contains(message, writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chữ phải còn", writer.Page.QuerySelector("#Input_Summary")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await room.VersionsAsync(id));
    }

    [Fact]
    public async Task What_a_hostile_writer_types_is_only_words()
    {
        const string attack = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var (writer, reviewer) = await EditorsAsync();
        var id = await room.AwaitingAsync(writer, reviewer, attack + "tan cong");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Chữ " + attack), ("Input.Summary", attack), ("Input.Tags", "<img src=x onerror=alert(1)>"), ("Input.Author", attack));

        foreach (var page in new[] { "", "/xem-truoc", "/sua", "/so-sanh?a=1&b=2", "/khoi-phuc/1" })
        {
            await writer.OpenAsync($"/quan-tri/bai-viet/{id}{page}");
            Assert.Equal(200, writer.Status);
            Assert.Empty(writer.Page.QuerySelectorAll("main script, main [onerror]"));
        }
    }

    [Theory]
    [InlineData("\u200B\u200B", true)]
    [InlineData(" \u2060\uFEFF\u00A0", true)]
    [InlineData("\u3164", true)]
    [InlineData("\u2800\u034F", true)]
    [InlineData("Giá\u200B lúa", false)]
    public async Task A_title_of_letters_that_nobody_sees_is_no_title(string title, bool isMissing)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await writer.OpenAsync("/quan-tri/bai-viet/moi");

        await writer.SubmitAsync(Form, ("Input.Title", title));

        Assert.Equal(422, writer.Status);
        Assert.Equal(isMissing, writer.Page.QuerySelector(".ps-errors")!.TextContent.Contains("Nhập tên bài", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tags_that_differ_by_a_mark_are_both_kept_and_one_in_other_capitals_is_one()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Thẻ khác dấu");

        await room.DoneAsync(writer, id, "sua", ("Input.Tags", "bán, bạn, Bán"));

        Assert.Equal("bán, bạn", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua")).Page.QuerySelector("[name='Input.Tags']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_is_filtered_by_what_stands_in_its_address()
    {
        var (writer, other) = await EditorsAsync();
        var id = await room.DraftAsync(writer, "Lọc theo chữ Đồng bằng");
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DraftAsync(other, "Lọc theo chữ khác");

        Assert.Equal(["Lọc theo chữ Đồng bằng"], await TitlesAsync(writer, "q=dong+bang"));
        Assert.Equal(["Lọc theo chữ khác"], await TitlesAsync(other, "q=loc+theo+chu&trang-thai=nhap"));
        Assert.Equal(["Lọc theo chữ Đồng bằng"], await TitlesAsync(other, "q=loc+theo+chu&trang-thai=cho-bien-tap"));
        Assert.Equal(["Lọc theo chữ Đồng bằng"], await TitlesAsync(writer, "q=loc+theo+chu&cua-toi=1"));
        Assert.Empty(await TitlesAsync(writer, "q=loc+theo+chu&loai=trang"));
        Assert.Empty(await TitlesAsync(writer, "q=loc+theo+chu&den-ngay=2020-01-01"));
        Assert.Equal(2, (await TitlesAsync(writer, "q=loc+theo+chu&tu-ngay=2026-07-01&trang-web=khcn&chuyen-muc=" + Newsroom.Department)).Count);
        Assert.Empty(await TitlesAsync(writer, "q=loc+theo+chu&nguoi-viet=khong+ai"));
        Assert.Equal(200, (await writer.OpenAsync("/quan-tri/bai-viet?trang-thai=xyz&tu-ngay=hom-nay&loai='--")).Status);
        Assert.Equal(404, (await writer.OpenAsync("/quan-tri/bai-viet?trang=999")).Status);
    }

    [Fact]
    public async Task A_page_that_is_no_news_has_an_address_and_stands_in_no_list()
    {
        var (writer, reviewer) = await EditorsAsync();
        await writer.OpenAsync("/quan-tri/bai-viet/moi");
        await writer.SubmitAsync(Form, ("Kind", nameof(ArticleKind.Page)), ("Input.Title", "Chức năng, nhiệm vụ"), ("Input.Body", "Sở có chức năng."), ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString()));
        var id = Guid.Parse(writer.Redirect!.OriginalString.Split('/')[^1]);
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");

        Assert.Equal(200, (await room.App.Visit().OpenAsync("/gioi-thieu/chuc-nang-nhiem-vu")).Status);
        Assert.DoesNotContain("Chức năng, nhiệm vụ", string.Join(" ", (await room.App.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe")).Page.QuerySelectorAll(".ps-news").Select(list => list.TextContent)), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Visitor who, string query)
    {
        await who.OpenAsync("/quan-tri/bai-viet?" + query);
        Assert.Equal(200, who.Status);
        return [.. who.Page.QuerySelectorAll("main tbody th a").Select(link => link.TextContent)];
    }

    private async Task<(Visitor First, Visitor Second)> EditorsAsync() => (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
}
