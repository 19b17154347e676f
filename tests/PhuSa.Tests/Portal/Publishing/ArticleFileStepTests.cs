using ImageMagick;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Tests.Files;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>Files of an article in the newsroom: several at once, taken out of the text, deleted, put in order.</summary>
public sealed class ArticleFileStepTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Several_files_come_at_once_and_a_bad_one_is_named_while_the_good_ones_stay()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Nhiều tệp một lần");
        await writer.OpenAsync(Files(id));

        await writer.UploadAllAsync(Form, "Input.Files", "application/octet-stream", [(Samples.Picture(MagickFormat.Jpeg), "vuon-xoai.jpg"), ([.. "MZ"u8, .. new byte[200]], "anh-xau.jpg"), (Samples.Pdf(), "ke-hoach.pdf")]);

        Assert.Equal(422, writer.Status);
        var wrong = Assert.Single(writer.Page.QuerySelectorAll(".ps-errors li")).TextContent;
        Assert.Contains("anh-xau.jpg", wrong, StringComparison.Ordinal);
        Assert.Contains("Đã nhận 2 tệp", writer.Text, StringComparison.Ordinal);
        Assert.Equal(["ke-hoach.pdf", "vuon-xoai.jpg"], Names(await writer.OpenAsync(Files(id))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_too_large_together_come_back_as_the_page_and_say_that_none_was_kept()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Các tệp quá lớn");
        await writer.OpenAsync(Files(id));
        var half = new byte[ArticleFiles.MostMegabytes / 2 * UploadLimitAttribute.Megabyte];

        await writer.UploadAllAsync(Form, "Input.Files", "application/octet-stream", [(half, "mot.zip"), (half, "hai.zip"), (new byte[UploadLimitAttribute.Megabyte], "ba.zip")]);

        Assert.Equal(413, writer.Status);
        Assert.Contains("chưa tệp nào được nhận", writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Names(writer));
    }

    [Fact]
    public async Task The_same_file_sent_twice_is_kept_once()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Bấm thêm hai lần");
        await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "ke-hoach.pdf");

        await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "ke-hoach.pdf");

        Assert.Equal(["ke-hoach.pdf"], Names(writer));
    }

    [Fact]
    public async Task A_file_is_taken_out_in_a_new_version_and_readers_keep_theirs_until_it_is_published()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Lấy tệp ra");
        var file = await AttachedAsync(writer, id, "ke-hoach.pdf");
        await PublishAsync(writer, reviewer, id);

        await room.DoneAsync(writer, id, Out(file));

        Assert.NotNull((await room.App.Visit().OpenAsync("/bai-viet/lay-tep-ra")).Page.QuerySelector($"main a[href='{file}']"));
        var versions = await room.VersionsAsync(id);
        Assert.Empty(versions[^1].Read().Extras.Attachments);
        Assert.Single(versions[^2].Read().Extras.Attachments);
        Assert.Equal(2, (await room.RevisionsAsync(id)).Count);
        Assert.Equal(200, (await writer.OpenAsync(file)).Status);

        await PublishAsync(writer, reviewer, id, ("Input.Minor", "true"));

        Assert.Null((await room.App.Visit().OpenAsync("/bai-viet/lay-tep-ra")).Page.QuerySelector($"main a[href='{file}']"));
        Assert.Equal(404, (await room.App.Visit().OpenAsync(file)).Status);
    }

    [Fact]
    public async Task Taking_a_file_out_of_a_sent_text_makes_it_a_draft_again()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Đã gửi rồi lấy tệp ra");
        var file = await AttachedAsync(writer, id, "ke-hoach.pdf");
        await room.DoneAsync(writer, id, "gui-bien-tap");

        await room.DoneAsync(writer, id, Out(file));

        Assert.Equal("Rewrite", (await room.RevisionsAsync(id))[^1].Steps.OrderBy(step => step.At).Last().Action);
    }

    [Fact]
    public async Task A_second_press_takes_nothing_more_out()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Bấm lấy ra hai lần");
        var file = await AttachedAsync(writer, id, "ke-hoach.pdf");
        await other.OpenAsync(Page(id, Out(file)));
        await room.DoneAsync(writer, id, Out(file));
        var versions = (await room.VersionsAsync(id)).Count;

        await other.SubmitAsync(Form);

        Assert.Equal(302, other.Status);
        Assert.Equal(versions, (await room.VersionsAsync(id)).Count);
        Assert.Equal(404, (await other.OpenAsync(Page(id, Out(file)))).Status);
    }

    [Fact]
    public async Task Whoever_was_overtaken_takes_the_file_out_at_the_second_press_and_writes_over_nothing()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Hai người cùng lúc");
        var file = await AttachedAsync(writer, id, "ke-hoach.pdf");
        await other.OpenAsync(Page(id, Out(file)));
        await room.DoneAsync(writer, id, "sua", ("Input.Summary", "Tóm tắt mới"));

        await other.SubmitAsync(Form);
        Assert.Equal(409, other.Status);
        Assert.Contains("Có người vừa lưu", other.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        await other.SubmitAsync(Form);

        Assert.Equal(302, other.Status);
        var last = (await room.VersionsAsync(id))[^1].Read();
        Assert.Equal(("Tóm tắt mới", 0), (last.Text.Summary, last.Extras.Attachments.Count));
    }

    [Fact]
    public async Task A_picture_that_stands_within_the_text_is_not_taken_out_before_the_text_lets_it_go()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Ảnh còn trong nội dung");
        var picture = await ArticleFileTests.UploadAsync(writer, id, Samples.Picture(MagickFormat.Jpeg), "vuon-xoai.jpg");
        await room.DoneAsync(writer, id, "sua", ("Input.Images[0].Use", "true"), ("Input.Images[0].Alt", "Vườn xoài"));
        await other.OpenAsync(Page(id, Out(picture)));
        await room.DoneAsync(writer, id, "sua", ("Input.Body", $"<p>Vườn.</p><figure><img src=\"{picture}\" alt=\"Vườn xoài\"></figure>"));

        await other.SubmitAsync(Form);

        Assert.Equal(409, other.Status);
        Assert.Contains("đứng giữa nội dung", other.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await other.OpenAsync(Page(id, Out(picture)))).Page.QuerySelector(Form));
        Assert.Single((await room.VersionsAsync(id))[^1].Read().Extras.Images);
    }

    [Fact]
    public async Task Only_a_file_that_no_version_ever_had_is_deleted()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Xoá tệp thêm nhầm");
        var shown = await AttachedAsync(writer, id, "ke-hoach.pdf");
        await room.DoneAsync(writer, id, Out(shown));
        var mistaken = await ArticleFileTests.UploadAsync(writer, id, Samples.Utf8("Thêm nhầm"), "nham.txt");

        Assert.Null((await writer.OpenAsync(Page(id, Away(shown)))).Page.QuerySelector(Form));
        Assert.Contains("bản cũ luôn xem lại được", writer.Text, StringComparison.Ordinal);
        await other.OpenAsync(Page(id, Away(mistaken)));
        await room.DoneAsync(writer, id, Away(mistaken));
        await other.SubmitAsync(Form);

        Assert.Equal(302, other.Status);
        Assert.Equal(["ke-hoach.pdf"], Names(await writer.OpenAsync(Files(id))));
        Assert.Equal(404, (await writer.OpenAsync(mistaken)).Status);
        Assert.Equal(200, (await writer.OpenAsync(shown)).Status);
    }

    [Fact]
    public async Task A_file_deleted_while_the_form_of_somebody_else_shows_it_is_told_and_what_they_typed_for_it_stays()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Ảnh bị xoá trong lúc viết");
        var picture = await ArticleFileTests.UploadAsync(writer, id, Samples.Picture(MagickFormat.Jpeg), "vuon-xoai.jpg");
        await other.OpenAsync(Page(id, "sua"));
        await room.DoneAsync(writer, id, Away(picture));

        await other.SubmitAsync(Form, ("Input.Images[0].Use", "true"), ("Input.Images[0].Alt", "Vườn xoài đầu vụ"));

        Assert.Equal(422, other.Status);
        Assert.Contains("vừa bị xoá khỏi bài", other.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vườn xoài đầu vụ", other.Page.QuerySelector("input[name='Input.Images[0].Alt']")!.GetAttribute("value"));
        Assert.Single(await room.VersionsAsync(id));

        // No tick any more: it is saved without the picture, but not with a hole between its paragraphs.
        await other.SubmitAsync(Form, ("Input.Images[0].Use", "false"), ("Input.Body", $"<p>Vườn.</p><figure><img src=\"{picture}\" alt=\"Vườn xoài\"></figure>"));
        Assert.Equal(422, other.Status);
        Assert.Contains("ảnh vừa bị xoá", other.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        await other.SubmitAsync(Form, ("Input.Body", "<p>Vườn.</p>"));
        Assert.Equal(302, other.Status);
    }

    [Fact]
    public async Task Words_stay_with_their_file_however_often_the_form_is_refused_after_another_was_deleted()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Tệp đầu bị xoá");
        var first = await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "mot.pdf");
        await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf("\n\n"), "hai.pdf");
        var last = IdOf(await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf("\n\n\n"), "ba.pdf"));
        await other.OpenAsync(Page(id, "sua"));
        var row = other.Page.QuerySelector($"input[type=hidden][value='{last}']")!.GetAttribute("name")!.Replace(".FileId", "", StringComparison.Ordinal);
        await room.DoneAsync(writer, id, Away(first));

        await other.SubmitAsync(Form, ("Input.Title", ""), ($"{row}.Use", "true"), ($"{row}.Title", "Tên tệp ba"));
        await other.SubmitAsync(Form, ("Input.Title", ""));
        Assert.Equal(422, other.Status);
        await other.SubmitAsync(Form, ("Input.Title", "Tệp đầu bị xoá"));

        Assert.Equal(302, other.Status);
        var kept = Assert.Single((await room.VersionsAsync(id))[^1].Read().Extras.Attachments);
        Assert.Equal((last, "Tên tệp ba"), ($"{kept.FileId}", kept.Title));
    }

    [Fact]
    public async Task A_picture_of_another_article_is_not_taken_into_the_text_of_this_one()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var (mine, theirs) = (await room.DraftAsync(writer, "Bài mượn ảnh"), await room.DraftAsync(writer, "Bài có ảnh của nó"));
        var picture = await ArticleFileTests.UploadAsync(writer, theirs, Samples.Photograph(31, 47), "cho-noi.jpg");

        await room.MoveAsync(writer, mine, "sua", ("Input.Body", $"<p>Chợ.</p><figure><img src=\"{picture}\" alt=\"Chợ nổi\"></figure>"));

        Assert.Equal(422, writer.Status);
        var told = writer.Page.QuerySelector(".ps-errors")!.TextContent;
        Assert.Contains("ảnh của một bài khác", told, StringComparison.Ordinal);
        Assert.DoesNotContain("cho-noi", told, StringComparison.Ordinal);
        await room.DoneAsync(writer, theirs, "sua", ("Input.Body", $"<p>Chợ.</p><figure><img src=\"{picture}\" alt=\"Chợ nổi\"></figure>"));
    }

    [Fact]
    public async Task A_file_that_somebody_has_put_into_the_text_meanwhile_is_not_deleted()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Xoá tệp vừa được dùng");
        var file = await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "ke-hoach.pdf");
        await other.OpenAsync(Page(id, Away(file)));
        await room.DoneAsync(writer, id, "sua", ("Input.Attachments[0].Use", "true"), ("Input.Attachments[0].Title", "Kế hoạch"));

        await other.SubmitAsync(Form);

        Assert.Equal(409, other.Status);
        Assert.Equal(200, (await writer.OpenAsync(file)).Status);
    }

    [Fact]
    public async Task The_file_of_another_article_is_neither_taken_out_nor_deleted_here()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var (mine, theirs) = (await room.DraftAsync(writer, "Bài không có tệp"), await room.DraftAsync(writer, "Bài có tệp riêng"));
        var file = await AttachedAsync(writer, theirs, "rieng.pdf");

        Assert.Equal(404, (await writer.OpenAsync(Page(mine, Out(file)))).Status);
        Assert.Equal(404, (await writer.OpenAsync(Page(mine, Away(file)))).Status);
    }

    [Fact]
    public async Task Buttons_move_a_file_and_saving_makes_one_version_whose_order_the_form_of_the_article_keeps()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var (id, first) = await TwoFilesAsync(writer, "Thứ tự tệp");
        var before = await room.VersionsAsync(id);

        await room.MoveAsync(writer, id, "tep/thu-tu", ("Do", $"xuong-{IdOf(first)}"));
        Assert.Equal(200, writer.Status);
        Assert.Equal(["hai.pdf", "mot.pdf"], writer.Page.QuerySelectorAll(".ps-rows li > p:first-of-type").Select(row => row.TextContent));
        Assert.Equal(before.Count, (await room.VersionsAsync(id)).Count);
        await writer.SubmitAsync(Form, ("Do", "luu"));
        Assert.Equal(302, writer.Status);

        var after = await room.VersionsAsync(id);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(["hai.pdf", "mot.pdf"], Titles(after[^1]));
        Assert.Equal(["hai.pdf", "mot.pdf"], (await writer.OpenAsync(Page(id, "sua"))).Page.QuerySelectorAll("main fieldset legend a").Select(link => link.TextContent));

        await room.DoneAsync(writer, id, "tep/thu-tu", ("Do", "luu"));
        Assert.Equal(after.Count, (await room.VersionsAsync(id)).Count);
    }

    [Fact]
    public async Task An_order_that_was_overtaken_comes_back_as_it_was_put_and_saves_at_the_next_press()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var (id, first) = await TwoFilesAsync(writer, "Thứ tự bị vượt");
        await writer.OpenAsync(Page(id, "tep/thu-tu"));
        await SavedAsync(id, content => content with { Text = content.Text with { Summary = "Tóm tắt mới" } });

        await writer.SubmitAsync(Form, ("Do", $"xuong-{IdOf(first)}"));
        await writer.SubmitAsync(Form, ("Do", "luu"));
        Assert.Equal(409, writer.Status);
        await writer.SubmitAsync(Form, ("Do", "luu"));

        Assert.Equal(302, writer.Status);
        var last = (await room.VersionsAsync(id))[^1];
        Assert.Equal(["hai.pdf", "mot.pdf"], Titles(last));
        Assert.Equal("Tóm tắt mới", last.Read().Text.Summary);
    }

    private static string Files(Guid id) => Page(id, "tep");

    private static string Page(Guid id, string page) => $"/quan-tri/bai-viet/{id}/{page}";

    private static string IdOf(string file) => file.Split('/')[2];

    private static string Out(string file) => $"tep/{IdOf(file)}/go";

    private static string Away(string file) => $"tep/{IdOf(file)}/xoa";

    private static IEnumerable<string> Names(Visitor visitor) => visitor.Page.QuerySelectorAll("main ul a[href^='/tep/']").Select(link => link.TextContent);

    private static IEnumerable<string> Titles(ArticleVersion version) => version.Read().Extras.Attachments.Select(attachment => attachment.Title);

    /// <summary>A file that the text has, under its own name. The first of the article.</summary>
    private async Task<string> AttachedAsync(Visitor writer, Guid id, string name)
    {
        var file = await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), name);
        await room.DoneAsync(writer, id, "sua", ("Input.Attachments[0].Use", "true"), ("Input.Attachments[0].Title", name));
        return file;
    }

    /// <summary>A draft that has two files.</summary>
    /// <returns>The draft and the address of the file that stands first.</returns>
    private async Task<(Guid Id, string First)> TwoFilesAsync(Visitor writer, string title)
    {
        var id = await room.DraftAsync(writer, title);
        var first = await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "mot.pdf");
        var second = await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf("\n\n"), "hai.pdf");
        var attachments = new[] { (first, "mot.pdf"), (second, "hai.pdf") }.Select(file => new ArticleAttachment(Guid.Parse(IdOf(file.Item1)), file.Item2)).ToList();
        await SavedAsync(id, content => content with { Extras = content.Extras with { Attachments = attachments } });
        return (id, first);
    }

    /// <summary>What somebody else saves.</summary>
    private Task<bool> SavedAsync(Guid id, Func<ArticleContent, ArticleContent> change) => room.App.InScopeAsync(async services =>
    {
        var by = new Actor("Trần Thị Lan");
        services.GetRequiredService<Acting>().As(by);
        var db = services.GetRequiredService<AppDbContext>();
        var article = await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Id == id);
        db.Add(article.Save(change(article.Live()), article.OpenRevisionId, new Writer(Id: null, by.Name, by.Detail), room.App.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        return true;
    });

    private async Task PublishAsync(Visitor writer, Visitor reviewer, Guid id, params (string Name, string Value)[] told)
    {
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang", told);
    }
}
